"""The articles that name a subject, and what else each of them names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from kgtui.dossier.values import Subject
from kgtui.model import Entity, EntityKind, Headline, Span


@dataclass(frozen=True, slots=True)
class NamingArticle:
    """An article that names the subject, what it names, and where the subject."""

    headline: Headline
    entities: Sequence[Entity]
    spans: tuple[Span, ...]

    def of_kind(self, kind: EntityKind) -> Iterator[Entity]:
        return (entity for entity in self.entities if entity.kind is kind)


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


def naming_article(headline: Headline, entities: Sequence[Entity], subject: Subject) -> NamingArticle:
    of_subject = (each.spans for each in entities if (each.kind, each.key) == (subject.kind, subject.key))
    return NamingArticle(headline, entities, next(of_subject, ()))


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
