"""The card of a fact: what was understood of its words, and how, in a few lines under the text."""

from __future__ import annotations

from kgtui.export.facts import fact_line, understood
from kgtui.model import Fact
from kgtui.tui.paint import Pieces, cut_at_word, width_of, wrapped
from kgtui.tui.signs import FACT_MARKS
from kgtui.tui.theme import Inks

_BETWEEN = " · "


def card_lines(fact: Fact, text: str, width: int, inks: Inks) -> list[Pieces]:
    """The fact in a line, then label by label as much as a line holds; a long value goes on in lines of its own."""
    kind = fact.fact_kind
    heading: Pieces = [(f"{FACT_MARKS[kind]} ", inks.facts[kind]), (fact_line(fact, text), inks.strong)]
    lines: list[Pieces] = [cut_at_word(heading, width), []]
    for label, value in understood(fact):
        first, *more = wrapped(value, max(1, width - len(label) - 4), 3) or [""]
        pair: Pieces = [(f"{label}: ", inks.dim), (first, inks.text)]
        if lines[-1] and width_of(lines[-1]) + len(_BETWEEN) + width_of(pair) > width:
            lines.append([])
        lines[-1] += [(_BETWEEN, inks.dim), *pair] if lines[-1] else pair
        lines += [[(each, inks.text)] for each in more]
    return lines
