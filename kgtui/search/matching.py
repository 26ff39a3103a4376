"""Where a query's parts stand in a text: from the text itself and from what was found in it, with true offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Protocol

from kgtui.language import Token, TokenKind
from kgtui.language.analysis import tokens_in
from kgtui.language.joining import joined
from kgtui.model import Entity, EntityKind, Facts, Span
from kgtui.search.nearness import together
from kgtui.search.query.nodes import Asked, Country, Dated, Field, InCountry, InField, Named, Near, Node
from kgtui.search.query.spellings import Part, wanted_parts
from kgtui.search.runs import Runs
from kgtui.search.terms import Tier, name_term

FIELD_KINDS = {
    Field.PERSON: frozenset({EntityKind.PERSON}),
    Field.COUNTRY: frozenset({EntityKind.COUNTRY}),
    Field.BODY: frozenset({EntityKind.ORGANISATION, EntityKind.BLOC}),
    Field.PLACE: frozenset({EntityKind.PLACE}),
    Field.PROJECT: frozenset({EntityKind.PROJECT}),
}


Things = frozenset[tuple[Named, str]]  # what a part means by its name, with the keys of all that is called so


class Passage(Protocol):
    """A part of a text: an analysis of it, or the part alone."""

    @property
    def text(self) -> str: ...

    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of a text that is looked at."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """One place in a text that answers a part of a query. ``part`` is its number among `Matcher.parts`."""

    span: Span
    part: int
    tier: Tier


class Matcher:
    """Finds the hits of one query in any number of texts; remembers each form that it has met. ``things`` are found
    also where an article calls them otherwise."""

    def __init__(self, root: Node | None, things: Things = frozenset()) -> None:
        self.parts = tuple(wanted_parts(root))
        self._things = things
        self._runs = Runs()

    def found(self, passage: Passage, facts: Facts | None = None) -> tuple[Found, ...]:
        """All hits in text order, none inside another. ``facts`` say where what is named."""
        return tuple(outermost(chain.from_iterable(self.by_part(passage, facts))))

    def spans(self, passage: Passage, facts: Facts | None = None) -> tuple[Span, ...]:
        return tuple(hit.span for hit in self.found(passage, facts))

    def by_part(self, passage: Passage, facts: Facts | None = None) -> list[list[Found]]:
        """The hits of each part, in text order, none inside another of the same part."""
        text = _Text(passage, facts)
        return [
            outermost(Found(span, number, tier) for part in spellings for span, tier in self._of(part, text))
            for number, spellings in enumerate(self.parts)
        ]

    @property
    def asks_for_facts(self) -> bool:
        """Whether what is named in a text matters to it."""
        return any(_asks_for_facts(part) for spellings in self.parts for part in spellings)

    def tier_in(self, asked: Asked, name: str) -> Tier | None:
        """How sure a name answers."""
        return tier_in_name(asked, name, self._runs)

    def _of(self, part: Part, text: _Text) -> Iterator[tuple[Span, Tier]]:
        if isinstance(part, InField):
            for entity in text.named(part.field):
                yield from self._of_entity(part.asked, entity, text)
        elif isinstance(part, Named):
            for entity in text.named(part.field):
                if self._is_thing(part, entity):
                    yield from ((span, Tier.EXACT) for span in text.inside(entity.spans))
        elif isinstance(part, InCountry):
            yield from self._of(Country(part.words, part.code), text)
        elif isinstance(part, Country):
            yield from self._of(part.words, text)
            yield from ((span, Tier.RELATED) for span in text.country(part.code))
        elif isinstance(part, Near):
            yield from self._of_near(part, text)
        elif not isinstance(part, Dated):
            yield from self._of_words(part, text)

    def _of_words(self, asked: Asked, text: _Text) -> Iterable[tuple[Span, Tier]]:
        at_once = self._runs.at_once(asked, text.text, text.within, text.chunks)
        if at_once is not None:
            return at_once
        return ((text.span(run.first, run.last), run.tier) for run in self._runs.of(asked, text.words))

    def _of_entity(self, asked: Asked, entity: Entity, text: _Text) -> Iterator[tuple[Span, Tier]]:
        """All mentions of a thing of which one, or its name, answers; those that do not themselves, as other forms."""
        tiers = {name: self.tier_in(asked, name) for name in {entity.name, *text.surfaces(entity)}}
        if any(tier is not None for tier in tiers.values()):
            for span in text.inside(entity.spans):
                tier = tiers[span.of(text.text)]
                yield span, Tier.FORM if tier is None else tier

    def _is_thing(self, part: Named, entity: Entity) -> bool:
        key = name_term(entity.key)
        return name_term(part.name) in (key, name_term(entity.name)) or (part, key) in self._things

    def _of_near(self, near: Near, text: _Text) -> Iterator[tuple[Span, Tier]]:
        found = [list(self._of(part, text)) for part in near.parts]
        places = [sorted({text.position(span) for span, _tier in hits}) for hits in found]
        for hits, close in zip(found, together(places, near.distance), strict=True):
            yield from ((span, tier) for span, tier in hits if text.position(span) in close)


def tier_in_name(asked: Asked, name: str, runs: Runs | None = None) -> Tier | None:
    """How sure a name answers; ``runs`` remember each form that was met."""
    words = [token for token in tokens_in(name) if token.kind is not TokenKind.MARK]
    return min((run.tier for run in (runs or Runs()).of(asked, words)), default=None)


class _Text:
    """A text as its words, with what is named in it."""

    def __init__(self, passage: Passage, facts: Facts | None) -> None:
        self.text = passage.text
        self.within = passage.span
        self._entities = facts.entities if facts else ()

    @cached_property
    def words(self) -> Sequence[Token]:
        return joined(tokens_in(self.text, self.within))

    @cached_property
    def chunks(self) -> set[str]:
        """What stands between spaces."""
        return set(self.within.of(self.text).split())

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def span(self, first: int, last: int) -> Span:
        return Span(self.words[first].start, self.words[last].end)

    def position(self, span: Span) -> int:
        """The number of the word with which a span begins."""
        return max(0, bisect_right(self._starts, span.start) - 1)

    def named(self, field: Field) -> Iterator[Entity]:
        kinds = FIELD_KINDS.get(field, frozenset())
        return (entity for entity in self._entities if entity.kind in kinds)

    def surfaces(self, entity: Entity) -> Iterator[str]:
        return (span.of(self.text) for span in entity.spans)

    def country(self, code: str) -> Iterator[Span]:
        for entity in self.named(Field.COUNTRY):
            if entity.key == code:
                yield from self.inside(entity.spans)

    def inside(self, spans: Iterable[Span]) -> Iterator[Span]:
        return (span for span in spans if self.within.start <= span.start and span.end <= self.within.end)


def _asks_for_facts(part: Part | Asked | Country) -> bool:
    if isinstance(part, Near):
        return any(map(_asks_for_facts, part.parts))
    return isinstance(part, InField | Named | Country | InCountry)


def outermost(hits: Iterable[Found]) -> list[Found]:
    """In text order; of hits that overlap the surest, of equally sure ones the longest, then the first."""
    kept: list[Found] = []
    for hit in sorted(hits, key=lambda hit: (hit.tier, hit.span.start - hit.span.end, hit.span.start)):
        at = bisect_left(kept, hit.span, key=lambda other: other.span)
        if not any(hit.span.overlaps(other.span) for other in kept[max(0, at - 1) : at + 1]):
            insort(kept, hit, key=lambda other: other.span)
    return kept
