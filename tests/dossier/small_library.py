"""Small libraries of articles that a test writes out, and the rows of a brief made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from kgtui.dossier import Dossier, Frame, Row, SectionKind, Subject, country_subject, dossier_of
from kgtui.export.row_words import page_rows
from kgtui.intake import take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import Document, Span
from kgtui.settings import Settings

TODAY = date(2025, 11, 21)

RowT = TypeVar("RowT", bound=Row)

Articles = Sequence[tuple[date | None, str]]


@contextmanager
def library_of(folder: Path, articles: Articles) -> Iterator[Library]:
    """Articles «a0», «a1»… of these days and texts."""
    settings = Settings(library=folder / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        documents = [
            Document(f"a{n}", f"/a{n}.txt", text, Span(0, len(text)), text[:40], published=day)
            for n, (day, text) in enumerate(articles)
        ]
        take_in_documents(documents, library)
        yield library


def brief_of(library: Library, subject: str | Subject, *, limit: int = 12) -> Dossier:
    """The brief of a country (by its code) or of anybody."""
    whom = country_subject(subject) if isinstance(subject, str) else subject
    return dossier_of(library, whom, Frame(TODAY, limit=limit))


def rows(dossier: Dossier, kind: SectionKind, row_type: type[RowT]) -> list[RowT]:
    return [row for row in dossier.section(kind).rows if isinstance(row, row_type)]


def lines(dossier: Dossier, kind: SectionKind) -> list[str]:
    """The rows as a page words them, notes left out."""
    return [row.text for each in dossier.section(kind).rows for row in page_rows(each)]
