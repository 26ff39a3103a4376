"""The chooser of what is wrong with a fact or a name: that it is none, or one of the things that it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import line
from kgtui.tui.jobs.mending import Mend
from kgtui.tui.overlays.asking import AskScreen
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.widgets.entry import Entry, EntryLine
from kgtui.tui.widgets.search_line import Field


class MendChoices(ChoicePane):
    def __init__(self, named: str, mends: Sequence[Mend]) -> None:
        super().__init__(Area.MEND)
        self._named = named
        self._mends = mends

    def heading(self, width: int) -> list[Strip]:
        """What is spoken of."""
        ink = self.inks
        return [line([], width, ink.text), line([(f" {self._named}", ink.strong)], width, ink.text)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        entries = [self._entry(mend) for mend in self._mends if self._fits(mend_name(mend))]
        return entries or self._said(t("screen.mend.nothing", keys=KEY_NAMES), width)

    def _entry(self, mend: Mend) -> Entry:
        value = f": {mend.value}" if mend.value and mend.is_field else ""
        return Entry((EntryLine([(mend_name(mend), self.inks.text), (value, self.inks.dim)], []),), mend)


class MendScreen(Chooser):
    """Closed with a `Mend`, or with None."""

    def __init__(self, named: str, mends: Sequence[Mend]) -> None:
        field = Field(Area.MEND, placeholder=t("screen.mend.placeholder"))
        super().__init__("mend", field, MendChoices(named, mends))


class MendingScreen(AskScreen):
    """Stays with what was typed: ``attempt`` is given the screen and the answer, and closes it where that is taken."""

    def __init__(self, question: str, mend: Mend, attempt: Callable[[MendingScreen, str], None]) -> None:
        super().__init__("mend", question, value=mend.value, empty=mend.is_field, replacing=True)
        self._attempt = attempt

    def answered(self, answer: str) -> None:
        self._attempt(self, answer)


def mend_name(mend: Mend) -> str:
    """What is done, in words."""
    if mend.is_field:
        return t("screen.mend.set", field=t(f"cli.field.{mend.what}"))
    return t(f"screen.mend.{mend.what}")
