"""Finding what a correction speaks of among facts that may have been extracted anew since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgtui.corrections.changes import Place
from kgtui.model import Document, Entity, EntityKind, FactKind, Span, Stated

_LIKE = 0.5  # of the words of both: what has less in common is another fact


def place_of(document: Document, kind: FactKind | EntityKind, span: Span) -> Place:
    """Where a fact of an article stands, or one mention of an entity."""
    return Place(document.id, kind.value, span, span.of(document.text))


def fact_at(place: Place, facts: Sequence[Stated], text: str) -> int | None:
    """The number of the fact, among those of its kind."""
    at = _nearest(place, (fact.span for fact in facts), text)
    return next((number for number, fact in enumerate(facts) if fact.span == at), None) if at else None


def entity_at(place: Place, entities: Sequence[Entity], text: str) -> tuple[int, Span] | None:
    """The number of the entity that the article names there, and the mention; of the place's kind if there is one, as
    another correction may have changed it."""
    of_kind = [entity for entity in entities if entity.kind.value == place.kind]
    for among in (of_kind, entities):
        at = _nearest(place, (span for entity in among for span in entity.spans), text)
        if at:
            return next((entities.index(entity), at) for entity in among if at in entity.spans)
    return None


def _nearest(place: Place, spans: Iterable[Span | None], text: str) -> Span | None:
    """Where the words still stand at the place, what covers the same or nearly the same; where they have moved, as the
    article was changed, the nearest with the same words."""
    there = [span for span in spans if span is not None]
    if place.span.of(text) == place.surface:
        likest = max(there, key=lambda span: _shared(span, place.span), default=None)
        return likest if likest and _shared(likest, place.span) >= _LIKE else None
    same = (span for span in there if span.of(text) == place.surface)
    return min(same, key=lambda span: abs(span.start - place.span.start), default=None)


def _shared(one: Span, other: Span) -> float:
    """The part of the words of both that is common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / max(1, max(one.end, other.end) - min(one.start, other.start))
