"""One country's summary from the facts of all articles that name it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kgtui.dossier.membership import Membership
from kgtui.dossier.namings import Belongs, Group, Naming, NamingArticle, articles_naming, grouped, name_of
from kgtui.dossier.notes import Notes, Sentences
from kgtui.dossier.precedence import rank
from kgtui.dossier.values import LINES, Dossier, Line, Section
from kgtui.gazetteer import load_gazetteer
from kgtui.model import Entity, EntityKind, Span

if TYPE_CHECKING:
    from kgtui.library import Library

_NOTED = 5  # newest articles among which a note looks for a sentence that names the country too


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
        sentences = Sentences(library)
        self._notes = Notes(sentences)
        self._membership = Membership(code, home, sentences)
        self._articles = articles_naming(library, code)

    def dossier(self) -> Dossier:
        countries = load_gazetteer().countries
        country = countries[self._code]
        dates = [article.headline.published for article in self._articles if article.headline.published]
        belongs = self._membership
        return Dossier(
            code=self._code,
            name=country.name,
            official=country.official,
            abbreviations=country.abbreviations,
            home=self._home,
            home_name=countries[self._home].name,
            articles=len(self._articles),
            total=self._library.count(),
            first=min(dates, default=None),
            last=max(dates, default=None),
            people=self._people(self._code, lambda _article, _person: True),
            home_people=Section() if self._code == self._home else self._people(self._home, belongs.goes_along),
            bodies=self._section(EntityKind.ORGANISATION, belongs.body),
            blocs=self._section(EntityKind.BLOC, belongs.goes_along),
            places=self._section(EntityKind.PLACE, belongs.place),
            projects=self._section(EntityKind.PROJECT, belongs.goes_along),
            headlines=self._cut([partial(self._headline, article) for article in self._articles]),
            sources=self._notes.sources,
        )

    def _people(self, code: str, is_met: Belongs) -> Section:
        """The named persons of a country, highest office first, then the latest seen.

        Whose country an article does not say is known from the others.
        """
        known = {person.key for person in self._library.entities(EntityKind.PERSON, country=code)}

        def belongs(article: NamingArticle, person: Entity) -> bool:
            of_country = person.country == code or (person.country is None and person.key in known)
            return of_country and is_met(article, person)

        people = [(_with_office(group), group) for group in grouped(self._articles, EntityKind.PERSON, belongs)]
        people.sort(key=lambda pair: (rank(pair[0].entity.role), pair[1][0].newest_first))
        return self._cut([partial(self._person, naming, group) for naming, group in people])

    def _section(self, kind: EntityKind, belongs: Belongs) -> Section:
        """The things of a kind that belong to the country, those of most articles first."""
        groups = grouped(self._articles, kind, belongs)
        groups.sort(key=lambda group: (-len(group), group[0].newest_first))
        return self._cut([partial(self._thing, group) for group in groups])

    def _cut(self, makers: Sequence[Callable[[], Line]]) -> Section:
        """The first lines, made only now: no sentence is read for a line that is not shown."""
        shown = makers[: self._limit] if self._limit else makers
        return Section(tuple(make() for make in shown), len(makers) - len(shown))

    def _person(self, naming: Naming, group: Group) -> Line:
        entity = naming.entity
        return self._line(naming, group, entity.role or "", entity.role_span or entity.spans[0])

    def _thing(self, group: Group) -> Line:
        """A line whose note names the country too, where one of the newest articles has such a sentence."""
        for naming in group[:_NOTED]:
            if span := self._membership.mention_beside(naming.article, naming.entity):
                return self._line(naming, group, "", span)
        return self._line(group[0], group, "", group[0].entity.spans[0])

    def _headline(self, article: NamingArticle) -> Line:
        headline = article.headline
        return Line(
            text=headline.title,
            detail=headline.publisher or headline.source or "",
            note=self._notes.note(headline, article.country_spans[0]),
            on=headline.published,
            articles=1,
        )

    def _line(self, naming: Naming, group: Group, detail: str, span: Span) -> Line:
        headline = naming.article.headline
        return Line(
            text=name_of(group),
            detail=detail,
            note=self._notes.note(headline, span),
            on=headline.published,
            articles=len(group),
            kind=naming.entity.kind,
            key=naming.entity.key,
            doubtful=naming.entity.doubtful,
        )


def _with_office(group: Group) -> Naming:
    """The newest naming that states an office, else the newest."""
    return next((naming for naming in group if naming.entity.role), group[0])
