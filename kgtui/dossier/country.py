"""One country's summary from the facts of all articles that name it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kgtui.dossier.notes import Notes, Sentences
from kgtui.dossier.precedence import rank
from kgtui.dossier.values import LINES, Dossier, Line, Section
from kgtui.gazetteer import Gazetteer, MatchKind, load_gazetteer
from kgtui.language.analysis import analyse
from kgtui.model import Entity, EntityKind, Facts, Headline, Span

if TYPE_CHECKING:
    from kgtui.library import Library


@dataclass(frozen=True, slots=True)
class _Naming:
    """One article's naming of one thing; ``span`` is the mention that the note goes to."""

    headline: Headline
    entity: Entity
    span: Span

    @property
    def recency(self) -> tuple[date, int]:
        return _recency(self.headline)


@dataclass(frozen=True, slots=True)
class _Article:
    """An article that names the country, and where it does."""

    headline: Headline
    facts: Facts
    country_spans: tuple[Span, ...]

    def of_kind(self, kind: EntityKind) -> Iterator[Entity]:
        return (entity for entity in self.facts.entities if entity.kind is kind)


def country_dossier(library: Library, code: str, *, home: str = "KG", limit: int = LINES) -> Dossier:
    """The dossier of the country with an alpha-2 code; at most ``limit`` lines a section, 0 is all.

    Raises KeyError for a code that the gazetteer lacks. A country that no article names has a dossier of empty
    sections.
    """
    return _Maker(library, code, home, limit).dossier()


