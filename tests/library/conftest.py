"""Libraries in folders of their own, and articles made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kgtui.language import Analysis, analyse
from kgtui.library import Library, open_library
from kgtui.model import DateOrigin, Document, Entity, EntityKind, Facts, Span
from kgtui.settings import Settings

Item = tuple[Document, Analysis, Facts]


def settings_for(path: Path) -> Settings:
    return Settings(library=path, language="ru")


def item(
    id_: str, text: str, *, day: int | None = None, origin: str | None = None, entities: tuple[Entity, ...] = ()
) -> Item:
    """An article as intake would hand it over; ``day`` is one of November 2025."""
    document = Document(
        id=id_,
        origin=origin or f"{id_}.txt",
        text=text,
        body=Span(0, len(text)),
        title=text.split(".", maxsplit=1)[0],
        published=date(2025, 11, day) if day else None,
        published_from=DateOrigin.HEADER if day else None,
        publisher="Кабар",
    )
    return document, analyse(text), Facts(1, entities)


def named(
    kind: EntityKind, key: str, text: str, word: str, *, role: str | None = None, country: str | None = None
) -> Entity:
    """Something that a text names, at every place of a word."""
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return Entity(kind, key, word, tuple(Span(at, at + len(word)) for at in starts), role=role, country=country)


def found(library: Library, query: str) -> list[str]:
    return sorted(hit.headline.id for hit in library.search(query).hits)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder, settings=settings_for(folder)) as opened:
        yield opened
