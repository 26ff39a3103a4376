"""Who names a figure, and whose data it is."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.values import Person
from kgtui.model import EntityKind, Headline, Quote, Span


def source_of(material: Material, headline: Headline, span: Span) -> tuple[Person | None, str | None]:
    """The person in whose speech a figure stands, in the office that the article states, and the body whose words or
    data they are; of several the one whose speech is the narrowest."""
    facts = material.facts(headline.number)
    around = [each for each in (*facts.quotes, *facts.statements) if each.speaker and each.span.overlaps(span)]
    around.sort(key=lambda quote: quote.span.end - quote.span.start)
    person = next((each for each in around if _is_by(each, EntityKind.PERSON)), None)
    body = next((each for each in around if _is_by(each, EntityKind.ORGANISATION)), None)
    return (
        _person(material, headline, person) if person else None,
        body.speaker.name if body and body.speaker else None,
    )


def _is_by(quote: Quote, kind: EntityKind) -> bool:
    return quote.speaker is not None and quote.speaker.kind is kind


def _person(material: Material, headline: Headline, quote: Quote) -> Person | None:
    speaker = quote.speaker
    if speaker is None:
        return None
    named = material.facts(headline.number).entities
    entity = next((each for each in named if (each.kind, each.key) == (speaker.kind, speaker.key)), None)
    return Person(speaker.key, speaker.name, entity.role if entity else None, entity.country if entity else None)
