"""What articles name, what they are about, and the articles themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kgtui.dossier.values.row import Row
from kgtui.model import EntityKind, Headline


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow(Row):
    """A topic (its code in the table of topics) and how many of the articles are about it."""

    topic: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionRow(Row):
    """News through a union of which the subject is a member: how many articles tell of it, and how many of these name
    the subject too."""

    key: str
    name: str
    articles: int
    naming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingRow(Row):
    """A body, place, project, country or bloc; ``articles`` name it, the newest of them ``on`` that day."""

    kind: EntityKind
    key: str
    name: str
    articles: int
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineRow(Row):
    """An article that names the subject, and how many reprints of it are folded into this row."""

    headline: Headline
    reprints: int = 0
