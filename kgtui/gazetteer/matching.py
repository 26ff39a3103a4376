"""From wordings found in a text to countries, blocs and places: the longest first, each settled by its context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kgtui.gazetteer.capitals import CapitalRules
from kgtui.gazetteer.compounds import Compounds
from kgtui.gazetteer.doubt import DoubtRules
from kgtui.gazetteer.inflection import plain
from kgtui.gazetteer.lexicon import Hit, Lexicon, Use, Wording
from kgtui.gazetteer.matches import GazetteerMatch, MatchKind, Sense
from kgtui.gazetteer.regions import shared_nouns
from kgtui.gazetteer.view import View
from kgtui.model import Span

_SENSES = {
    Use.NAME: Sense.NAME,
    Use.ABBREVIATION: Sense.ABBREVIATION,
    Use.ADJECTIVE: Sense.ADJECTIVE,
    Use.DEMONYM: Sense.DEMONYM,
    Use.CAPITAL: Sense.CAPITAL,
    Use.PERIPHRASIS: Sense.PERIPHRASIS,
}


class NameMatcher:
    """Finds countries, blocs and places; offices are found over its matches."""

    def __init__(
        self,
        lexicon: Lexicon,
        compounds: Compounds,
        doubts: DoubtRules,
        capitals: CapitalRules,
        country_names: Mapping[str, str],
    ) -> None:
        self._lexicon = lexicon
        self._compounds = compounds
        self._doubts = doubts
        self._capitals = capitals
        self._country_names = country_names

    def match(self, view: View) -> list[GazetteerMatch]:
        """All matches in text order. They do not overlap, but a token may carry several countries."""
        chosen = list(self._chosen(view))
        capitals = [(hit.first, hit.stop) for hit, wording in chosen if wording.use is Use.CAPITAL]
        countries = [(hit.first, hit.stop) for hit, wording in chosen if wording.use in _SENSES]
        matches: list[GazetteerMatch] = []
        acting = self._capitals.acting(view, capitals, countries)
        for hit, wording in chosen:
            matches.append(self._made(view, hit, wording, acting))
            if wording.use is Use.BLOC and hit.stop - hit.first > 1:
                matches.extend(self._inside(view, hit))
        taken = {i for hit, wording in chosen if wording.use is not Use.BLOC for i in range(hit.first, hit.stop)}
        matches.extend(self._compounds.matches(view, self._lexicon, taken))
        places = [match for match in matches if match.kind is MatchKind.PLACE]
        matches.extend(match for match in shared_nouns(view, self._lexicon, places) if match.first not in taken)
        return sorted(matches, key=lambda match: (match.span, match.code))

    def _inside(self, view: View, bloc: Hit) -> Iterator[GazetteerMatch]:
        """The countries that a bloc's name holds: «Союзное государство России и Беларуси»."""
        for position in range(bloc.first, bloc.stop):
            if self._lexicon.may_start(view.tokens[position].text):
                chosen = self._first_allowed(view, position, bloc.stop, (Use.NAME, Use.ADJECTIVE))
                if chosen is not None:
                    yield self._made(view, *chosen, set())

    def _chosen(self, view: View) -> Iterator[tuple[Hit, Wording]]:
        """The longest wording at each place that its context allows."""
        stop = 0
        for position in view.where(self._lexicon.may_start):
            if position < stop:
                continue
            chosen = self._first_allowed(view, position, view.sentence(position)[1])
            if chosen is not None:
                yield chosen
                stop = chosen[0].stop

    def _first_allowed(
        self, view: View, position: int, end: int, uses: Sequence[Use] = tuple(Use)
    ) -> tuple[Hit, Wording] | None:
        for hit in self._lexicon.hits(view.tokens, position, end):
            for wording in hit.wordings:
                if wording.use in uses and self._doubts.allows(view, hit, wording):
                    return hit, wording
        return None

    def _made(self, view: View, hit: Hit, wording: Wording, acting: set[int]) -> GazetteerMatch:
        span = Span(view.tokens[hit.first].start, view.tokens[hit.stop - 1].end)
        if wording.use is Use.BLOC:
            return GazetteerMatch(MatchKind.BLOC, wording.code, wording.name, span, hit.first, hit.stop)
        if wording.use is Use.PLACE or (wording.use is Use.CAPITAL and hit.first not in acting):
            codes = (wording.country,) if wording.country else ()
            return GazetteerMatch(
                MatchKind.PLACE, plain(wording.name), wording.name, span, hit.first, hit.stop, codes=codes
            )
        code = wording.country
        name = self._country_names[code]
        return GazetteerMatch(MatchKind.COUNTRY, code, name, span, hit.first, hit.stop, _SENSES[wording.use], (code,))
