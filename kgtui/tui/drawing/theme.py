"""The inks that the panes write with, made of a palette.

Colour is never the only signal: a hit is reversed, a country underlined, a person bold, a body italic.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from kgtui.model import EntityKind, FactKind
from kgtui.tui.drawing.palettes import Palette


class Inks(NamedTuple):
    """The styles that panes write with, all on the palette's ground."""

    text: Style
    strong: Style
    dim: Style
    rule: Style
    accent: Style
    title: Style
    hit: Style
    hit_here: Style
    hit_beside: Style
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
        dim=base + (Style(dim=True) if palette.dim == palette.text else Style(color=palette.dim)),
        rule=base + Style(color=palette.rule),
        accent=accent,
        title=accent + Style(bold=True),
        hit=Style(color=palette.accent, reverse=True, bgcolor=palette.ground),
        hit_here=Style(color=palette.accent, reverse=True, bold=True, underline=True, bgcolor=palette.ground),
        hit_beside=Style(color=palette.dim, reverse=True, bgcolor=palette.ground),
        tint=Style(bold=True) if palette.tint == palette.ground else Style(bgcolor=palette.tint),
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
    """The palette for Textual's own widgets."""
    text, ground, accent, dim = (
        _textual(colour) for colour in (palette.text, palette.ground, palette.accent, palette.dim)
    )
    variables = BUILTIN_THEMES["ansi-dark"].variables if palette.is_terminals else {}  # Textual's styles ask for them
    return Theme(
        name=palette.name,
        primary=accent,
        accent=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        dark=palette.dark,
        ansi=palette.is_terminals,
        variables={**variables, "dim": dim},
    )


def _textual(colour: str) -> str:
    """How Textual names a colour."""
    return colour if colour.startswith("#") else f"ansi_{colour}"