class _Maker:
    def __init__(self, library: Library, code: str, home: str, limit: int) -> None:
        self._library = library
        self._code = code
        self._home = home
        self._limit = limit
        self._gazetteer: Gazetteer = load_gazetteer()
        self._sentences = Sentences(library)
        self._notes = Notes(self._sentences)
        beside = sorted(library.entities_beside(code), key=lambda pair: _recency(pair[0]), reverse=True)
        self._articles = [_Article(headline, facts, _country_spans(facts, code)) for headline, facts in beside]

    def dossier(self) -> Dossier:
        country = self._gazetteer.countries[self._code]
        home = self._gazetteer.countries[self._home]
        dates = [article.headline.published for article in self._articles if article.headline.published]
        return Dossier(
            code=self._code,
            name=country.name,
            official=country.official,
            abbreviations=tuple(country.abbreviations),
            home=self._home,
            home_name=home.name,
            articles=len(self._articles),
            total=self._library.stats().articles,
            first=min(dates, default=None),
            last=max(dates, default=None),
            people=self._people(self._code),
            home_people=Section() if self._code == self._home else self._people(self._home),
            bodies=self._section(EntityKind.ORGANISATION, self._body),
            blocs=self._section(EntityKind.BLOC, self._bloc),
            places=self._section(EntityKind.PLACE, self._place),
            projects=self._section(EntityKind.PROJECT, self._project),
            headlines=self._headlines(),
            sources=self._notes.sources,
        )

    def _people(self, code: str) -> Section:
        """The named persons of a country, highest office first, then the latest seen."""
        groups = self._grouped(
            _Naming(article.headline, entity, entity.spans[0])
            for article in self._articles
            for entity in article.of_kind(EntityKind.PERSON)
            if entity.country == code
        )
        chosen = [(_with_office(group), group) for group in groups]
        chosen.sort(key=lambda pair: _reversed(pair[1][0].recency))
        chosen.sort(key=lambda pair: rank(pair[0].entity.role))
        return self._cut([partial(self._person, naming, group) for naming, group in chosen])

    def _person(self, naming: _Naming, group: Sequence[_Naming]) -> Line:
        entity = naming.entity
        return self._line(naming, group, entity.role or "", entity.role_span or naming.span)

    def _section(self, kind: EntityKind, choose: Callable[[_Article, Entity], Span | None]) -> Section:
        """The things of a kind that ``choose`` gives a mention for, those of most articles first."""
        groups = self._grouped(
            _Naming(article.headline, entity, span)
            for article in self._articles
            for entity in article.of_kind(kind)
            if (span := choose(article, entity)) is not None
        )
        groups.sort(key=lambda group: (-len(group), _reversed(group[0].recency)))
        return self._cut([partial(self._line, group[0], group, "", group[0].span) for group in groups])

    def _body(self, article: _Article, entity: Entity) -> Span | None:
        """A body of the country, or one of no stated country in a sentence that names the country."""
        if entity.country:
            return entity.spans[0] if entity.country == self._code else None
        return self._sentences.shared(article.headline.number, entity.spans, article.country_spans)

    def _bloc(self, article: _Article, entity: Entity) -> Span | None:
        """Any union that the article names; where it can be, the sentence that names the country too."""
        shared = self._sentences.shared(article.headline.number, entity.spans, article.country_spans)
        return shared or entity.spans[0]

    def _place(self, article: _Article, entity: Entity) -> Span | None:
        """A place of the country, or one that no list knows in a sentence that names the country."""
        if code := entity.country or self._country_of_place(entity.name):
            return entity.spans[0] if code == self._code else None
        return self._sentences.shared(article.headline.number, entity.spans, article.country_spans)

    def _country_of_place(self, name: str) -> str | None:
        matches = self._gazetteer.match(analyse(name))
        return next((m.codes[0] for m in matches if m.kind is MatchKind.PLACE and m.codes), None)

    def _project(self, article: _Article, entity: Entity) -> Span | None:
        """A project in a sentence that names the country, or anywhere in an article that is about it."""
        shared = self._sentences.shared(article.headline.number, entity.spans, article.country_spans)
        return shared or (entity.spans[0] if self._is_about(article) else None)

    def _is_about(self, article: _Article) -> bool:
        """Whether the article names no other country than home more often."""
        others = [
            len(entity.spans)
            for entity in article.of_kind(EntityKind.COUNTRY)
            if entity.key not in (self._code, self._home)
        ]
        return len(article.country_spans) >= max(others, default=0)

    def _headlines(self) -> Section:
        return self._cut([partial(self._headline, article) for article in self._articles])

    def _headline(self, article: _Article) -> Line:
        headline = article.headline
        return Line(
            text=headline.title,
            detail=headline.publisher or headline.source or "",
            note=self._notes.note(headline, article.country_spans[0]),
            on=headline.published,
            articles=1,
        )

    def _line(self, naming: _Naming, group: Sequence[_Naming], detail: str, span: Span) -> Line:
        return Line(
            text=_name_of(group),
            detail=detail,
            note=self._notes.note(naming.headline, span),
            on=naming.headline.published,
            articles=len(group),
            kind=naming.entity.kind,
            key=naming.entity.key,
            doubtful=naming.entity.doubtful,
        )

    @staticmethod
    def _grouped(namings: Iterable[_Naming]) -> list[list[_Naming]]:
        """Namings of one thing together, the newest first, as the articles come."""
        groups: dict[str, list[_Naming]] = {}
        for naming in namings:
            groups.setdefault(naming.entity.key, []).append(naming)
        return list(groups.values())

    def _cut(self, makers: Sequence[Callable[[], Line]]) -> Section:
        """The first lines, made only now, so that no sentence is read for a line that is not shown."""
        shown = makers[: self._limit] if self._limit else makers
        return Section(tuple(make() for make in shown), len(makers) - len(shown))


def _country_spans(facts: Facts, code: str) -> tuple[Span, ...]:
    return next(
        (entity.spans for entity in facts.entities if entity.kind is EntityKind.COUNTRY and entity.key == code), ()
    )


def _with_office(group: Sequence[_Naming]) -> _Naming:
    """The newest naming that states an office, else the newest."""
    return next((naming for naming in group if naming.entity.role), group[0])


def _name_of(group: Sequence[_Naming]) -> str:
    """The name that most articles give, of equally frequent ones the newest."""
    names = [naming.entity.name for naming in group]
    return max(names, key=names.count)


def _recency(headline: Headline) -> tuple[date, int]:
    return headline.published or date.min, headline.number


def _reversed(recency: tuple[date, int]) -> tuple[int, int]:
    """A key that sorts the newest first."""
    return -recency[0].toordinal(), -recency[1]
