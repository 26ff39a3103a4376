"""Collecting what the reader has marked: the chooser of marks, and the list of all that have one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kgtui.tui.screens.removing import Removing
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.tui import marked
    from kgtui.tui.marked import MyMarks
    from kgtui.tui.screens.marks import MarksScreen
else:
    marked = Unloaded("kgtui.tui.marked")


class Collecting(Removing):
    def do_marks(self) -> None:
        from kgtui.tui.screens.marks import MarksScreen  # noqa: PLC0415 - not before it is asked for

        if book := self.marks:
            chooser = MarksScreen()
            self.explorer.open_over(chooser, self.follow_mark)
            job = partial(marked.my_marks, book=book)
            self.ask(self.explorer.detail_thread, "my marks", job, partial(self._show_marks_in, chooser))

    def _show_marks_in(self, chooser: MarksScreen, mine: MyMarks) -> None:
        if chooser.is_attached:
            chooser.show(mine)

    def follow_mark(self, chosen: object) -> None:
        """List what is marked so, or open the article of a note; None for nothing."""
        if isinstance(chosen, marked.MarkRow) and (book := self.marks):
            self.leave()
            self.list_with(partial(marked.all_marked, book=book, wanted=chosen.wanted), self.others_found)
        elif isinstance(chosen, marked.NoteRow):
            self.leave()
            self.read_article(chosen.headline.number)
