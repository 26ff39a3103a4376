"""Textual's themes as palettes of ours: their colours, moved towards black or white where they stand out too little."""

from __future__ import annotations

from textual.color import Color
from textual.theme import BUILTIN_THEMES

from kgtui.tui.drawing.palettes import Palette

NAMES = tuple(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)  # of those we have our own

_TEXT, _INK = 7.0, 4.5  # least contrast
_STEPS = 50
_GROUNDS = {True: "#121212", False: "#efefef"}  # of a theme that names none, by whether it is dark
_TEXTS = {True: "#e0e0e0", False: "#1f1f1f"}


def textual_palette(name: str) -> Palette:
    """``name`` is one of NAMES."""
    theme = BUILTIN_THEMES[name]
    ground = Color.parse(theme.background or _GROUNDS[theme.dark])
    text = Color.parse(theme.foreground or _TEXTS[theme.dark])
    tint = ground.blend(text, 0.1)
    end = Color.parse("white" if theme.dark else "black")

    def ink(colour: str | None, least: float = _INK) -> str:
        return _standing_out(Color.parse(colour) if colour else text, end, (ground, tint), least).hex.lower()

    return Palette(
        name=name,
        dark=theme.dark,
        ground=ground.hex.lower(),
        text=ink(None, _TEXT),
        dim=ink(text.blend(ground, 0.4).hex),
        rule=ground.blend(text, 0.25).hex.lower(),
        accent=ink(theme.accent or theme.primary),
        tint=tint.hex.lower(),
        country=ink(theme.primary),
        person=ink(None, _TEXT),
        body=ink(theme.secondary),
        place=ink(theme.success),
        project=ink(theme.error),
        figure=ink(theme.warning),
        speech=ink(theme.success),
        meeting=ink(theme.secondary),
        promise=ink(theme.error),
    )


def _standing_out(colour: Color, end: Color, grounds: tuple[Color, ...], least: float) -> Color:
    """The colour as far on its way to another as it needs to stand out from all the grounds."""
    way = (colour.blend(end, step / _STEPS) for step in range(_STEPS + 1))
    return next((each for each in way if min(_contrast(each, ground) for ground in grounds) >= least), end)


def _contrast(one: Color, other: Color) -> float:
    """As WCAG 2 defines it, of the colours as they are sent."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
