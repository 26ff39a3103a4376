"""A piece of an article for its row in the list: opened a few words before the first hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgtui.model import Article, Span

_LENGTH = 160  # characters: more than any row shows
_LEAD = 24  # characters before the first hit


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of an article with its hits; the spans are offsets in ``text``."""

    text: str
    spans: tuple[Span, ...]


def opened_at_hit(text: str, spans: tuple[Span, ...]) -> Excerpt:
    """A sentence from a few words before its first hit on: a row shows no more than its beginning."""
    start = _word_start(text, 0, spans[0].start - _LEAD) if spans else 0
    lead = "…" if start else ""
    shift = start - len(lead)
    return Excerpt(lead + text[start:], tuple(Span(span.start - shift, span.end - shift) for span in spans))


def excerpt(article: Article, spans: Sequence[Span]) -> Excerpt:
    """The text from a few words before the first hit on, with the hits that fall into it."""
    text, body = article.document.text, article.document.body
    inside = [span for span in spans if body.start <= span.start and span.end <= body.end]
    if not inside:
        return Excerpt("", ())
    start = _word_start(text, body.start, inside[0].start - _LEAD)
    end = min(body.end, start + _LENGTH)
    lead = "…" if start > body.start else ""
    shift = start - len(lead)
    shown = tuple(Span(span.start - shift, span.end - shift) for span in inside if span.end <= end)
    return Excerpt(lead + text[start:end], shown)


def _word_start(text: str, first: int, wanted: int) -> int:
    """The start of the word at or after ``wanted``."""
    if wanted <= first:
        return first
    space = text.find(" ", wanted)
    return space + 1 if space >= 0 else wanted
