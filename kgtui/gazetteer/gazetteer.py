"""The gazetteer: its tables, its look-ups by name, its matcher. Loaded once, on first use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from kgtui.gazetteer.capitals import CapitalRules
from kgtui.gazetteer.checks import refuse_shared_names
from kgtui.gazetteer.compounds import Compounds
from kgtui.gazetteer.contexts import Contexts, read_contexts
from kgtui.gazetteer.doubt import DoubtRules
from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.lexicon import Lexicon, Use, Wording, linking_forms
from kgtui.gazetteer.matches import GazetteerMatch
from kgtui.gazetteer.matching import NameMatcher
from kgtui.gazetteer.offices import OfficeMatcher
from kgtui.gazetteer.records import (
    Bloc,
    Country,
    Office,
    Place,
    read_blocs,
    read_countries,
    read_offices,
    read_places,
)
from kgtui.gazetteer.tables import DATA, GazetteerError
from kgtui.gazetteer.view import View
from kgtui.language import Analysis
from kgtui.language.analysis import tokens_in


class Gazetteer:
    """Countries, blocs, places and offices; ``match`` finds them in a text, ``*_named`` in a query."""

    def __init__(self, folder: Path = DATA) -> None:
        """Reads and checks the tables of a folder. Raises GazetteerError."""
        countries = read_countries(folder)
        blocs = read_blocs(folder, countries)
        places = read_places(folder, countries)
        self.countries: Mapping[str, Country] = MappingProxyType({code: c for code, (c, _row) in countries.items()})
        self.blocs: Mapping[str, Bloc] = MappingProxyType({code: bloc for code, (bloc, _row) in blocs.items()})
        self.places: Sequence[Place] = tuple(place for place, _row in places)
        self.offices: Sequence[Office] = tuple(office for office, _row in read_offices(folder))
        self._contexts: Contexts = read_contexts(folder, countries)
        refuse_shared_names(list(countries.values()), list(blocs.values()), places, self._contexts)

    def country_named(self, query: str) -> Country | None:
        """The country that a whole query names: a name or abbreviation in any form and letter case, or its code."""
        code = query.strip().upper()
        if code in self.countries:
            return self.countries[code]
        return self._country_of(query, (Use.NAME, Use.ABBREVIATION, Use.PERIPHRASIS))

    def country_meant(self, query: str) -> Country | None:
        """As `country_named`, or by its adjective or a word for its people: «узбекский», «узбекистанцы»."""
        return self.country_named(query) or self._country_of(query, (Use.ADJECTIVE, Use.DEMONYM))

    def _country_of(self, query: str, uses: Sequence[Use]) -> Country | None:
        named = [wording for wording in self._whole(query) if wording.use in uses]
        named.sort(key=lambda wording: not self._is_usual(wording))
        return self.countries[named[0].country] if named else None

    def _is_usual(self, wording: Wording) -> bool:
        """Whether a word shared by several countries means this one where nothing else is known."""
        meanings = self._contexts.rivals.get(wording.alias, ())
        return any(meaning.default and meaning.code == wording.country for meaning in meanings)

    def bloc_named(self, query: str) -> Bloc | None:
        """The bloc that a whole query names: a short or full name in any form and letter case, or its code."""
        code = query.strip().upper()
        if code in self.blocs:
            return self.blocs[code]
        return next((self.blocs[wording.code] for wording in self._whole(query) if wording.use is Use.BLOC), None)

    def members(self, union: str) -> Sequence[str]:
        """The alpha-2 codes of the states of a bloc, by its code, or of a part of the world, by its folded name; none
        where they are unknown or not agreed on."""
        bloc = self.blocs.get(union)
        return bloc.members if bloc else self._regions.get(union, ())

    def unions_of(self, country: str) -> Sequence[str]:
        """The blocs, by their codes, and the parts of the world, by their folded names, that a country belongs to."""
        blocs = (bloc.code for bloc in self.blocs.values() if country in bloc.members)
        return [*blocs, *(name for name, members in self._regions.items() if country in members)]

    @cached_property
    def _regions(self) -> Mapping[str, Sequence[str]]:
        return {plain(place.name): place.members for place in self.places if place.members}

    def match(self, analysis: Analysis) -> tuple[GazetteerMatch, ...]:
        """All that the gazetteer knows in a text, in text order, an office before what it holds."""
        view = View(analysis, self._doubts.telling)
        named = self._names.match(view)
        offices = self._office_matcher.match(view, named)
        return tuple(sorted([*offices, *named], key=lambda match: (match.span.start, -match.span.end, match.code)))

    def _whole(self, query: str) -> Sequence[Wording]:
        """The wordings that a query is."""
        tokens = tokens_in(query.strip())
        hits = self._lexicon.hits(tokens, 0, len(tokens)) if tokens else []
        return [wording for hit in hits if hit.stop == len(tokens) for wording in hit.wordings]

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self._wordings())

    @cached_property
    def _names(self) -> NameMatcher:
        names = {code: country.name for code, country in self.countries.items()}
        adjectives = {a: c.code for c in self.countries.values() for a in c.adjectives if " " not in a}
        extra = {form: c.code for c in self.countries.values() for form in c.linking}
        lists = self._contexts.lists
        return NameMatcher(
            self._lexicon,
            Compounds(linking_forms(adjectives, extra), names),
            self._doubts,
            CapitalRules(lists),
            names,
        )

    @cached_property
    def _doubts(self) -> DoubtRules:
        return DoubtRules(self._contexts, self._evidence())

    @cached_property
    def _office_matcher(self) -> OfficeMatcher:
        return OfficeMatcher(self.offices, self._contexts.lists)

    def _wordings(self) -> Iterator[Wording]:
        for country in self.countries.values():
            yield from _country_wordings(country)
        for bloc in self.blocs.values():
            for alias in bloc.names:
                yield Wording(Use.BLOC, bloc.code, alias, bloc.name)
        for place in self.places:
            for alias in place.names:
                yield Wording(Use.PLACE, plain(place.name), alias, place.name, place.country)

    def _evidence(self) -> dict[str, frozenset[str]]:
        """For each country the one-word names that mean nothing else."""
        doubtful = {plain(word) for word in (*self._contexts.careful, *self._contexts.rivals)}
        return {
            code: frozenset(plain(name) for name in country.names if " " not in name and plain(name) not in doubtful)
            for code, country in self.countries.items()
        }


def _country_wordings(country: Country) -> Iterator[Wording]:
    groups: tuple[tuple[Use, Sequence[str]], ...] = (
        (Use.NAME, [name for name in country.names if name not in country.abbreviations]),
        (Use.ABBREVIATION, country.abbreviations),
        (Use.ADJECTIVE, country.adjectives),
        (Use.DEMONYM, country.demonyms),
        (Use.CAPITAL, country.capitals),
        (Use.PERIPHRASIS, country.periphrases),
    )
    for use, aliases in groups:
        for alias in aliases:
            name = country.capital if use is Use.CAPITAL else country.name
            yield Wording(use, country.code, alias, name, country.code)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package's own tables. Raises GazetteerError where one of them is wrong."""
    return Gazetteer()


__all__ = ["Gazetteer", "GazetteerError", "load_gazetteer"]
