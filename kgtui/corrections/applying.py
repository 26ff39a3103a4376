"""Facts of an article as they stand with what readers have corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from kgtui.corrections.changes import Amend, Change, Hide, Merge, Rename
from kgtui.corrections.lines import amended_values
from kgtui.corrections.locating import entity_at, fact_at
from kgtui.corrections.speaking import promised_by
from kgtui.model import Actor, Entity, FactKind, Facts, Figure, Meeting, Period, Promise, Quote, Span, Stated

READER = "reader"  # who has found what a reader has set

_Item = TypeVar("_Item")
_Acting = TypeVar("_Acting", Figure, Quote, Meeting, Promise)


def corrected(facts: Facts, text: str, changes: Iterable[Change]) -> Facts:
    """The changes one after the other; what one speaks of and is not there (any more) it leaves as it is."""
    for change in changes:
        if isinstance(change, Hide):
            facts = _hidden(facts, text, change)
        elif isinstance(change, Amend):
            facts = _amended(facts, text, change)
        elif isinstance(change, Merge):
            facts = _renamed(facts, change, change.into, change.into_name)
        elif isinstance(change, Rename):
            facts = _renamed(facts, change, change.key, change.name)
    return facts


def _hidden(facts: Facts, text: str, change: Hide) -> Facts:
    place = change.place
    if not place.is_of_entity:
        kind = FactKind(place.kind)
        number = fact_at(place, facts.of(kind), text)
        return facts if number is None else _with_facts(facts, kind, _without(facts.of(kind), number))
    found = entity_at(place, facts.entities, text)
    if found is None:
        return facts
    number, mention = found
    entity = facts.entities[number]
    left = tuple(span for span in entity.spans if span != mention) if change.mention_only else ()
    if not left:
        return replace(facts, entities=_without(facts.entities, number))
    return replace(facts, entities=_with(facts.entities, number, replace(entity, spans=left)))


def _amended(facts: Facts, text: str, change: Amend) -> Facts:
    place, values = change.place, amended_values(change)
    if not place.is_of_entity:
        kind = FactKind(place.kind)
        number = fact_at(place, facts.of(kind), text)
        fact = None if number is None else facts.of(kind)[number]
        if number is None or fact is None or isinstance(fact, Period):
            return facts
        amended = replace(fact, **_stated(values, fact.span), found_by=READER, doubt=None)
        facts = _with_facts(facts, kind, _with(facts.of(kind), number, amended))
        return promised_by(facts, fact, values.get("speaker", fact.speaker)) if isinstance(fact, Quote) else facts
    found = entity_at(place, facts.entities, text)
    if found is None:
        return facts
    was = facts.entities[found[0]]
    entity = replace(was, **values, found_by=READER, doubt=None)
    others = replace(facts, entities=joined(_with(facts.entities, found[0], entity)))
    return _acted(others, was, Actor(entity.kind, entity.key, entity.name))


def _stated(values: Mapping[str, Any], at: Span) -> dict[str, Any]:
    """A time that a reader sets is no inferred one: it stands with the words of the fact."""
    return {name: replace(value, span=at) if isinstance(value, Period) else value for name, value in values.items()}


def _renamed(facts: Facts, change: Merge | Rename, key: str, name: str) -> Facts:
    of_old = [entity for entity in facts.entities if (entity.kind, entity.key) == (change.kind, change.key)]
    entities = [replace(entity, key=key, name=name) if entity in of_old else entity for entity in facts.entities]
    others = replace(facts, entities=joined(entities))
    return _acted(others, change, Actor(change.kind, key, name))


def joined(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Of several that are one, the first with the mentions of all, and what only another says."""
    found: dict[tuple[str, str], Entity] = {}
    for entity in entities:
        first = found.setdefault((entity.kind.value, entity.key), entity)
        if first is not entity:
            said = first if first.role else entity
            found[entity.kind.value, entity.key] = replace(
                first,
                spans=tuple(sorted({*first.spans, *entity.spans})),
                role=said.role,
                role_span=said.role_span,
                country=first.country or entity.country,
            )
    return tuple(found.values())


def _acted(facts: Facts, was: Entity | Merge | Rename, now: Actor) -> Facts:
    """Whoever spoke, met, promised or had a figure under the kind and key of one is another."""

    def one(actor: Actor | None) -> Actor | None:
        return now if actor and (actor.kind, actor.key) == (was.kind, was.key) else actor

    def many(actors: Sequence[Actor]) -> tuple[Actor, ...]:
        by_key: dict[tuple[str, str], Actor] = {}
        for actor in (one(each) or each for each in actors):
            by_key.setdefault((actor.kind.value, actor.key), actor)
        return tuple(by_key.values())

    def each(said: Iterable[_Acting], change: Callable[[_Acting], _Acting]) -> tuple[_Acting, ...]:
        return tuple(map(change, said))

    return replace(
        facts,
        figures=each(facts.figures, lambda figure: replace(figure, union=one(figure.union))),
        quotes=each(facts.quotes, lambda quote: replace(quote, speaker=one(quote.speaker))),
        statements=each(facts.statements, lambda quote: replace(quote, speaker=one(quote.speaker))),
        meetings=each(facts.meetings, lambda meeting: replace(meeting, participants=many(meeting.participants))),
        promises=each(facts.promises, lambda made: replace(made, who=many(made.who), speaker=one(made.speaker))),
    )


def _with_facts(facts: Facts, kind: FactKind, said: Sequence[Stated]) -> Facts:
    return replace(facts, **{f"{kind.value}s": tuple(said)})  # type: ignore[arg-type]


def _with(items: Sequence[_Item], number: int, item: _Item) -> tuple[_Item, ...]:
    return *items[:number], item, *items[number + 1 :]


def _without(items: Sequence[_Item], number: int) -> tuple[_Item, ...]:
    return *items[:number], *items[number + 1 :]
