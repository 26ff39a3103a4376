"""What of a query was not understood: said on stderr, with a caret under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.cli.output import WIDEST, Output
from kgtui.locale import t
from kgtui.model import Span
from kgtui.terminal import terminal_safe

if TYPE_CHECKING:
    from kgtui.search import Problem

_SAID = 3  # more would hide what was found
_INDENT = "  "
_BREAKS = {ord(sign): " " for sign in "\t\n\r"}


def say_problems(query: str, problems: Sequence[Problem], output: Output) -> None:
    """The first few problems of a query, each with what was made of it."""
    from kgtui.export.wording import problem  # noqa: PLC0415 - only where there is one

    for met in problems[:_SAID]:
        output.talk(problem(met))
        for line in pointed(query, met.place):
            output.talk(f"{_INDENT}{line}")
        output.talk(t(f"search.instead.{met.kind.value}"))


def pointed(query: str, place: Span) -> tuple[str, str]:
    """The query, or of a long one the part around a place, and carets under the place.

    >>> pointed("газ (нефть", Span(4, 5))
    ('газ (нефть', '    ^')
    """
    width = WIDEST - 2 * len(_INDENT)
    start = max(0, min(place.start - width // 2, len(query) - width))
    shown = query[start : start + width]
    before, under = query[start : place.start], query[place.start : min(place.end, start + width)]
    return terminal_safe(shown.translate(_BREAKS)), " " * _cells(before) + "^" * max(1, _cells(under))


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )
