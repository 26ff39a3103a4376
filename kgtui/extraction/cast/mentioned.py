"""The entities of an article by token."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.context import Context
from kgtui.model import Entity, EntityKind


class Mentioned:
    """Which entities a token belongs to."""

    def __init__(self, context: Context, entities: Sequence[Entity]) -> None:
        self._context = context
        found: dict[int, list[tuple[int, Entity]]] = {}
        for entity in entities:
            for span in entity.spans:
                for position in context.positions(span):
                    found.setdefault(position, []).append((span.start - span.end, entity))
        self._by_token = {at: [e for _, e in sorted(each, key=lambda pair: pair[0])] for at, each in found.items()}

    def __contains__(self, position: int) -> bool:
        return position in self._by_token

    def at(self, position: int, kinds: Sequence[EntityKind] = ()) -> Sequence[Entity]:
        """The entities (of one of these kinds, if any are given) of a token, those of the longest mention first."""
        found = self._by_token.get(position, [])
        return [entity for entity in found if entity.kind in kinds] if kinds else found

    def stop(self, position: int) -> int:
        """Where the longest mention ends that covers a token."""
        token = self._context.tokens[position].span  # a name may be a part of it: «РБК-Украина»
        return next(
            self._context.positions(span).stop for span in self._by_token[position][0].spans if span.overlaps(token)
        )
