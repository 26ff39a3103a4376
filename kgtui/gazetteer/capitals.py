"""Whether a capital acts for its government («Минск и Бишкек реализуют») or is the scene («в Бишкеке»)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.view import DASHES, View

Range = tuple[int, int]

_JOINING = frozenset({"и", ",", "или", "а", "также"})
# The government in these cases after these prepositions; after any other preposition a capital is a scene.
_ACTING_AFTER = {
    "с": "ablt",
    "со": "ablt",
    "между": "ablt",
    "перед": "ablt",
    "к": "datv",
    "ко": "datv",
    "благодаря": "datv",
    "вопреки": "datv",
    "для": "gent",
    "против": "gent",
    "у": "gent",
    "со стороны": "gent",
}
_DIRECTIONS = frozenset({"с", "со", "к", "ко", "между"})


class CapitalRules:
    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        self._lists = lists

    def acting(self, view: View, capitals: Sequence[Range], countries: Iterable[Range]) -> set[int]:
        """The first tokens of the capitals that act. Capitals joined by «и» or a comma act together."""
        acting: set[int] = set()
        known = dict(countries)
        for group in _groups(view, sorted(capitals), known):
            if self._acts(view, group):
                acting.update(first for first, _stop in group)
        return acting

    def _acts(self, view: View, group: Sequence[Range]) -> bool:
        first, stop = group[0][0], group[-1][1]
        if self._is_dateline(view, first, stop) or self._is_route(view, first, stop):
            return False
        before = view.before(first)
        if before is None:
            return self._is_subject(view, first, stop)
        word = plain(view.tokens[before].text)
        lemmas = view.lemmas(before)
        if word == "." or self._has(lemmas, "city_words"):
            return word == "." and False
        if self._has(lemmas, "power_adjectives"):
            return True
        cases = self._cases(view, first)
        if any(reading.pos == "PREP" for reading in view.word_at(before).readings[:1]):
            needed = _ACTING_AFTER.get(word)
            return needed in cases and not (word in _DIRECTIONS and self._is_transport(view, first))
        if self._is_subject(view, first, stop):
            return True
        return self._is_object(view, before, cases)

    def _is_object(self, view: View, before: int, cases: set[str]) -> bool:
        """Without a preposition: «позиция Минска», «обвинил Москву», «передал Бишкеку»."""
        lemmas = view.lemmas(before)
        readings = view.word_at(before).readings
        if "gent" in cases and any(reading.pos == "NOUN" for reading in readings[:1]):
            return self._has(lemmas, "capital_power_nouns")
        if self._has(lemmas, "visiting_verbs"):
            return False
        is_verb = any(reading.pos in ("VERB", "INFN", "GRND", "PRTF", "PRTS") for reading in readings[:1])
        if is_verb and "accs" in cases:
            return self._has(lemmas, "acting_verbs")
        return is_verb and not cases.isdisjoint({"datv", "ablt"})

    def _is_subject(self, view: View, first: int, stop: int) -> bool:
        """Before or after a verb of will or speech, adverbs and insertions between."""
        if "nomn" not in self._cases(view, first):
            return False
        begin, end = view.sentence(first)
        for position in range(stop, min(end, stop + 7)):
            if view.tokens[position].text in (";", "(", "«", '"') or view.tokens[position].text in DASHES:
                break
            if self._is_finite(view, position):
                return self._has(view.lemmas(position), "acting_verbs")
        before = view.before(first)
        return (
            before is not None
            and begin <= before
            and self._is_finite(view, before)
            and self._has(view.lemmas(before), "acting_verbs")
        )

    @staticmethod
    def _is_finite(view: View, position: int) -> bool:
        return any(reading.pos in ("VERB", "ADJS", "PRTS") for reading in view.word_at(position).readings[:1])

    def _is_dateline(self, view: View, first: int, stop: int) -> bool:
        """«БИШКЕК, 11 ноя –», «Бишкек, 14 марта. /Кабар/», «АСТАНА. КАЗИНФОРМ»."""
        begin, _end = view.sentence(first)
        if any(token.is_word for token in view.tokens[begin:first]):
            return False
        after = view.after(stop)
        if after is None:
            return True
        mark = view.tokens[after].text
        shouted = view.tokens[first].is_upper and not view.is_shouted(first)
        if mark in DASHES or mark in ("/", "(", "."):
            return shouted or mark in ("/", ".")
        following = view.after(after + 1)
        return mark == "," and (shouted or (following is not None and view.tokens[following].text[:1].isdigit()))

    def _is_route(self, view: View, first: int, stop: int) -> bool:
        """«рейс Бишкек — Москва»: beside a dash, unless between powers."""
        begin, end = view.sentence(first)
        left = first > begin + 1 and view.tokens[first - 1].text in DASHES and view.tokens[first - 2].is_capitalised
        right = stop + 1 < end and view.tokens[stop].text in DASHES and view.tokens[stop + 1].is_capitalised
        return left or right

    def _is_transport(self, view: View, first: int) -> bool:
        begin, _end = view.sentence(first)
        return any(self._has(view.lemmas(position), "transport_words") for position in range(begin, first))

    @staticmethod
    def _cases(view: View, position: int) -> set[str]:
        readings = view.word_at(position).readings
        named = [reading for reading in readings if "Geox" in reading.grammemes] or list(readings)
        return {reading.case for reading in named if reading.case and reading.number != "plur"}

    def _has(self, lemmas: frozenset[str], name: str) -> bool:
        return not self._lists[name].isdisjoint(lemmas)


def _groups(view: View, capitals: Sequence[Range], _countries: Mapping[int, int]) -> list[list[Range]]:
    """Capitals of one sentence with nothing but joining words between."""
    groups: list[list[Range]] = []
    for first, stop in capitals:
        previous = groups[-1][-1] if groups else None
        if (
            previous is not None
            and view.sentence(previous[0]) == view.sentence(first)
            and previous[1] < first
            and all(plain(token.text) in _JOINING for token in view.tokens[previous[1] : first])
        ):
            groups[-1].append((first, stop))
        else:
            groups.append([(first, stop)])
    return groups
