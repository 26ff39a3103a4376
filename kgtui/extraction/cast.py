"""Who acts in an article: its persons, bodies and countries by their place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from kgtui.extraction.context import Context
from kgtui.model import Actor, Entity, EntityKind


class Cast:
    """The entities of an article as the rules on speech, meetings and promises ask for them; positions are those of the
    context's tokens.
    """

    def __init__(self, context: Context, entities: Sequence[Entity]) -> None:
        self.entities = tuple(entities)
        self._context = context

    def at(self, position: int, *kinds: EntityKind) -> Entity | None:
        """The entity (of one of these kinds, if any are given) that a token belongs to, of several the longest."""
        return next((e for e in self._by_token.get(position, ()) if not kinds or e.kind in kinds), None)

    def within(self, first: int, stop: int, *kinds: EntityKind) -> list[Entity]:
        """The entities mentioned in a token range, in the order of their first mention there, each once."""
        found = (e for i in range(first, stop) for e in self._by_token.get(i, ()) if not kinds or e.kind in kinds)
        return list(dict.fromkeys(found))

    @cached_property
    def _by_token(self) -> dict[int, list[Entity]]:
        """Token position → the entities whose mention covers it, those of the longest mention first."""
        found: dict[int, list[tuple[int, Entity]]] = {}
        for entity in self.entities:
            for span in entity.spans:
                for position in self._context.positions(span):
                    found.setdefault(position, []).append((span.start - span.end, entity))
        return {at: [e for _, e in sorted(each, key=lambda pair: pair[0])] for at, each in found.items()}


def actor(entity: Entity) -> Actor:
    """An entity as one who speaks, meets or promises."""
    return Actor(entity.kind, entity.key, entity.name)
