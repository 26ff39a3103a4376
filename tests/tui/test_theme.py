"""Contrast of the palettes, that the kinds differ without colour, and with which palette the screen starts."""

from __future__ import annotations

import pytest
from rich.color import ANSI_COLOR_NAMES
from rich.style import Style

from kgtui.abilities import abilities_of
from kgtui.model import EntityKind
from kgtui.tui.drawing.palette_choice import UnknownTheme, palette_named, palette_names, starting_palette
from kgtui.tui.drawing.palettes import Palette, own_palettes
from kgtui.tui.drawing.signs import MARKS
from kgtui.tui.drawing.theme import inks

from .conftest import ABLE

ENTITIES = ("country", "person", "body", "place", "project")
FACTS = ("figure", "speech", "meeting", "promise")
PALETTES = [palette_named(name) for name in palette_names()]
EACH = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
COLOURED = pytest.mark.parametrize("palette", [p for p in PALETTES if not p.is_terminals], ids=lambda p: p.name)

# The sixteen colours of the Linux console, by their numbers.
CONSOLE = (
    "#000000 #aa0000 #00aa00 #aa5500 #0000aa #aa00aa #00aaaa #aaaaaa "
    "#555555 #ff5555 #55ff55 #ffff55 #5555ff #ff55ff #55ffff #ffffff"
).split()


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@COLOURED
def test_contrast(palette: Palette) -> None:
    for ground in (palette.ground, palette.tint):
        assert contrast(palette.text, ground) >= 7
        for name in (*ENTITIES, "figure"):
            assert contrast(getattr(palette, name), ground) >= 4.5, name
    for name in ("dim", "accent", *FACTS):
        assert contrast(getattr(palette, name), palette.ground) >= 4.5, name


def test_high_contrast_is_high() -> None:
    palette = own_palettes()["contrast"]
    for name in ("text", "dim", "accent", *ENTITIES, *FACTS):
        assert contrast(getattr(palette, name), palette.ground) >= 12, name
    assert contrast(palette.text, palette.tint) >= 12
    assert contrast(palette.rule, palette.ground) >= 4.5


@pytest.mark.parametrize(("name", "text", "ground"), [("ansi", 7, 0), ("ansi-light", 0, 15)])
def test_the_sixteen_colours_stand_out_on_a_console(name: str, text: int, ground: int) -> None:
    palette = own_palettes()[name]
    for ink in ("text", "dim", "accent", *ENTITIES, *FACTS):
        colour = getattr(palette, ink)
        number = text if colour == "default" else ANSI_COLOR_NAMES[colour]
        assert contrast(CONSOLE[number], CONSOLE[ground]) >= 4.5, ink


def without_colour(style: Style) -> tuple[bool, bool, bool, bool, bool]:
    return bool(style.bold), bool(style.italic), bool(style.underline), bool(style.reverse), bool(style.dim)


@EACH
def test_kinds_and_hits_differ_without_colour(palette: Palette) -> None:
    ink = inks(palette)
    kinds = {without_colour(style) for kind, style in ink.kinds.items() if kind is not EntityKind.BLOC}
    assert len(kinds) == len(EntityKind) - 1  # a bloc is a body; lists tell them apart by their marks
    assert len(set(MARKS.values())) == len(EntityKind)
    assert ink.hit.reverse
    assert without_colour(ink.hit) != without_colour(ink.hit_here)


def test_what_has_no_colour_of_its_own_differs_all_the_same() -> None:
    ink = inks(own_palettes()["mono"])
    assert ink.dim.dim
    assert ink.tint.bold


def test_a_name_that_is_unknown_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownTheme) as told:
        palette_named("papier")
    assert {"night", "paper", "contrast", "ansi", "nord"} <= set(told.value.known)


def start(chosen: str = "", configured: str = "", **environment: str) -> str:
    variables = {**ABLE, **environment}
    return starting_palette(abilities_of(variables), variables, chosen=chosen, configured=configured).name


def test_the_screen_starts_as_the_reader_chose_else_as_configured_else_like_the_terminal() -> None:
    assert start() == "night"
    assert start(COLORFGBG="15;default;0") == "night"
    assert start(COLORFGBG="0;15") == "paper"
    assert start(configured="contrast", COLORFGBG="0;15") == "contrast"
    assert start(chosen="nord", configured="contrast") == "nord"
    assert start(chosen="of a later version", configured="contrast") == "contrast"
    with pytest.raises(UnknownTheme):
        start(chosen="nord", configured="papier")


def test_few_colours_are_the_terminals_own_and_none_are_none() -> None:
    assert start(chosen="nord", TERM="linux", COLORTERM="") == "ansi"
    assert start(TERM="screen", COLORTERM="", COLORFGBG="0;15") == "ansi-light"
    assert start(chosen="nord", NO_COLOR="1") == "mono"
