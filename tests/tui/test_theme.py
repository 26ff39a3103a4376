"""Contrast of the palettes, and that the kinds differ without colour."""

from __future__ import annotations

import pytest
from rich.style import Style

from kgtui.model import EntityKind
from kgtui.tui.signs import MARKS
from kgtui.tui.theme import NIGHT, PALETTES, PAPER, Palette, inks, starting_palette


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_contrast(palette: Palette) -> None:
    assert contrast(palette.text, palette.ground) >= 7
    assert contrast(palette.text, palette.tint) >= 7
    for name in (
        "dim",
        "accent",
        "country",
        "person",
        "body",
        "place",
        "project",
        "figure",
        "speech",
        "meeting",
        "promise",
    ):
        assert contrast(getattr(palette, name), palette.ground) >= 4.5, name


def without_colour(style: Style) -> tuple[bool, bool, bool, bool]:
    return bool(style.bold), bool(style.italic), bool(style.underline), bool(style.reverse)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_kinds_and_hits_differ_without_colour(palette: Palette) -> None:
    ink = inks(palette)
    kinds = {without_colour(style) for kind, style in ink.kinds.items() if kind is not EntityKind.BLOC}
    assert len(kinds) == len(EntityKind) - 1  # a bloc is a body; lists tell them apart by their marks
    assert len(set(MARKS.values())) == len(EntityKind)
    assert ink.hit.reverse
    assert without_colour(ink.hit) != without_colour(ink.hit_here)


def test_paper_where_the_terminal_is_light() -> None:
    assert starting_palette({"COLORFGBG": "0;15"}) is PAPER
    assert starting_palette({"COLORFGBG": "15;default;0"}) is NIGHT
    assert starting_palette({}) is NIGHT
