"""Whom words of an article mean."""

from __future__ import annotations

from dataclasses import dataclass

from kgtui.model import Actor, Entity


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to somebody, by their tokens. ``actors`` are those meant: one; several of «стороны»; none where
    the article leaves it open. ``found_by`` is "name", "role", "pronoun" or "body". ``cases`` are those that the words
    may stand in (empty: any), ``gender`` that of a person ("masc", "femn", None: not shown). ``sure`` is false where
    another came near. ``rivals`` are those of whom the article leaves open which one is meant; ``of_state`` says that
    the words are the highest office of a state, ``is_noun`` that they are a mere noun for a person («музыкант»).
    """

    first: int
    stop: int
    found_by: str
    actors: tuple[Actor, ...] = ()
    cases: frozenset[str] = frozenset()
    gender: str | None = None
    plural: bool = False
    sure: bool = True
    rivals: tuple[Actor, ...] = ()
    of_state: bool = False
    is_noun: bool = False

    @property
    def actor(self) -> Actor | None:
        return self.actors[0] if len(self.actors) == 1 else None

    @property
    def is_person(self) -> bool:
        return self.found_by != "body"

    def may_be(self, case: str) -> bool:
        return not self.cases or case in self.cases


def actor(entity: Entity) -> Actor:
    """An entity as one who speaks, meets or promises."""
    return Actor(entity.kind, entity.key, entity.name)
