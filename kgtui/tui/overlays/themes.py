"""The chooser of themes. The screen behind it shows the one under the cursor; Enter keeps it, Esc brings back the one
before."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.drawing.palette_choice import palette_named, palette_names
from kgtui.tui.drawing.palettes import Palette, own_palettes
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.widgets.entry import Entry, EntryLine
from kgtui.tui.widgets.search_line import Field


class ThemeChoices(ChoicePane):
    """Values are names of palettes."""

    def __init__(self) -> None:
        super().__init__(Area.THEMES)

    def heading(self, width: int) -> list[Strip]:  # noqa: ARG002 - the field stands right above
        return []

    def make_entries(self, width: int) -> Sequence[Entry]:
        wanted = [name for name in palette_names() if self._fits(theme_name(name)) or self._fits(name)]
        return [self._entry(name) for name in wanted] or self._said(t("screen.theme.nothing", keys=KEY_NAMES), width)

    def narrow(self, typed: str) -> None:
        super().narrow(typed)
        self._show()

    def put_cursor(self, index: int) -> None:
        super().put_cursor(index)
        self._show()

    def _show(self) -> None:
        if isinstance(self.value, str) and self.value != self.explorer.palette.name:
            self.explorer.use_palette(palette_named(self.value))

    def _entry(self, name: str) -> Entry:
        return Entry((EntryLine([(theme_name(name), self.inks.text)], [(f"{name} ", self.inks.dim)]),), name)


def theme_name(name: str) -> str:
    """What a palette is called to people; Textual's themes have names of their own."""
    return t(f"screen.theme.name.{name}") if name in own_palettes() else name.replace("-", " ").title()


class ThemeScreen(Chooser):
    """Closed with the name of the palette to keep, or with None."""

    def __init__(self, before: Palette) -> None:
        self._before = before
        self._themes = ThemeChoices()
        super().__init__("theme", Field(Area.THEMES, placeholder=t("screen.theme.placeholder")), self._themes)

    def on_mount(self) -> None:
        super().on_mount()
        self._themes.put_cursor_on(self._before.name, top=0)

    def act(self, action_id: str) -> None:
        if action_id == "back":
            self.explorer.use_palette(self._before)
        super().act(action_id)
