"""Articles, views of them without a disk, and engines on one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.model import Entity, EntityKind, Facts, Span
from kgtui.search import Entry, entry
from kgtui.search.index.whoosh_engine import WhooshEngine

Texts = Mapping[int, str]
MakeEngine = Callable[[Texts], WhooshEngine]


def entry_of(number: int, text: str, title: str = "", published: int = 0, **countries: str) -> Entry:
    """An index entry; ``KG="Киргизии"`` says which word of the text names a country."""
    return entry(number, published, analyse(title), analyse(text), facts_of(text, **countries))


def facts_of(text: str, **countries: str) -> Facts:
    entities = []
    for code, word in countries.items():
        start = text.index(word)
        entities.append(Entity(EntityKind.COUNTRY, code, word, (Span(start, start + len(word)),)))
    return Facts(1, tuple(entities))


@pytest.fixture
def make_engine(tmp_path: Path) -> MakeEngine:
    def made(texts: Texts) -> WhooshEngine:
        engine = WhooshEngine.create(tmp_path / "index", "record")
        engine.write([entry_of(number, text) for number, text in texts.items()], (), len(texts))
        return engine

    return made
