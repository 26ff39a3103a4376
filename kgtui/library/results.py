"""What adding and searching give back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from kgtui.model import Headline

if TYPE_CHECKING:
    from kgtui.search import Problem, Snippet, Tier


@dataclass(frozen=True, slots=True)
class AddReport:
    """How many articles were new, changed, and already there as they are."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: AddReport) -> AddReport:
        return AddReport(self.added + other.added, self.updated + other.updated, self.unchanged + other.unchanged)


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that matches; ``snippet`` is None where none was asked for. ``group`` is common to all reprints of one
    text, None where there are none."""

    headline: Headline
    score: float
    tier: Tier
    snippet: Snippet | None
    group: str | None = None


class FacetKind(str, Enum):
    """What a result can be narrowed by, in the order in which faces show it."""

    COUNTRY = "country"
    BLOC = "bloc"
    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    MONTH = "month"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """``articles`` of the result have it; ``query`` added to the query's text leaves exactly these."""

    name: str
    articles: int
    query: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values of a kind in a result; ``more`` further ones are left out."""

    kind: FacetKind
    values: tuple[FacetValue, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Ranking:
    """The numbers of all articles that match, in order. ``query`` is as typed; ``read_as`` is what was searched
    instead, where as typed it finds nothing, else None. ``groups``: number → group, of reprints."""

    query: str
    read_as: str | None
    problems: tuple[Problem, ...]
    numbers: Sequence[int]
    groups: Mapping[int, str] = field(default_factory=dict)
    took: float = 0.0


@dataclass(frozen=True, slots=True)
class Results:
    """``total`` articles match, the first of them are ``hits``; ``took`` is in seconds. Else as in `Ranking`."""

    query: str
    read_as: str | None
    problems: tuple[Problem, ...]
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    took: float


@dataclass(frozen=True, slots=True)
class NewArticles:
    """What a query finds among the articles written since a change; ``change`` is up to which one these are all."""

    results: Results
    change: int
