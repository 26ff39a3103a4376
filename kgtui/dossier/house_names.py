"""Countries in our own voice: «Киргизия» is written «Кыргызстан» wherever no source is quoted."""

from __future__ import annotations

from functools import lru_cache

from kgtui.extraction.phrases import cased_like, inflection
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense, load_gazetteer
from kgtui.language import analyse, fold, word

_ENDING = 2  # letters: «кыргызск» of «кыргызский»


@lru_cache(maxsize=1024)
def in_house_names(text: str) -> str:
    """A phrase with each country by the name and the adjective that the gazetteer has first, in the form of the text.

    >>> in_house_names("встреча президентов Киргизии и Таджикистана, киргизско-таджикский форум")
    'встреча президентов Кыргызстана и Таджикистана, кыргызско-таджикский форум'
    """
    pieces: list[str] = []
    at = 0
    for match in load_gazetteer().match(analyse(text)):
        if match.kind is MatchKind.COUNTRY and match.span.start >= at:
            pieces += [text[at : match.span.start], _named(match, match.span.of(text))]
            at = match.span.end
    return "".join([*pieces, text[at:]])


def _named(match: GazetteerMatch, surface: str) -> str:
    country = load_gazetteer().countries[match.code]
    if match.sense is Sense.ADJECTIVE:
        house, *others = (adjective[:-_ENDING] for adjective in country.adjectives)
        stem = next((other for other in others if surface.lower().startswith(other)), None)
        return cased_like(house + surface[len(stem) :].lower(), surface) if stem else surface
    others_folded = {fold(name) for name in country.names} - {fold(country.name)}
    readings = (each for each in word(surface).readings if each.folded in others_folded and each.case)
    reading = next(readings, None)
    if match.sense is not Sense.NAME or reading is None or reading.case is None:
        return surface
    return cased_like(inflection(word(country.name).readings[0], reading.case) or surface, surface)
