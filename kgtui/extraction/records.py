"""Facts as the plain record that is exchanged and scored: one JSON object an article."""

from __future__ import annotations

from collections.abc import Iterable

from kgtui.model import Document, Entity, EntityKind, Facts

Record = dict[str, object]


def facts_record(document: Document, facts: Facts) -> Record:
    """The record of an article. ``surfaces`` are the forms found in the text, letter for letter; blocs are listed
    among the organisations.
    """
    by_kind: dict[EntityKind, list[Entity]] = {kind: [] for kind in EntityKind}
    for entity in facts.entities:
        by_kind[entity.kind].append(entity)
    text = document.text
    return {
        "id": document.id,
        "published": document.published.isoformat() if document.published else None,
        "source": document.source,
        "countries": [{"code": e.key, "surfaces": _surfaces(text, e)} for e in by_kind[EntityKind.COUNTRY]],
        "persons": [_person(text, e) for e in by_kind[EntityKind.PERSON]],
        "organisations": _named(text, [*by_kind[EntityKind.BLOC], *by_kind[EntityKind.ORGANISATION]]),
        "places": _named(text, by_kind[EntityKind.PLACE]),
        "projects": _named(text, by_kind[EntityKind.PROJECT]),
    }


def _person(text: str, entity: Entity) -> Record:
    return {
        "name": entity.name,
        "surfaces": _surfaces(text, entity),
        "role": entity.role,
        "country": entity.country,
    }


def _named(text: str, entities: Iterable[Entity]) -> list[Record]:
    return [{"name": entity.name, "surfaces": _surfaces(text, entity)} for entity in entities]


def _surfaces(text: str, entity: Entity) -> list[str]:
    return list(dict.fromkeys(span.of(text) for span in entity.spans))
