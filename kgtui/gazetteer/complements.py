"""What follows an office: of what, of which country, at which post: «экономики и коммерции КР», «КНР в Кыргызстане»."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kgtui.gazetteer.matches import GazetteerMatch, MatchKind, Sense
from kgtui.gazetteer.view import View

At = Mapping[int, GazetteerMatch]

_CLOSING = {"«": "»", "„": "“", "“": "”", '"': '"'}
_QUOTED_REACH = 10  # tokens inside the quotation marks of a name
_STATED = (None, Sense.NAME, Sense.ABBREVIATION)  # senses of a match that may follow an office


class Complements:
    """``bodies`` are (folded) nouns of what may be headed; ``is_office`` says whether an office starts at a token."""

    def __init__(self, bodies: frozenset[str], is_office: Callable[[View, int], bool]) -> None:
        self._bodies = bodies
        self._is_office = is_office

    def stop(self, view: View, stop: int, at: At, *, open_: bool, places: bool, post: bool) -> int:
        """The token where the phrase ends that reaches ``stop`` already.

        ``open_``: any words in the genitive may follow; ``places``: a place may; ``post``: «в …», «при …».
        """
        if open_:
            stop = self._chain(view, stop, at, "gent")
        stop = self._stated(view, stop, at, places=places or open_)
        if open_:
            stop = self._after_preposition(view, stop, at, "по", "datv")
        if post or open_:
            stop = self._post(view, stop, at)
        return stop

    def _chain(self, view: View, stop: int, at: At, case: str) -> int:
        """Past words in one case: nouns and adjectives, a name in quotation marks, abbreviations."""
        _begin, end = view.sentence(stop - 1)
        position = stop
        while position < end:
            following = self._past_word(view, position, at, case, started=position > stop)
            if following == position:
                break
            position = following
        return position

    def _past_word(self, view: View, position: int, at: At, case: str, *, started: bool) -> int:
        token = view.tokens[position]
        if position in at:
            of_country = at[position].sense is Sense.ADJECTIVE and _is_in_case(view, position, case)
            return position + 1 if of_country else position
        if token.text in _CLOSING and started:
            return self._past_quoted(view, position)
        if token.text in (",", "и"):
            goes_on = started and self._goes_on(view, position, at, case)
        else:
            goes_on = token.is_word and self._is_word_of_body(view, position, case)
        return position + 1 if goes_on else position

    def _is_word_of_body(self, view: View, position: int, case: str) -> bool:
        token = view.tokens[position]
        if token.is_upper:
            return True
        if token.is_capitalised:
            return self._is_capitalised_body(view, position, case)
        return _is_in_case(view, position, case)

    def _goes_on(self, view: View, position: int, at: At, case: str) -> bool:
        """Whether a comma or «и» joins a further word of the same; a comma only where an «и» closes the list."""
        _begin, end = view.sentence(position)
        closed = False
        for after in range(position, end):
            text = view.tokens[after].text
            if text == "и":
                closed = True
            elif text != ",":
                further = after not in at and not view.tokens[after].is_capitalised and _is_in_case(view, after, case)
                if not further or self._is_office(view, after):
                    return False
                if closed:
                    return True
        return False

    def _is_capitalised_body(self, view: View, position: int, case: str) -> bool:
        """«Национального института», «Комитета»: a body's noun, or an adjective before a further word in the case."""
        if not self._bodies.isdisjoint(view.lemmas(position)):
            return _is_in_case(view, position, case)
        readings = view.word_at(position).readings[:1]
        if not any(reading.pos == "ADJF" and reading.case == case and not reading.is_name for reading in readings):
            return False
        after = view.after(position + 1)
        return after is not None and view.tokens[after].is_word and _is_in_case(view, after, case)

    @staticmethod
    def _past_quoted(view: View, position: int) -> int:
        closing = _CLOSING[view.tokens[position].text]
        _begin, end = view.sentence(position)
        for after in range(position + 1, min(end, position + _QUOTED_REACH)):
            if view.tokens[after].text == closing:
                return after + 1
        return position

    @staticmethod
    def _stated(view: View, stop: int, at: At, *, places: bool) -> int:
        """Past the countries, blocs or places that are stated next («ЕАБР и ЕФСР»)."""
        match = at.get(stop)
        kinds = (MatchKind.COUNTRY, MatchKind.BLOC, MatchKind.PLACE) if places else (MatchKind.COUNTRY, MatchKind.BLOC)
        if view.after(stop) is None or match is None or match.kind not in kinds or match.sense not in _STATED:
            return stop
        return match.stop

    def _after_preposition(self, view: View, stop: int, at: At, preposition: str, case: str) -> int:
        after = view.after(stop)
        if after is None or view.tokens[after].text != preposition or view.after(after + 1) is None:
            return stop
        end = self._chain(view, after + 1, at, case)
        return end if end > after + 1 else stop

    def _post(self, view: View, stop: int, at: At) -> int:
        """«в Кыргызстане», «в Ошской области», «при Отделении ООН»."""
        after = view.after(stop)
        if after is None or view.tokens[after].text not in ("в", "во", "при"):
            return stop
        begin = self._chain(view, after + 1, at, "loct") if view.tokens[after].text == "при" else after + 1
        end = self._stated(view, begin, at, places=True) if view.after(begin) is not None else begin
        return end if end > after + 1 else stop


def _is_in_case(view: View, position: int, case: str) -> bool:
    readings = view.word_at(position).readings
    if readings[0].pos in ("PREP", "CONJ"):
        return False
    return any(reading.case == case and reading.pos in ("NOUN", "ADJF", "PRTF") for reading in readings)
