"""What adding and searching give back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.model import Headline

if TYPE_CHECKING:
    from kgtui.search import Snippet, Tier


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
    """An article that matches; ``snippet`` is None where none was asked for."""

    headline: Headline
    score: float
    tier: Tier
    snippet: Snippet | None


@dataclass(frozen=True, slots=True)
class Results:
    """``total`` articles match ``query``, the first of them are ``hits``; ``took`` is in seconds."""

    query: str
    total: int
    hits: tuple[Hit, ...]
    took: float
