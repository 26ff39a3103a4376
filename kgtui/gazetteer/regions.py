"""Regions that share their noun: «Нарынской и Иссык-Кульской областях», «Кара-Сууского и Араванского районов»."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.lexicon import Lexicon, Use
from kgtui.gazetteer.matches import GazetteerMatch, MatchKind
from kgtui.gazetteer.view import View

_JOINING = frozenset({"и", ",", "или"})


def shared_nouns(view: View, lexicon: Lexicon, places: list[GazetteerMatch]) -> Iterator[GazetteerMatch]:
    """The regions named by an adjective alone before one that carries the noun in the plural."""
    for place in places:
        if place.stop - place.first == 2 and _is_plural(view, place.stop - 1):
            yield from _before(view, lexicon, place)


def _before(view: View, lexicon: Lexicon, place: GazetteerMatch) -> Iterator[GazetteerMatch]:
    begin, _end = view.sentence(place.first)
    noun = view.tokens[place.stop - 1]
    position = place.first - 1
    while position > begin and plain(view.tokens[position].text) in _JOINING:
        adjective = view.tokens[position - 1]
        hits = lexicon.hits((adjective, noun), 0, 2)
        wordings = [w for hit in hits if hit.stop == 2 for w in hit.wordings if w.use is Use.PLACE]
        if not wordings or not adjective.is_capitalised:
            return
        wording = wordings[0]
        codes = (wording.country,) if wording.country else ()
        yield GazetteerMatch(
            MatchKind.PLACE, plain(wording.name), wording.name, adjective.span, position - 1, position, codes=codes
        )
        position -= 2


def _is_plural(view: View, position: int) -> bool:
    return any(reading.number == "plur" for reading in view.word_at(position).readings)
