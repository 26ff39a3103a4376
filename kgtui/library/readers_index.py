"""The index of a library as one reader asks it: what they, or all readers, say is one thing is one here too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from kgtui.library import reading
from kgtui.library.facts import entities_of
from kgtui.search import ZONES_OF_KINDS, AmendedView, MovedView, Moves, Thing, View, name_term

if TYPE_CHECKING:
    from kgtui.corrections import Corrections
    from kgtui.library.indexing import Index, Progress
    from kgtui.model import Entity
    from kgtui.search.index.over import Key

Result = TypeVar("Result")


class ReadersIndex:
    """``record`` gives what the index is made of, ``corrections`` what holds for the reader, if anything does."""

    def __init__(
        self,
        index: Index,
        record: Callable[[], sqlite3.Connection],
        seen: Callable[[], sqlite3.Connection],
        corrections: Callable[[], Corrections | None],
    ) -> None:
        self._index = index
        self._record = record
        self._seen = seen
        self._corrections = corrections
        self._laid: tuple[View, Corrections, View] | None = None

    def ask(self, question: Callable[[View], Result]) -> Result:
        """As `Index.ask`."""
        corrections = self._corrections()
        if not corrections:
            self._laid = None
            return self._index.ask(self._record(), question)
        return self._index.ask(self._record(), lambda view: question(self._corrected(view, corrections)))

    def catch_up(self, progress: Progress | None = None) -> None:
        """Raises Busy, ReadOnly."""
        self._index.catch_up(self._record(), progress)

    @property
    def change(self) -> int:
        return self._index.change(self._record())

    def _corrected(self, view: View, corrections: Corrections) -> View:
        """One for as long as neither changes: facets of all articles are kept with their view."""
        laid = self._laid  # another thread may put another one there meanwhile
        if laid is None or laid[0] is not view or laid[1] is not corrections:
            moved = MovedView(view, _moves(corrections))
            laid = self._laid = view, corrections, self._amended(moved, corrections)
        return laid[2]

    def _amended(self, view: MovedView, corrections: Corrections) -> View:
        """Where an article of which they speak singly names something else than the index has of it."""
        numbers = list(reading.numbers_of(self._record(), corrections.articles).values())
        before, now = (entities_of(each, numbers) for each in (self._record(), self._seen()))
        left: dict[Key, set[int]] = {}
        come: dict[Key, set[int]] = {}
        things: dict[Key, Thing] = {}
        for number, place in ((number, view.place(number)) for number in numbers):
            if place is None:
                continue
            indexed = {view.now(*at): thing for at, thing in _things(before.get(number, ())).items()}
            named = _things(now.get(number, ()))
            for at in indexed.keys() - named.keys():
                left.setdefault(at, set()).add(place)
            for at in named.keys() - indexed.keys():
                come.setdefault(at, set()).add(place)
                things[at] = named[at]
        return AmendedView(view, left, come, things) if left or come else view


def _things(entities: Sequence[Entity]) -> dict[Key, Thing]:
    """As the index has them."""
    things = (Thing(each.kind.value, name_term(each.key), each.name) for each in entities)
    zones = (ZONES_OF_KINDS[each.kind] for each in entities)
    return {(zone, thing.key): thing for zone, thing in zip(zones, things, strict=True)}


def _moves(corrections: Corrections) -> Moves:
    to = {
        (ZONES_OF_KINDS[kind], name_term(key)): Thing(kind.value, name_term(new), name)
        for (kind, key), (new, name) in corrections.moves.items()
    }
    former = {(ZONES_OF_KINDS[each.kind], name_term(each.name)): name_term(each.key) for each in corrections.former}
    return Moves(to, former | {at: at[1] for at in to})
