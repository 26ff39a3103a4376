"""What the program asks of a search engine: keep words with their positions, give them back. No more than that.

Queries are evaluated, ranked and shown by our own code (`evaluate`, `matching`, `snippets`), so an engine is a store of
postings; another one needs only these protocols. Inside a view an article is called by its place, a number from 0;
`numbers` says how the record calls it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

Positions = bytes  # packed; `positions.unpack` gives the numbers back
Occurrences = tuple[int, Positions]  # what a unit weighs in an article (1…255), and where it stands there

SHIFT = 24  # a spot is a place and a position in one number: ``place << SHIFT | position``
LAST_POSITION = (1 << SHIFT) - 2  # words of an article beyond it are not indexed


class Zone(str, Enum):
    """A part of an article that is searched apart: its title and text, the names of a kind in it, its source."""

    TEXT = "t"
    PERSONS = "p"
    COUNTRIES = "c"
    BODIES = "b"
    PLACES = "l"
    PROJECTS = "j"
    SOURCES = "s"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as the index keeps it: per zone its units, each with its occurrences.

    A unit stands for all words of a text that answer to the same terms: its name is these terms, joined by tabs (see
    `units`). ``published`` is a proleptic ordinal (``date.toordinal()``), 0 where unknown; ``length`` counts words.
    """

    number: int
    published: int
    length: int
    units: Mapping[Zone, Mapping[str, Occurrences]]


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing that articles name. ``unit`` has its usual name: its key where an article calls it so, else what most
    do."""

    zone: Zone
    unit: str


class Unit(Protocol):
    """The occurrences of a unit in a part of the index."""

    @property
    def key(self) -> int:
        """Tells it from every other unit of the view."""
        ...

    @property
    def name(self) -> str: ...

    @property
    def part(self) -> int:
        """Which part of the index."""
        ...

    @property
    def articles(self) -> int:
        """How many have it; known without reading which."""
        ...

    @property
    def places(self) -> Sequence[int]:
        """The articles that have it, ascending; also those that were taken out since."""
        ...

    @property
    def weights(self) -> bytes:
        """What it weighs in each of them."""
        ...

    @property
    def standing(self) -> Sequence[int]:
        """Where it stands, ascending: numbers that are comparable within a part, and differ by 1 where words follow
        each other. None of a unit that has no positions."""
        ...

    def spots_of(self, standing: Iterable[int]) -> list[int]:
        """The spots of what stands so in the same part."""
        ...

    def spots(self, within: frozenset[int]) -> list[int]:
        """Where it stands in those of these articles that have it; none of a unit that has no positions."""
        ...


class View(Protocol):
    """The index as it stood at one moment. Not for two threads at a time."""

    @property
    def numbers(self) -> Sequence[int]: ...

    @property
    def published(self) -> Sequence[int]: ...

    @property
    def lengths(self) -> Sequence[int]: ...

    @property
    def deleted(self) -> frozenset[int]:
        """Places of articles that were taken out."""
        ...

    def units(self, zone: Zone, term: str) -> Sequence[Unit]:
        """All units that answer to a term."""
        ...

    def units_beginning(self, zone: Zone, beginning: str) -> Sequence[Unit]:
        """The units whose name begins so: ``=тамож``."""
        ...

    def unit_names(self, zone: Zone, beginning: str) -> Iterable[tuple[str, int]]:
        """The names of the units that begin so, each once and in order, with the number of articles that have each;
        those that were taken out since are counted too."""
        ...

    @property
    def words(self) -> View:
        """Itself; of one in which some things are called otherwise, the one whose words and articles it has."""
        ...

    def keys_called(self, zone: Zone, term: str) -> set[str]:
        """The keys of the things that have this key or, in some article, this name; by a `name_term`."""
        ...

    def naming(self, zone: Zone, key: str) -> set[int]:
        """The places of the articles that name a thing, also of those that were taken out."""
        ...

    def called_otherwise(self, zone: Zone) -> Mapping[str, str]:
        """Key → name, of the things that are called so by now, and not in the index."""
        ...

    def things_named(self, places: Collection[int]) -> Counter[int]:
        """Number of a thing → how many of these articles name it."""
        ...

    def things_of(self, zone: Zone) -> range:
        """The numbers of the things of a zone, in the order of their keys."""
        ...

    def thing(self, number: int) -> NamedThing: ...

    def articles_naming(self, number: int) -> int:
        """How many name a thing; those that were taken out since are counted too."""
        ...

    @property
    def kinds(self) -> Sequence[str]:
        """The kind of each thing, by its number."""
        ...

    @property
    def recency(self) -> Sequence[int]:
        """A number by place that is greater the later an article was published, then the greater its number."""
        ...

    def place(self, number: int) -> int | None: ...

    def places(self, numbers: Iterable[int]) -> list[int]:
        """Of the articles that are there."""
        ...

    def count(self) -> int:
        """How many articles there are."""
        ...


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
