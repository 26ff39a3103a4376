"""The keys that work where one stands, in words, and the legend of the reader."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from kgtui.keys import Area, Group, helpful_in, key_name
from kgtui.locale import t
from kgtui.model import TOLD, EntityKind, Marks
from kgtui.tui.drawing.paint import Pieces, line, wrapped
from kgtui.tui.drawing.signs import BOOKMARK, FACT_MARKS, MARKS, NOTE
from kgtui.tui.overlays.pane_screen import PaneScreen
from kgtui.tui.widgets.article_rows import title_ink
from kgtui.tui.widgets.pane import Pane

_TEXT = 72  # columns


class HelpPane(Pane):
    """Text made for a width: (pieces) a line."""

    def __init__(self, area: Area) -> None:
        super().__init__(Area.HELP)
        self._about = area
        self._lines: Sequence[Pieces] = ()
        self._made_for: int | None = None
        self._column = 0

    def heading(self, width: int) -> list[Strip]:
        words = t("screen.help.heading", area=t(f"screen.area.{self._about.value}"))
        return [
            line([(" ", self.inks.text), self.title(words)], width, self.inks.text),
            line([], width, self.inks.text),
        ]

    def body_height(self) -> int:
        if self._made_for != self.inner_width:
            self._made_for = self.inner_width
            self._lines = [*self._key_lines(), *self._legend()]
        return len(self._lines)

    def body_line(self, row: int, width: int) -> Strip:
        return line([(" ", self.inks.text), *self._lines[row]], width, self.inks.text)

    def _key_lines(self) -> list[Pieces]:
        """Group by group; actions of one meaning together."""
        groups = {group: self._keys_of(group) for group in Group}
        self._column = max((len(keys) for group in groups.values() for keys in group.values()), default=0) + 2
        lines: list[Pieces] = []
        for group, explained in groups.items():
            if explained:
                lines += [*([[]] if lines else []), [(t(f"screen.help.group.{group.value}"), self.inks.strong)]]
                lines += [line for words, keys in explained.items() for line in self._explained(keys, words)]
        return lines

    def _keys_of(self, group: Group) -> dict[str, str]:
        """What is done → by which keys."""
        keys: dict[str, list[str]] = {}
        for action in helpful_in(self._about):
            if action.group is group:
                keys.setdefault(action.help, []).extend(key_name(key) for key in action.keys_in(self._about))
        return {words: "  ".join(names) for words, names in keys.items()}

    def _explained(self, term: str, words: str) -> list[Pieces]:
        """A term in its own column, the words beside it."""
        column = min(self._column, max(8, self.inner_width // 3))
        texts = wrapped(words, max(8, min(_TEXT, self.inner_width - column - 2)), 6)
        first: Pieces = [(f"{term:<{column}}", self.inks.accent), (texts[0], self.inks.text)]
        return [first, *([(" " * column + each, self.inks.text)] for each in texts[1:])]

    def _legend(self) -> list[Pieces]:
        ink, colours = self.inks, self.explorer.abilities.colours
        lines: list[Pieces] = [[], [(t("screen.help.legend"), ink.strong)]]
        for kind in EntityKind:
            style = ink.kinds[kind]
            lines.append([(MARKS[kind], style), ("  ", ink.text), (t(f"screen.kind.{kind.value}"), style)])
        for fact in TOLD:
            lines.append([(f"{FACT_MARKS[fact]}  ", ink.facts[fact]), (t(f"fact.kinds.{fact.value}"), ink.facts[fact])])
        for sign, name in ((BOOKMARK, "bookmark"), (NOTE, "note"), ("#", "tag")):
            lines.append([(f"{sign}  ", ink.accent), (t(f"screen.help.{name}"), ink.text)])
        lines.append([("   ", ink.text), (t("screen.help.read"), title_ink(Marks(read=True), ink, colours))])
        lines.append([("   ", ink.text), (t("screen.help.unread"), title_ink(Marks(), ink, colours))])
        lines.append([("   ", ink.text), (t("screen.help.hit"), ink.hit_beside)])
        lines.append([("   ", ink.text), (t("screen.help.hit_here"), ink.hit_here)])
        lines.append([("   ", ink.text), (t("screen.help.sentence"), ink.text + ink.tint)])
        return lines


class HelpScreen(PaneScreen):
    def __init__(self, area: Area) -> None:
        super().__init__(HelpPane(area))
