"""Small libraries of articles that a test writes, and the briefs of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from kgtui.dossier import Dossier, Frame, SectionKind, country_subject, dossier_of
from kgtui.intake import take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import Document, Span
from kgtui.settings import Settings

TODAY = date(2025, 11, 21)


def article(id_: str, text: str, day: date, *, publisher: str | None = None) -> Document:
    return Document(
        id=id_,
        origin=f"/{id_}.txt",
        text=text,
        body=Span(0, len(text)),
        title=text[:30],
        published=day,
        publisher=publisher,
    )


@contextmanager
def library_of(folder: Path, *documents: Document) -> Iterator[Library]:
    settings = Settings(library=folder / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        take_in_documents(documents, opened)
        yield opened


def brief(library: Library, code: str, *sections: SectionKind, limit: int = 12) -> Dossier:
    return dossier_of(
        library, country_subject(code), Frame(TODAY, limit=limit, sections=sections or tuple(SectionKind))
    )


def brief_of(folder: Path, code: str, *documents: Document) -> Dossier:
    """The figures and conflicts of a country from articles alone."""
    with library_of(folder, *documents) as library:
        return brief(library, code, SectionKind.FIGURES, SectionKind.CONFLICTS)
