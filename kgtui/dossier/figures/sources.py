"""Who names a figure, and whose data it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgtui.dossier.stated import stated_person
from kgtui.dossier.values import Person
from kgtui.model import Entity, EntityKind, Quote, Span


def source_of(speech: Iterable[Quote], entities: Sequence[Entity], span: Span) -> tuple[Person | None, str | None]:
    """The person in whose speech a figure of an article stands, in the office that the article states, and the body
    whose words or data they are; of several the one whose speech is the narrowest. ``entities`` are what the article
    names."""
    around = [each for each in speech if each.span.overlaps(span)]
    around.sort(key=lambda quote: quote.span.end - quote.span.start)
    speakers = [each.speaker for each in around if each.speaker]
    person = next((each for each in speakers if each.kind is EntityKind.PERSON), None)
    body = next((each.name for each in speakers if each.kind is EntityKind.ORGANISATION), None)
    return stated_person(entities, person) if person else None, body
