"""What lists show of articles, and places in them.

All offsets are code points of a document's ``text``, half-open: ``text[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of an article. ``number`` is its place in the library's record, stable for its life."""

    number: int
    id: str
    title: str
    published: date | None
    source: str | None
    publisher: str | None

    @property
    def outlet(self) -> str:
        """Who put the article out, else who is named as its source, else nothing."""
        return self.publisher or self.source or ""
