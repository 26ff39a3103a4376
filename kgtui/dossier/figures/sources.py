"""Who names a figure, and whose data it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgtui.dossier.values import Person
from kgtui.model import Entity, EntityKind, Quote, Span


def source_of(speech: Iterable[Quote], entities: Sequence[Entity], span: Span) -> tuple[Person | None, str | None]:
    """The person in whose speech a figure of an article stands, in the office that the article states, and the body
    whose words or data they are; of several the one whose speech is the narrowest. ``entities`` are what the article
    names."""
    around = [each for each in speech if each.speaker and each.span.overlaps(span)]
    around.sort(key=lambda quote: quote.span.end - quote.span.start)
    persons = (_person(entities, each) for each in around)
    bodies = (each.speaker.name for each in around if each.speaker and each.speaker.kind is EntityKind.ORGANISATION)
    return next((person for person in persons if person), None), next(bodies, None)


def _person(entities: Sequence[Entity], quote: Quote) -> Person | None:
    speaker = quote.speaker
    if speaker is None or speaker.kind is not EntityKind.PERSON:
        return None
    entity = next((each for each in entities if (each.kind, each.key) == (speaker.kind, speaker.key)), None)
    return Person(speaker.key, speaker.name, entity.role if entity else None, entity.country if entity else None)
