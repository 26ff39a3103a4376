"""The parts of an article's text: header, title line, dateline, body, signature."""

from __future__ import annotations

from dataclasses import dataclass

from kgtui.model import Span
from kgtui.reading.dateline import Dateline, dateline_at
from kgtui.reading.foot import split_signature
from kgtui.reading.furniture import lines_of, with_whole_dates
from kgtui.reading.head import (
    pass_inline_header,
    pass_title_stamp,
    split_header,
    split_masthead,
    split_title,
    split_title_header,
)
from kgtui.reading.pieces import Piece

_PARAGRAPHS_WITH_DATELINE = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """``header`` and ``signature`` are the pieces of the furniture above (and right below the title) and below.

    ``words`` are the article's own: the body after title and dateline.
    """

    body: Span
    title: Span | None
    words: Span
    header: tuple[Piece, ...]
    dateline: Dateline | None
    signature: tuple[Piece, ...]


def layout_of(text: str) -> Layout:
    """The layout of a text with at least one sign that is not a space; neither body nor words are empty."""
    header, lines = split_header(text, list(with_whole_dates(text, lines_of(text))))
    inline, start = pass_inline_header(text, lines[0])
    lines[0] = Span(start, lines[0].end)
    more, lines = split_header(text, lines) if inline else ((), lines)
    masthead, lines = split_masthead(text, lines)
    lines, signature = split_signature(text, lines)
    title, rest = split_title(text, lines)
    below, rest = split_title_header(text, rest) if title else ((), rest)
    beside, title = pass_title_stamp(text, title) if title else ((), None)
    dateline = _dateline(text, rest)
    if title and (before := dateline_at(text, title.start, title.end)):
        title = Span(before.span.end, title.end)
        dateline = dateline or before
    body = Span(lines[0].start, lines[-1].end)
    words = Span(max(rest[0].start, dateline.span.end if dateline else 0), body.end)
    return Layout(
        body,
        title,
        words if words.of(text).strip() else body,
        (*header, *inline, *more, *masthead, *beside, *below),
        dateline,
        signature,
    )


def _dateline(text: str, lines: list[Span]) -> Dateline | None:
    """The dateline of the first paragraph: lines that end without a full stop may come before it.

    A lead may come before one that says both day and agency.
    """
    is_first = True
    for line in lines[:_PARAGRAPHS_WITH_DATELINE]:
        found = dateline_at(text, line.start, line.end)
        if found and (is_first or (found.date and found.agency)):
            return found
        is_first = is_first and text[line.end - 1] not in '.!?…»"'
    return None
