"""Palettes by name, ours and those made of Textual's themes, and with which one the screen starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kgtui.abilities import Abilities, Colours
from kgtui.tui.drawing.palettes import Palette, own_palettes


class UnknownTheme(Exception):  # noqa: N818 - named for what is the matter
    """There is no palette of this ``name``; ``known`` are those that there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known


def palette_names() -> list[str]:
    """Ours first."""
    from kgtui.tui.drawing.textual_palettes import NAMES  # noqa: PLC0415 - only where one chooses

    return [*own_palettes(), *NAMES]


def palette_named(name: str) -> Palette:
    """Raises UnknownTheme."""
    if name in own_palettes():
        return own_palettes()[name]
    from kgtui.tui.drawing.textual_palettes import NAMES, textual_palette  # noqa: PLC0415 - only where one was chosen

    if name not in NAMES:
        raise UnknownTheme(name, palette_names())
    return textual_palette(name)


def starting_palette(
    abilities: Abilities, environment: Mapping[str, str], *, chosen: str = "", configured: str = ""
) -> Palette:
    """What the reader has chosen, else what the configuration wants, else by the terminal's ground where that is known
    (COLORFGBG). With sixteen colours no other palette than the terminal's own can be told apart, with none no colour.

    Raises UnknownTheme for the name in the configuration; a choice that is no longer there is passed over.
    """
    ours, light = own_palettes(), environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
    preferred = palette_named(configured) if configured else ours["paper" if light else "night"]
    if abilities.colours is Colours.NONE:
        return ours["mono"]
    if abilities.colours is Colours.FEW:
        return ours["ansi-light" if light else "ansi"]
    try:
        return palette_named(chosen) if chosen else preferred
    except UnknownTheme:
        return preferred
