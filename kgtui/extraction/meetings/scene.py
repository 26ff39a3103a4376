"""One article as the rules on meetings see it: sentences with their parties, what is quoted, whose news it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from kgtui.extraction.cast import Cast, Reference
from kgtui.extraction.context import Context
from kgtui.extraction.meetings.parties import PartyFinder, Series, is_acting
from kgtui.gazetteer import MatchKind
from kgtui.model import Entity, EntityKind, Period


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
        return frozenset(i for marked in self.cast.marked for i in range(marked.first, marked.stop))

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that the article is about."""
        return self.finder.countries

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """The two countries of an article that names no other."""
        return self.countries if len(self.countries) == 2 else ()

    def person(self, reference: Reference | None) -> Entity | None:
        """The person whom a reference means, if it means one."""
        meant = reference.actor if reference is not None else None
        return self._people.get(meant.key) if meant is not None and meant.kind is EntityKind.PERSON else None

    @cached_property
    def _people(self) -> dict[str, Entity]:
        return {entity.key: entity for entity in self.cast.entities if entity.kind is EntityKind.PERSON}

    @cached_property
    def officers(self) -> tuple[Entity, ...]:
        """The persons of the article who hold an office of a state or of a world body."""
        people = self._people.values()
        return tuple(p for p in people if p.role and (p.country or self.is_international(p)) and not is_press(p.role))

    def is_international(self, person: Entity) -> bool:
        """Whether somebody's office is one of a union of countries or of a world body."""
        if (person.role or "").startswith("евро"):
            return True
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


def is_press(role: str) -> bool:
    """Whether somebody only speaks for another."""
    return role.startswith(("пресс-секретарь", "официальный представитель", "корреспондент", "журналист"))
