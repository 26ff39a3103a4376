"""The index of a library as one reader asks it: what they, or all readers, say is one thing is one here too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from kgtui.search import ZONES_OF_KINDS, MovedView, Moves, Thing, View, name_term

if TYPE_CHECKING:
    from kgtui.corrections import Corrections
    from kgtui.library.indexing import Index, Progress

Result = TypeVar("Result")


class ReadersIndex:
    """``record`` gives what the index is made of, ``corrections`` what holds for the reader, if anything does."""

    def __init__(
        self, index: Index, record: Callable[[], sqlite3.Connection], corrections: Callable[[], Corrections | None]
    ) -> None:
        self._index = index
        self._record = record
        self._corrections = corrections
        self._laid: tuple[View, Corrections, MovedView] | None = None

    def ask(self, question: Callable[[View], Result]) -> Result:
        """As `Index.ask`."""
        corrections = self._corrections()
        if corrections is None or not corrections.names:
            self._laid = None
            return self._index.ask(self._record(), question)
        return self._index.ask(self._record(), lambda view: question(self._moved(view, corrections)))

    def catch_up(self, progress: Progress | None = None) -> None:
        """Raises Busy, ReadOnly."""
        self._index.catch_up(self._record(), progress)

    @property
    def change(self) -> int:
        return self._index.change(self._record())

    def _moved(self, view: View, corrections: Corrections) -> MovedView:
        """One for as long as neither changes: facets of all articles are kept with their view."""
        laid = self._laid  # another thread may put another one there meanwhile
        if laid is None or laid[0] is not view or laid[1] is not corrections:
            laid = self._laid = view, corrections, MovedView(view, _moves(corrections))
        return laid[2]


def _moves(corrections: Corrections) -> Moves:
    to = {
        (ZONES_OF_KINDS[kind], name_term(key)): Thing(kind.value, name_term(new), name)
        for (kind, key), (new, name) in corrections.moves.items()
    }
    former = {(ZONES_OF_KINDS[each.kind], name_term(each.name)): name_term(each.key) for each in corrections.former}
    return Moves(to, former | {at: at[1] for at in to})
