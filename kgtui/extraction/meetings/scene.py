"""One article as the rules on meetings see it: sentences with their parties, what is quoted, whose news it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.meetings.parties import PartyFinder, Series, is_acting
from kgtui.gazetteer import MatchKind, Sense
from kgtui.model import Entity, Period

_CURRENCIES = frozenset({"доллар", "рубль", "долл"})
_MARKS = {"«": 1, "»": -1, "„": 1, "”": -1}
_REACH = 3  # sentences before in which an unnamed subject may stand


class Scene:
    """What the rules ask of an article; all is looked up when it is first asked for."""

    def __init__(self, context: Context, cast: Cast, periods: Sequence[Period]) -> None:
        self.context = context
        self.cast = cast
        self.periods = periods
        self._series: dict[int, list[Series]] = {}

    @cached_property
    def finder(self) -> PartyFinder:
        return PartyFinder(self.context, self.cast)

    def series(self, position: int) -> list[Series]:
        """The parties in the sentence of a token, those within quoted speech left out."""
        first, stop = self.context.sentence(position)
        found = self._series.get(first)
        if found is None:
            rows = self.finder.series(first, stop)
            found = self._series[first] = [row for row in rows if row.first not in self.quoted]
        return found

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The positions of tokens that stand between quotation marks."""
        return frozenset(self._quoted())

    def _quoted(self) -> Iterator[int]:
        depth, straight = 0, False
        for position, token in enumerate(self.context.tokens):
            if (depth or straight) and self._begins_paragraph(position):
                straight = False
                depth = depth if self._closes_next(position) else 0
            if token.text == '"':
                straight = not straight
            else:
                depth = max(0, depth + _MARKS.get(token.text, 0))
            if depth or straight:
                yield position

    def _begins_paragraph(self, position: int) -> bool:
        tokens = self.context.tokens
        return position > 0 and "\n" in self.context.text[tokens[position - 1].end : tokens[position].start]

    def _closes_next(self, position: int) -> bool:
        """Whether the next mark closes: speech may go on in a new paragraph."""
        marks = self._marks
        following = bisect_left(marks, position)
        return following < len(marks) and _MARKS[self.context.tokens[marks[following]].text] < 0

    @cached_property
    def _marks(self) -> list[int]:
        return [position for position, token in enumerate(self.context.tokens) if token.text in _MARKS]

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries that the article names and that are no more than part of a currency's name."""
        codes = (
            match.code
            for match in self.context.matches
            if match.kind is MatchKind.COUNTRY
            and match.sense is not Sense.DEMONYM
            and not self._of_currency(match.first)
        )
        return tuple(dict.fromkeys(codes))

    def _of_currency(self, position: int) -> bool:
        return position > 0 and not self.context.lemmas(position - 1).isdisjoint(_CURRENCIES)

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """The two countries of an article that names no other."""
        return self.countries if len(self.countries) == 2 else ()

    def subject_before(self, position: int) -> Entity | None:
        """The person who is the subject of the nearest sentence before that has one."""
        first, _stop = self.context.sentence(position)
        for _ in range(_REACH):
            if first == 0:
                return None
            first, _stop = self.context.sentence(first - 1)
            for row in self.series(first):
                if is_subject(row, self.context) and len(row.persons) == 1:
                    return row.persons[0]
        return None

    def is_international(self, person: Entity) -> bool:
        """Whether somebody's office is one of a union of countries or of a world body."""
        span = person.role_span
        return span is not None and any(
            m.kind is MatchKind.BLOC and m.span.overlaps(span) for m in self.context.matches
        )

    def acting_countries(self, first: int, stop: int) -> list[str]:
        """The countries that a token range names by their names, not by an adjective."""
        matches = (self.context.named.get(i) for i in range(first, stop))
        return list(dict.fromkeys(m.code for m in matches if m is not None and is_acting(m)))


def is_subject(row: Series, context: Context) -> bool:
    """Whether a row of parties may be the subject: in the nominative and governed by nothing."""
    if row.preposition or not row.may_be("nomn"):
        return False
    if not row.may_be("gent") or row.before < context.sentence(row.first)[0]:
        return True
    return context.word(row.before).readings[0].pos != "NOUN"
