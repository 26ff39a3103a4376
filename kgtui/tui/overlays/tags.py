"""The tags of an article as one line, parted by commas; under it the known tags, which may be taken into it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import tag_key
from kgtui.reader import tags_in
from kgtui.tui.drawing.paint import line
from kgtui.tui.fitting import fits
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.entry import Entry, EntryLine
from kgtui.tui.widgets.search_line import Field
from kgtui.tui.words import articles

_BETWEEN = ", "


class TagChoices(ChoicePane):
    """The known tags that go on from what is typed after the last comma, without those that stand in the line."""

    def __init__(self, title: str, known: Sequence[tuple[str, int]]) -> None:
        super().__init__(Area.TAGS)
        self._title = title
        self._known = known

    def heading(self, width: int) -> list[Strip]:
        """Which article is spoken of."""
        ink = self.inks
        return [line([], width, ink.text), line([(f" {self._title}", ink.strong)], width, ink.text)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        *whole, begun = self.typed.split(",")
        taken = {tag_key(tag.strip()) for tag in (*whole, begun)}
        entries = [self._entry(*each) for each in self._known if fits(each[0], begun) and tag_key(each[0]) not in taken]
        return entries or self._said(t("screen.marks.tags.help", keys=KEY_NAMES), width)

    def _entry(self, tag: str, count: int) -> Entry:
        return Entry((EntryLine([(f"#{tag}", self.inks.text)], [(f" {articles(count)} ", self.inks.dim)]),), tag)


class TagScreen(Chooser):
    """Closed with the tags as a tuple, or with None."""

    def __init__(self, title: str, tags: Sequence[str], known: Sequence[tuple[str, int]]) -> None:
        placeholder = t("screen.marks.tags.placeholder")
        self._line = Field(Area.TAGS, _BETWEEN.join([*tags, ""]), placeholder=placeholder)
        self._known = known
        self._offered = TagChoices(title, known)
        super().__init__("tag", self._line, self._offered)

    def act(self, action_id: str) -> None:
        if action_id == "open":
            self.dismiss(tags_in(self._line.value, [tag for tag, _ in self._known]))
        elif action_id == "accept":
            self._accept()
        else:
            super().act(action_id)

    def _accept(self) -> None:
        """At the end of the line take the tag that is marked, else step to the right."""
        tag = self._offered.value
        if self._line.cursor_at_end and isinstance(tag, str):
            self._take(tag)
        else:
            self._line.action_cursor_right()

    def _take(self, tag: str) -> None:
        *whole, _ = self._line.value.split(",")
        self._line.value = _BETWEEN.join([*(part.strip() for part in whole), tag, ""])
        self._line.cursor_position = len(self._line.value)

    def on_entry_pane_chosen(self, message: EntryPane.Chosen) -> None:
        """One was clicked."""
        message.stop()
        if isinstance(message.value, str):
            self._take(message.value)
