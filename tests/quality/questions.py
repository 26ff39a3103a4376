"""Twenty questions of an analyst over the seeds and the articles of *dev*: what comes back, and whether it is right."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kgtui.intake import take_in
from kgtui.library import Hit, Library, open_library
from kgtui.settings import Settings

from .texts import ROOT, SEARCH, TEXTS

SHOWN = 3  # articles of an answer whose titles are shown


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and how the ids of the articles begin that answer it."""

    text: str
    wanted: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Answer:
    question: Question
    hits: tuple[Hit, ...]

    @property
    def missing(self) -> list[str]:
        return [start for start in self.question.wanted if not any(self._starts(hit, start) for hit in self.hits)]

    @property
    def is_right(self) -> bool:
        """Every wanted article is there, and none stands before them."""
        first = self.hits[: len(self.question.wanted)]
        return not self.missing and all(
            any(self._starts(hit, start) for start in self.question.wanted) for hit in first
        )

    @staticmethod
    def _starts(hit: Hit, start: str) -> bool:
        return hit.headline.id.startswith(start)


def questions() -> list[Question]:
    lines = (SEARCH / "questions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Question(text, tuple(wanted.split()), about) for text, wanted, about in rows[1:]]


def answers() -> list[Answer]:
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(library=Path(place) / "library", language="ru")
        with open_library(settings.library, settings=settings) as library:
            take_in([ROOT / "seeds", TEXTS / "dev"], library)
            return list(_answered(library))


def _answered(library: Library) -> Iterator[Answer]:
    for question in questions():
        yield Answer(question, library.search(question.text, limit=0).hits)
