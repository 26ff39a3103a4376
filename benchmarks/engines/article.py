"""An article as all engines are given it, and reading it from the corpus on disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

NAMED_KINDS = ("country", "bloc", "person", "organisation", "place")
Named = tuple[str, str, int, int]  # kind, name, and where in the text: start, end


@dataclass(frozen=True, slots=True)
class Article:
    """``words`` are the words and numbers of the text, those of the title apart; positions count them from 0."""

    number: int
    title: str
    text: str
    published: date
    source: str
    title_words: tuple[str, ...]
    words: tuple[str, ...]
    named: tuple[Named, ...]

    def facets(self) -> dict[str, list[str]]:
        """Kind → distinct values, of all that a result of the program can be narrowed by."""
        values: dict[str, list[str]] = {kind: [] for kind in (*NAMED_KINDS, "month", "source")}
        for kind, name, _, _ in self.named:
            values[kind].append(name)
        values["month"].append(self.published.isoformat()[:7])
        values["source"].append(self.source)
        return values


def read(path: Path) -> Iterator[Article]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield Article(
                number=row["number"],
                title=row["title"],
                text=row["text"],
                published=date.fromisoformat(row["date"]),
                source=row["source"],
                title_words=tuple(row["title_words"].split()),
                words=tuple(row["words"].split()),
                named=tuple(map(tuple, row["named"])),
            )
