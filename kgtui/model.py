"""The nouns of the program: frozen values that every room may hold and none may change.

All offsets are code points of a document's ``text``, half-open: ``text[start:end]``.
"""

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


class EntityKind(str, Enum):
    COUNTRY = "country"
    BLOC = "bloc"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that an article names, with all its mentions in that article.

    ``key`` is the same for the same thing in every article: an ISO 3166 alpha-2 code for a country, a bloc's code,
    else the folded nominative name. ``country`` is the alpha-2 code of the country a person or body belongs to.
    ``role`` is a person's office in the nominative, as the article states it, and ``role_span`` where it says so.
    ``found_by`` names the method ("list" or "rule"); ``doubtful`` is shown to the reader.
    """

    kind: EntityKind
    key: str
    name: str
    spans: tuple[Span, ...]
    role: str | None = None
    role_span: Span | None = None
    country: str | None = None
    found_by: str = "rule"
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was extracted from one document; ``version`` is that of the extractors."""

    version: int
    entities: tuple[Entity, ...]


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
