"""The chooser of the reader's own marks: kinds of them, tags, notes by their words. Enter lists the articles of a mark,
or opens the one of a note."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import MarkKind
from kgtui.tui.drawing.paint import cut_at_word
from kgtui.tui.drawing.signs import NOTE
from kgtui.tui.drawing.theme import Inks
from kgtui.tui.jobs.marked import MarkRow, MyMarks, NoteRow
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.widgets.entry import Entry, EntryLine, gap
from kgtui.tui.widgets.search_line import Field
from kgtui.tui.words import articles, mark_name


class MarkChoices(ChoicePane):
    """``mine`` is None until it is known."""

    def __init__(self) -> None:
        super().__init__(Area.MARKS)
        self._mine: MyMarks | None = None

    def show(self, mine: MyMarks) -> None:
        self._mine = mine
        self.grow()

    def make_entries(self, width: int) -> Sequence[Entry]:
        if self._mine is None:
            return self._said(t("screen.marks.counting"), width)
        rows = [mark_entry(row, self.inks) for row in self._mine.rows if self._fits(mark_name(row.wanted))]
        notes = [note_entry(row, width, self.inks) for row in self._mine.notes if self._fits(row.note)]
        if notes:
            title = Entry((EntryLine([(t("screen.marks.notes"), self.inks.accent)], []),))
            notes = [*([gap()] if rows else []), title, *notes]
        found = [*rows, *notes]
        if any(row.wanted.kind is not MarkKind.UNREAD for row in self._mine.rows):
            return found or self._said(t("screen.marks.nothing", keys=KEY_NAMES), width)
        return [*found, *([gap()] if found else []), *self._said(t("screen.marks.none", keys=KEY_NAMES), width)]


class MarksScreen(Chooser):
    """Closed with a `MarkRow`, a `NoteRow`, or with None."""

    def __init__(self) -> None:
        self._marks = MarkChoices()
        super().__init__("marks", Field(Area.MARKS, placeholder=t("screen.marks.placeholder")), self._marks)

    def show(self, mine: MyMarks) -> None:
        self._marks.show(mine)


def mark_entry(row: MarkRow, ink: Inks) -> Entry:
    return Entry((EntryLine([(mark_name(row.wanted), ink.text)], [(f" {articles(row.articles)} ", ink.dim)]),), row)


def note_entry(row: NoteRow, width: int, ink: Inks) -> Entry:
    """The note, and whose it is."""
    words = [(f"{NOTE} ", ink.accent), (row.note, ink.text), (f"  {row.headline.title}", ink.dim)]
    return Entry((EntryLine(cut_at_word(words, max(1, width - 2)), []),), row)
