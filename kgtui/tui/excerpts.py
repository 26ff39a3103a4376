"""A piece of an article for its row in the list: opened a few words before the first hit."""

from __future__ import annotations

from dataclasses import dataclass

from kgtui.model import Span

_LEAD = 24  # characters before the first hit


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of an article with its hits; the spans are offsets in ``text``."""

    text: str
    spans: tuple[Span, ...]


def opened_at_hit(text: str, spans: tuple[Span, ...]) -> Excerpt:
    """A sentence from a few words before its first hit on: a row shows no more than its beginning."""
    start = _word_start(text, spans[0].start - _LEAD) if spans else 0
    lead = "…" if start else ""
    shift = start - len(lead)
    return Excerpt(lead + text[start:], tuple(Span(span.start - shift, span.end - shift) for span in spans))


def _word_start(text: str, wanted: int) -> int:
    """The start of the word at or after ``wanted``."""
    if wanted <= 0:
        return 0
    space = text.find(" ", wanted)
    return space + 1 if space >= 0 else wanted
