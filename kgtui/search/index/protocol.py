"""What the program asks of a search engine: keep terms with their positions, give them back. No more than that.

Queries are evaluated, ranked and shown by our own code (`evaluate`, `matching`, `snippets`), so an engine is a store of
postings; another one needs only these two protocols.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

Positions = bytes  # packed; `positions.unpack` gives the numbers back


class Zone(str, Enum):
    """A part of an article that is searched, and weighed, apart."""

    TITLE = "title"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as the index keeps it: per zone its terms, each with the packed positions of its words.

    ``published`` is a proleptic ordinal (``date.toordinal()``), 0 where unknown; ``length`` counts the words.
    """

    number: int
    published: int
    length: int
    terms: Mapping[Zone, Mapping[str, Positions]]


class View(Protocol):
    """The index as it stood at one moment. Not for two threads at a time."""

    def postings(self, zone: Zone, term: str) -> Mapping[int, Positions]:
        """Article number → packed positions."""
        ...

    def counts(self, zone: Zone, term: str) -> Mapping[int, int]:
        """Article number → number of positions."""
        ...

    def terms(self, zone: Zone, prefix: str) -> Iterable[tuple[str, int]]:
        """The terms that begin so, with the number of articles that have each."""
        ...

    def count(self) -> int: ...

    def published(self, number: int) -> int: ...

    def length(self, number: int) -> int: ...

    def mean_length(self) -> float: ...


class Engine(Protocol):
    """An index on disk that can be thrown away: it says up to which change of the record it goes."""

    @property
    def change(self) -> int: ...

    def view(self) -> View:
        """The index as last committed, by whichever process. Raises IndexUnusableError."""
        ...

    def write(self, entries: Iterable[Entry], gone: Iterable[int], change: int) -> None:
        """Put entries in (in place of older ones with their numbers), take numbers out, and stand at ``change``.

        The caller holds the lock of the library's writers. Raises IndexUnusableError or OSError; what was committed
        before stays as it was.
        """
        ...

    def close(self) -> None: ...


class IndexUnusableError(Exception):
    """The index is missing, torn, or of another format or version: rebuild it from the record. ``reason`` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
