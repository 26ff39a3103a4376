"""Articles whole, with their texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from kgtui.model.headlines import Headline, Span


class DateOrigin(str, Enum):
    """Where a publication date was read."""

    HEADER = "header"
    DATELINE = "dateline"
    SIGNATURE = "signature"
    METADATA = "metadata"
    FILE = "file"
    LEAD = "lead"  # no date of publication: that of what the first sentence tells of


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
class Article:
    """A document that a library keeps."""

    number: int
    document: Document
    added: datetime

    @property
    def headline(self) -> Headline:
        d = self.document
        return Headline(self.number, d.id, d.title, d.published, d.source, d.publisher)
