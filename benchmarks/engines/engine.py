"""What the benchmark asks of a search engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from benchmarks.engines.article import Article

SHOWN = 20  # articles that a question brings


class Kind(str, Enum):
    """The questions, each with texts of its own; the last four ask about a frequent word."""

    FREQUENT = "frequent word"
    RARE = "rare word"
    TWO = "two words"
    PHRASE_2 = "phrase of two"
    PHRASE_3 = "phrase of three"
    PREFIX = "prefix of 3-5 letters"
    NEWEST = "date sort"
    FACETS = "facets"
    SNIPPETS = "snippets"
    COUNT = "count"


ASKED_OF_FREQUENT = (Kind.NEWEST, Kind.FACETS, Kind.SNIPPETS, Kind.COUNT)


@dataclass(frozen=True, slots=True)
class Question:
    """``words`` as they are typed; those of a phrase follow each other, others must all be there."""

    kind: Kind
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """In the query language, which Whoosh's own parser reads alike."""
        joined = " ".join(self.words)
        if self.kind in (Kind.PHRASE_2, Kind.PHRASE_3):
            return f'"{joined}"'
        return joined + "*" if self.kind is Kind.PREFIX else joined

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, read: Mapping[str, Any]) -> Question:
        return cls(Kind(read["kind"]), tuple(read["words"]))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question brought: ``total`` articles match, ``numbers`` are the first of them; ``facets`` are by kind and
    name. What was not asked for, or is not known without more work, is empty."""

    total: int | None = None
    numbers: Sequence[int] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    snippets: Sequence[str] = ()

    def as_json(self) -> dict[str, Any]:
        """Of the snippets only how many there are."""
        return {
            "total": self.total,
            "numbers": list(self.numbers),
            "facets": self.facets,
            "snippets": len(self.snippets),
        }


class Engine(Protocol):
    """One index in a folder. Made by one process, read by others. ``analysed`` articles are whatever it calls so."""

    def __init__(self, folder: Path) -> None: ...

    def version(self) -> str: ...

    def analysed(self, articles: Sequence[Article]) -> Any:
        """What comes before the engine's own work and is not measured: words, lemmas, the texts' own store."""
        ...

    def build(self, analysed: Any) -> None:
        """Take in a part of a new index."""
        ...

    def finish(self) -> None:
        """The end of a build: all of it is on the disk and can be found."""
        ...

    def commit(self, analysed: Any) -> None:
        """Add to a finished index, so that whoever opens it next finds it."""
        ...

    def bytes(self) -> int:
        """Of the index alone; the texts' own store does not count, texts that the index keeps do."""
        ...

    def open(self) -> None:
        """Anew, as last committed."""
        ...

    def ask(self, question: Question) -> Answer: ...

    def count(self, question: Question) -> int:
        """How many articles match, of a question of any kind."""
        ...


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
