"""Why an article was found: for each part of the query the forms that answer it, where, how surely and how often.
Enter on one goes to its first place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.strip import Strip

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import Pieces, cut, cut_at_word, line
from kgtui.tui.overlays.pane_screen import ChoiceScreen
from kgtui.tui.widgets.entries import WIDEST, EntryPane
from kgtui.tui.widgets.entry import Entry, EntryLine

if TYPE_CHECKING:
    from kgtui.search import Reason

_ASKED = 24  # columns
_FORM = 30
_ROWS = 12  # of them are seen at once


class Reasons(EntryPane):
    """Values are the places in the text; what stands elsewhere leads nowhere."""

    widest = WIDEST

    def __init__(self, title: str, reasons: Sequence[Reason]) -> None:
        super().__init__(Area.WHY)
        self._title = title
        self._reasons = reasons
        self.styles.height = min(_ROWS, max(1, len(reasons))) + 2

    def heading(self, width: int) -> list[Strip]:
        ink = self.inks
        words: Pieces = [(" ", ink.text), self.title(t("screen.why.heading")), (f" · {self._title}", ink.dim)]
        return [self.rule(width), line(cut_at_word(words, width - 1), width, ink.text)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        if not self._reasons:
            return [Entry((EntryLine([(t("screen.why.none"), self.inks.dim)], []),))]
        asked = min(_ASKED, max(8, width // 4))
        return [
            self._entry(reason, reason.asked if index == 0 else "", asked)
            for _, of_part in groupby(self._reasons, key=lambda reason: reason.asked)
            for index, reason in enumerate(of_part)
        ]

    def _entry(self, reason: Reason, part: str, asked: int) -> Entry:
        ink = self.inks
        form = min(_FORM, max(8, self.inner_width // 4))
        where, tier = t(f"screen.why.where.{reason.where.value}"), t(f"screen.why.tier.{reason.tier.name.lower()}")
        pieces: Pieces = [
            (_column(part, asked), ink.accent),
            (_column(reason.form, form), ink.text),
            (f"{where} · {tier}", ink.dim),
        ]
        return Entry((EntryLine(pieces, [(f" {reason.count} ", ink.dim)]),), reason.first)


def _column(text: str, width: int) -> str:
    shown = cut(text, width - 2)
    return shown + " " * (width - cell_len(shown))


class WhyScreen(ChoiceScreen):
    """Closed with the place to go to, or with None."""

    CLOSED_BY = ("back", "close", "why")

    def __init__(self, title: str, reasons: Sequence[Reason]) -> None:
        super().__init__(Reasons(title, reasons))
