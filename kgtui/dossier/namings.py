"""The articles that name a subject, and what else each of them names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from kgtui.dossier.values import Subject
from kgtui.model import Entity, EntityKind, Facts, Headline, Span

if TYPE_CHECKING:
    from kgtui.library import Library

_READ = 300  # of 20,000 articles; their sentences are read in 0.1 s


@dataclass(frozen=True, slots=True)
class NamingArticle:
    """An article that names the subject, and where it does.

    ``is_read``: it is one of the newest, whose sentences are read to find what belongs to the country only by standing
    beside its name.
    """

    headline: Headline
    facts: Facts
    spans: tuple[Span, ...]
    is_read: bool

    def of_kind(self, kind: EntityKind) -> Iterator[Entity]:
        return (entity for entity in self.facts.entities if entity.kind is kind)


@dataclass(frozen=True, slots=True)
class Naming:
    """One article's naming of one thing."""

    article: NamingArticle
    entity: Entity

    @property
    def newest_first(self) -> tuple[int, int]:
        return newest_first(self.article.headline)


Group = Sequence[Naming]
"""The namings of one thing, the newest first."""

Belongs = Callable[[NamingArticle, Entity], bool]


def articles_naming(library: Library, subject: Subject) -> list[NamingArticle]:
    """The articles that name a subject, the newest first."""
    naming = sorted(library.articles_naming(subject.kind, subject.key), key=lambda pair: newest_first(pair[0]))
    return [
        NamingArticle(headline, facts, _spans(facts, subject), place < _READ)
        for place, (headline, facts) in enumerate(naming)
    ]


def grouped(
    articles: Sequence[NamingArticle],
    kind: EntityKind,
    belongs: Belongs,
    key: Callable[[Entity], str] = attrgetter("key"),
) -> list[Group]:
    """The things of a kind that belong, each with its namings; what has one ``key`` is one thing."""
    groups: dict[str, list[Naming]] = {}
    for article in articles:
        for entity in article.of_kind(kind):
            if belongs(article, entity):
                groups.setdefault(key(entity), []).append(Naming(article, entity))
    return list(groups.values())


def texts(numbers: Iterable[int], reprints: Mapping[int, str]) -> dict[int, int]:
    """Of articles those that stay when reprints are folded (of one text the first), each with how many are folded into
    it; ``reprints`` gives the group of those that have any."""
    first: dict[str | int, int] = {}
    folded: dict[int, int] = {}
    for number in numbers:
        stays = first.setdefault(reprints.get(number, number), number)
        folded[stays] = folded[stays] + 1 if stays in folded else 0
    return folded


def name_of(group: Group) -> str:
    """The name that most articles give, of equally frequent ones the newest."""
    return Counter(naming.entity.name for naming in group).most_common(1)[0][0]


def newest_first(headline: Headline) -> tuple[int, int]:
    """A key that sorts by date, then by number, both falling; undated articles come last."""
    return -(headline.published or date.min).toordinal(), -headline.number


def _spans(facts: Facts, subject: Subject) -> tuple[Span, ...]:
    return next(
        (entity.spans for entity in facts.entities if (entity.kind, entity.key) == (subject.kind, subject.key)), ()
    )
