"""Who speaks for each side: the persons of a country in their offices, highest first."""

from __future__ import annotations

from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.namings import Belongs, Group, Naming, NamingArticle, grouped, name_of
from kgtui.dossier.precedence import rank
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import Person, PersonRow
from kgtui.model import Entity, EntityKind


def people(material: Material) -> Rows:
    """Those of the subject's side."""
    if material.subject.kind is not EntityKind.COUNTRY:
        return ()
    return _people(material, material.subject.key, lambda _article, _person: True)


def home_people(material: Material) -> Rows:
    """The reader's own side, where it is not the subject itself."""
    home = material.frame.home
    if material.subject.key == home:
        return ()
    return _people(material, home, material.membership.goes_along)


def _people(material: Material, code: str, is_met: Belongs) -> Rows:
    """The named persons of a country, highest office first, then the latest seen.

    Whose country an article does not say is known from the others.
    """
    known = {person.key for person in material.library.entities(EntityKind.PERSON, country=code)}

    def belongs(article: NamingArticle, person: Entity) -> bool:
        of_country = person.country == code or (person.country is None and person.key in known)
        return of_country and is_met(article, person)

    found = [(_with_office(group), group) for group in grouped(material.articles, EntityKind.PERSON, belongs)]
    found.sort(key=lambda pair: (rank(pair[0].entity.role), pair[1][0].newest_first))
    return [partial(_row, material, naming, group) for naming, group in found]


def _row(material: Material, naming: Naming, group: Group) -> PersonRow:
    entity, headline = naming.entity, naming.article.headline
    return PersonRow(
        person=Person(entity.key, name_of(group), entity.role, entity.country),
        on=headline.published,
        articles=len(group),
        notes=(material.note(headline, entity.role_span or entity.spans[0]),),
        is_new=all(material.is_new(each.article.headline) for each in group),
        doubt=entity.doubt,
    )


def _with_office(group: Group) -> Naming:
    """The newest naming that states an office, else the newest."""
    return next((naming for naming in group if naming.entity.role), group[0])
