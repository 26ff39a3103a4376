"""Rows of the record as the nouns of the program, and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kgtui.model import Headline, Span

if TYPE_CHECKING:
    from kgtui.model import Article, Document

Row = tuple[Any, ...]


def headline(row: Row) -> Headline:
    """From number, id, title, published, source, publisher."""
    number, id_, title, published, source, publisher = row
    return Headline(number, id_, title, day(published), source, publisher)


def article(row: Row) -> Article:
    """From the columns of `reading.ARTICLE`, in their order."""
    from kgtui.model import Article, DateOrigin, Document  # noqa: PLC0415 - the first list of articles needs none

    number, id_, origin, text, start, end, title, published, published_from, doubtful, source, publisher, url, added = (
        row
    )
    document = Document(
        id=id_,
        origin=origin,
        text=text,
        body=Span(start, end),
        title=title,
        published=day(published),
        published_from=DateOrigin(published_from) if published_from else None,
        published_doubtful=bool(doubtful),
        source=source,
        publisher=publisher,
        url=url,
    )
    return Article(number, document, datetime.fromisoformat(added))


def day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def document_values(document: Document) -> dict[str, object]:
    """The columns of an article that its document says; all but number, id, digest, added, change."""
    return {
        "origin": document.origin,
        "given_id": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from.value if document.published_from else None,
        "published_doubtful": int(document.published_doubtful),
        "source": document.source,
        "publisher": document.publisher,
        "url": document.url,
        "body_start": document.body.start,
        "body_end": document.body.end,
    }


def digest(document: Document) -> bytes:
    """Differs where anything of a document differs."""
    import hashlib  # noqa: PLC0415 - who only reads needs none

    values = document_values(document)
    return hashlib.sha256(repr((document.text, sorted(values.items()))).encode(errors="surrogatepass")).digest()
