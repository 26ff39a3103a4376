"""The entities of an article by token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgtui.extraction.context import Context
from kgtui.model import Entity, EntityKind


class Mentioned:
    """Which entities a token belongs to."""

    def __init__(self, context: Context, entities: Sequence[Entity]) -> None:
        found: dict[int, list[tuple[int, int, Entity]]] = {}
        for entity in entities:
            for span in entity.spans:
                positions = context.positions(span)
                for position in positions:
                    found.setdefault(position, []).append((span.start - span.end, positions.stop, entity))
        longest_first = {
            at: sorted(each, key=lambda mention: mention[0]) if len(each) > 1 else each for at, each in found.items()
        }
        self._by_token = {at: [entity for _, _, entity in each] for at, each in longest_first.items()}
        self._stops = {at: each[0][1] for at, each in longest_first.items()}

    def __iter__(self) -> Iterator[int]:
        return iter(self._by_token)

    def __contains__(self, position: int) -> bool:
        return position in self._by_token

    def at(self, position: int, kinds: Sequence[EntityKind] = ()) -> Sequence[Entity]:
        """The entities (of one of these kinds, if any are given) of a token, those of the longest mention first."""
        found = self._by_token.get(position, [])
        return [entity for entity in found if entity.kind in kinds] if kinds else found

    def stop(self, position: int) -> int:
        """Where the longest mention ends that covers a token."""
        return self._stops[position]
