"""The signs that the screen draws with, and what stands for them where a terminal's font lacks them.

Panes write the signs themselves; the last step before the terminal (`StandIns`) puts others of the same width in their
place. What the old code page 1251 holds, console fonts with Cyrillic letters hold too: it needs no stand-in. Letters of
other alphabets are left as they are: another letter in their place would be a mistake in a name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter, NoColor

from kgtui.abilities import Abilities, Colours
from kgtui.model import EntityKind, FactKind

BAR = "▌"
RULE = "│"
HORIZONTAL_RULE = "─"
RULES_PART = "├"  # a horizontal rule begins at a vertical one
RULES_END = "┴"  # a vertical rule ends on a horizontal one
CARD_BEGINS = "╭"
CARD_ENDS = "╰"
UNDER = "└ "  # what belongs to the row above
LEADS_ON = "▸"
LEADS_BACK = "◂"
TAKEN_OUT = "×"
BOOKMARK = "▼"
NOTE = "¶"

# What stands for the kinds in lists; all are in the smallest fonts that have more than letters.
MARKS: Mapping[EntityKind, str] = {
    EntityKind.COUNTRY: "○",
    EntityKind.BLOC: "■",
    EntityKind.ORGANISATION: "□",
    EntityKind.PERSON: "●",
    EntityKind.PLACE: "▲",
    EntityKind.PROJECT: "◊",
}

# Those of what is told, which stand in the margin of the text and before the lines of lists.
FACT_MARKS: Mapping[FactKind, str] = {
    FactKind.FIGURE: "◆",
    FactKind.QUOTE: "┃",
    FactKind.STATEMENT: "┆",
    FactKind.MEETING: "↔",
    FactKind.PROMISE: "→",
}

_STAND_INS = {
    **dict(zip("▌│─├┴╭╰└▸◂×▼", "||-++,``><xv", strict=True)),
    **dict(zip("○■□●▲◊◆┃┆↔→", "o#%@^&*|:=>", strict=True)),
    **dict(zip("▁▂▃▄▅▆▇█", ":-=+*%#@", strict=True)),
    **dict(zip("↑↓←−≈≤≥₽", "^V<-~<>р", strict=True)),
}


class _Translation(dict[int, str]):
    """For `str.translate`, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _shown(chr(code))
        return shown


def _shown(character: str) -> str:
    if character in _STAND_INS:
        return _STAND_INS[character]
    if _is_safe(character) or unicodedata.category(character)[0] in "LM":
        return character
    plain = unicodedata.normalize("NFKD", character)
    return plain if len(plain) == 1 and _is_safe(plain) else "?" * cell_len(character)


def _is_safe(character: str) -> bool:
    try:
        character.encode("cp1251")
    except UnicodeEncodeError:
        return False
    return True


class StandIns(LineFilter):
    """Passes on each line with stand-ins for what is in no console font."""

    def __init__(self) -> None:
        super().__init__()
        self._translation = _Translation()

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - it changes no colour
        return [Segment(text.translate(self._translation), style, control) for text, style, control in segments]


def line_filters(abilities: Abilities) -> list[LineFilter]:
    """What lines go through for a terminal; Textual's own would make shades of grey where no colours are wanted."""
    colours: list[LineFilter] = [NoColor()] if abilities.colours is Colours.NONE else []
    return colours if abilities.blocks else [*colours, StandIns()]
