"""What the tables must agree on among themselves."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.gazetteer.contexts import Contexts
from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.records import Bloc, Country, Place
from kgtui.gazetteer.tables import Row


def refuse_shared_names(
    countries: Sequence[tuple[Country, Row]],
    blocs: Sequence[tuple[Bloc, Row]],
    places: Sequence[tuple[Place, Row]],
    contexts: Contexts,
) -> None:
    """A word stands for one thing, or for several states that lines of rivals.tsv tell apart.

    Raises GazetteerError at the second thing that claims a word, and at a rival whose country does not have the word.
    """
    words_of = {country.code: _words_of(country) for country, _row in countries}
    claims = [
        *((country.code, words_of[country.code], row) for country, row in countries),
        *((bloc.code, frozenset(bloc.names), row) for bloc, row in blocs),
        *((place.name, frozenset(place.names), row) for place, row in places),
    ]
    seen: dict[str, tuple[str, Row]] = {}
    for owner, words, row in claims:
        for word in sorted(words - set(contexts.rivals)):
            other, elsewhere = seen.setdefault(plain(word), (owner, row))
            if other != owner:
                raise row.error(f"{word!r} stands for {other} as well ({elsewhere.file.name}, line {elsewhere.line})")
    for word, meanings in contexts.rivals.items():
        for meaning in meanings:
            if meaning.code and word not in words_of[meaning.code]:
                raise meaning.row.error(f"{word!r} is no word of {meaning.code} in countries.tsv")


def _words_of(country: Country) -> frozenset[str]:
    """All words for a country; its capitals may be cities of the same name."""
    return frozenset(
        (
            *country.names,
            *country.abbreviations,
            *country.adjectives,
            *country.demonyms,
            *country.periphrases,
            *(capital for capital in country.capitals if capital not in country.names),
        )
    )
