"""Persons as an article names them: in the office and of the country that it states."""

from __future__ import annotations

from collections.abc import Iterable

from kgtui.dossier.spellings import in_usual_spelling
from kgtui.dossier.values import Person
from kgtui.model import Actor, Entity, EntityKind


def person_named(entities: Iterable[Entity], key: str) -> Entity | None:
    """The person of that key among what an article names."""
    return next((each for each in entities if each.kind is EntityKind.PERSON and each.key == key), None)


def stated_person(entities: Iterable[Entity], actor: Actor) -> Person:
    """An actor that is a person; ``entities`` are what the article names."""
    entity = person_named(entities, actor.key)
    office, country = (entity.role, entity.country) if entity else (None, None)
    return Person(actor.key, in_usual_spelling(actor.name), office, country)
