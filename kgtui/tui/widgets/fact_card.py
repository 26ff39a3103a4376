"""The card of a fact, set off under the text: what was understood of its words, and what can be done with it."""

from __future__ import annotations

from rich.cells import cell_len

from kgtui.export.fact_details import details, how_found
from kgtui.export.told import fact_line
from kgtui.keys import BY_ID, Area
from kgtui.locale import t
from kgtui.model import Fact, Facts, Quote
from kgtui.tui.drawing.paint import Pieces, cut_at_word, wrapped
from kgtui.tui.drawing.signs import CARD_BEGINS, CARD_ENDS, FACT_MARKS, RULE
from kgtui.tui.drawing.theme import Inks

_BETWEEN = " · "
_LONGEST = 3  # lines of what is told, and of a phrase
_ACTIONS = ("card", "mend", "copy")


def card_lines(fact: Fact, facts: Facts, text: str, width: int, inks: Inks) -> list[Pieces]:
    """The fact; whose it is, of when and who says so; how it was found; the keys."""
    room = width - len(RULE) - 1
    lines = [
        *_heading(fact, text, room, inks),
        *([(each, inks.text)] for each in _joined(details(fact, facts), room)),
        *([(each, inks.dim)] for each in _joined(how_found(fact), room)),
        _keys(room, inks),
    ]
    signs = [CARD_BEGINS, *[RULE] * (len(lines) - 2), CARD_ENDS]
    return [[(f"{sign} ", inks.rule), *each] for sign, each in zip(signs, lines, strict=True)]


def _heading(fact: Fact, text: str, width: int, inks: Inks) -> list[Pieces]:
    """Of what is said only the beginning: it stands above, word for word."""
    kind = fact.fact_kind
    lines = wrapped(fact_line(fact, text), max(1, width - 2), 1 if isinstance(fact, Quote) else _LONGEST)
    marks = [(f"{FACT_MARKS[kind]} ", inks.facts[kind]), *[("  ", inks.text)] * (len(lines) - 1)]
    return [[mark, (line, inks.strong)] for mark, line in zip(marks, lines, strict=True)]


def _joined(phrases: list[str], width: int) -> list[str]:
    """As many phrases as a line holds; a long one goes on in lines of its own."""
    lines: list[str] = []
    for phrase in phrases:
        first, *more = wrapped(phrase, max(1, width), _LONGEST) or [""]
        if lines and cell_len(lines[-1] + _BETWEEN + first) <= width:
            lines[-1] += _BETWEEN + first
        else:
            lines.append(first)
        lines += more
    return lines


def _keys(width: int, inks: Inks) -> Pieces:
    pieces: Pieces = []
    for action in _ACTIONS:
        if key := BY_ID[action].shown_key(Area.ARTICLE):
            pieces += [(f"{key} ", inks.accent), (f"{t(f'screen.card.{action}')}  ", inks.dim)]
    return cut_at_word(pieces, width)
