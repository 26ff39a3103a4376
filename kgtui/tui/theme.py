"""Our colours: a night and a paper palette, and the inks that the panes write with.

Colour is never the only signal: a hit is reversed, a country underlined, a person bold, a body italic. Contrast
against the ground is at least 7:1 for text and 4.5:1 for all else (a test computes it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.style import Style
from textual.theme import Theme

from kgtui.model import EntityKind, FactKind


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``."""

    name: str
    dark: bool
    ground: str
    text: str
    dim: str
    rule: str
    accent: str
    tint: str
    country: str
    person: str
    body: str
    place: str
    project: str
    figure: str
    speech: str
    meeting: str
    promise: str


NIGHT = Palette(
    name="night",
    dark=True,
    ground="#14171c",
    text="#d3d2cc",
    dim="#8b9098",
    rule="#353b44",
    accent="#e3b15c",
    tint="#2b3039",
    country="#8dbbe0",
    person="#f0e8d2",
    body="#bda9e0",
    place="#9cc79e",
    project="#e0a48c",
    figure="#e8c98a",
    speech="#8fc3bd",
    meeting="#c3b3e6",
    promise="#e3a3b4",
)
PAPER = Palette(
    name="paper",
    dark=False,
    ground="#fbf9f3",
    text="#25272b",
    dim="#62666d",
    rule="#cfcabd",
    accent="#8a4b08",
    tint="#efe8d6",
    country="#1d5584",
    person="#111214",
    body="#5c3f91",
    place="#2b6130",
    project="#8c3a1e",
    figure="#6b4c00",
    speech="#1d5f59",
    meeting="#56448c",
    promise="#8a2b4a",
)
PALETTES = (NIGHT, PAPER)


@dataclass(frozen=True, slots=True)
class Inks:
    """The styles that panes write with, all on the palette's ground."""

    text: Style
    strong: Style
    dim: Style
    rule: Style
    accent: Style
    title: Style
    hit: Style
    hit_here: Style
    tint: Style
    selected: Style
    kinds: Mapping[EntityKind, Style]
    facts: Mapping[FactKind, Style]
    figure: Style


def inks(palette: Palette) -> Inks:
    base = Style(color=palette.text, bgcolor=palette.ground)
    accent = base + Style(color=palette.accent)
    body = base + Style(color=palette.body, italic=True)
    figure = base + Style(color=palette.figure)
    return Inks(
        text=base,
        strong=base + Style(bold=True),
        dim=base + Style(color=palette.dim),
        rule=base + Style(color=palette.rule),
        accent=accent,
        title=accent + Style(bold=True),
        hit=Style(color=palette.accent, reverse=True, bgcolor=palette.ground),
        hit_here=Style(color=palette.text, reverse=True, bold=True, underline=True, bgcolor=palette.ground),
        tint=Style(bgcolor=palette.tint),
        selected=Style(bold=True),
        kinds={
            EntityKind.COUNTRY: base + Style(color=palette.country, underline=True),
            EntityKind.BLOC: body,
            EntityKind.ORGANISATION: body,
            EntityKind.PERSON: base + Style(color=palette.person, bold=True),
            EntityKind.PLACE: base + Style(color=palette.place, underline=True, italic=True),
            EntityKind.PROJECT: base + Style(color=palette.project, bold=True, italic=True),
        },
        facts={
            FactKind.FIGURE: figure,
            FactKind.QUOTE: base + Style(color=palette.speech),
            FactKind.STATEMENT: base + Style(color=palette.speech),
            FactKind.MEETING: base + Style(color=palette.meeting),
            FactKind.PROMISE: base + Style(color=palette.promise),
        },
        figure=figure + Style(bold=True, underline=True),
    )


def textual_theme(palette: Palette) -> Theme:
    return Theme(
        name=palette.name,
        primary=palette.accent,
        accent=palette.accent,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.ground,
        panel=palette.ground,
        dark=palette.dark,
        variables={
            "input-cursor-background": palette.text,
            "input-cursor-foreground": palette.ground,
            "input-selection-background": palette.tint,
            "input-selection-foreground": palette.text,
            "dim": palette.dim,
        },
    )


def starting_palette(environment: Mapping[str, str]) -> Palette:
    """Paper where the terminal says that its ground is light (COLORFGBG), else night.

    >>> starting_palette({"COLORFGBG": "0;15"}).name
    'paper'
    """
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return PAPER if ground in ("7", "15") else NIGHT
