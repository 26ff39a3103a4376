"""Articles and places in them. All offsets are code points of a document's ``text``, half-open: ``text[start:end]``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class DateOrigin(str, Enum):
    """Where a publication date was read."""

    HEADER = "header"
    DATELINE = "dateline"
    SIGNATURE = "signature"
    METADATA = "metadata"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read, before anything is known of its language.

    ``text`` is the decoded file in NFC and is never changed afterwards; ``body`` is the part of it that is the
    article (header, signature and page furniture left out). ``source`` is who is named as the source in the text,
    ``publisher`` the site or agency that put it out.
    """

    id: str
    origin: str
    text: str
    body: Span
    title: str
    published: date | None = None
    published_from: DateOrigin | None = None
    published_doubtful: bool = False
    source: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of an article. ``number`` is its place in the library's record, stable for its life."""

    number: int
    id: str
    title: str
    published: date | None
    source: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """A document that a library keeps."""

    number: int
    document: Document
    added: datetime

    @property
    def headline(self) -> Headline:
        d = self.document
        return Headline(self.number, d.id, d.title, d.published, d.source, d.publisher)
