"""Who speaks for each side: the persons of a country in their offices, highest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.namings import Belongs, Group, Naming, NamingArticle, grouped
from kgtui.dossier.precedence import rank
from kgtui.dossier.rows import Rows
from kgtui.dossier.spellings import fully_named, joined, other_spellings, usual_name
from kgtui.dossier.tenures import Held, Succession, held_by, left
from kgtui.dossier.values import Note, Person, PersonRow, Tenure
from kgtui.model import Entity, EntityKind


def people(material: Material) -> Rows:
    """Those of the subject's side; of a person the subject and whom they met, of a body or bloc those of other
    countries than home."""
    subject = material.subject
    if subject.kind is EntityKind.COUNTRY:
        return _rows(material, _of_country(material, subject.key), subject.key)
    if subject.kind is EntityKind.PERSON:
        return _rows(material, lambda article, person: _is_subject(material, person) or _met(material, article, person))
    return _rows(
        material, lambda article, person: _is_foreign(material, person) and _goes_along(material, article, person)
    )


def home_people(material: Material) -> Rows:
    """The reader's own side, where it is not the subject itself."""
    home = material.frame.home
    if material.subject.key == home or material.subject.kind is EntityKind.PERSON:
        return ()
    of_home = _of_country(material, home)
    return _rows(
        material, lambda article, person: of_home(article, person) and _goes_along(material, article, person), home
    )


def _of_country(material: Material, code: str) -> Belongs:
    """Whose country an article does not say is known from the others."""
    return lambda _article, person: (person.country or material.standing(person.key).country) == code


def _is_subject(material: Material, person: Entity) -> bool:
    return person.key == material.subject.key


def _is_foreign(material: Material, person: Entity) -> bool:
    return person.country not in (None, material.frame.home)


def _goes_along(material: Material, article: NamingArticle, person: Entity) -> bool:
    return _met(material, article, person) or material.membership.goes_along(article, person)


def _met(material: Material, article: NamingArticle, person: Entity) -> bool:
    """Whether they took part in a contact that concerns the subject."""
    return (article.headline.number, person.key) in material.participants


@dataclass(frozen=True, slots=True)
class _Found:
    """Somebody with all articles that name them and their offices, and who held the present one before."""

    group: Group
    offices: Sequence[Held]
    before: tuple[Group, Held] | None = None

    @property
    def naming(self) -> Naming:
        """The newest that states an office, else the newest."""
        return self.offices[0].naming if self.offices else self.group[0]


def _rows(material: Material, belongs: Belongs, code: str | None = None) -> Rows:
    """The subject itself, then the highest office first, then the latest seen; who was followed in the office known of
    them has no row. ``code`` is the country of them all."""
    groups = joined(grouped(material.originals, EntityKind.PERSON, belongs))
    offices = [held_by(group) for group in groups]
    succession = Succession(offices)
    found: list[_Found] = []
    followed: set[int] = set()
    for place, (group, own) in enumerate(zip(groups, offices, strict=True)):
        before = succession.before(place, own[0]) if own else None
        found.append(_Found(group, own, (groups[before[0]], before[1]) if before else None))
        if before and before[1] is offices[before[0]][0]:
            followed.add(before[0])
    found = [each for place, each in enumerate(found) if place not in followed]
    found.sort(key=lambda each: (_rank(material, each, code), each.group[0].newest_first))
    return [partial(_row, material, each) for each in found]


def _rank(material: Material, found: _Found, code: str | None) -> int:
    """By an office that other articles of the library state, where these state none."""
    entity = found.naming.entity
    if _is_subject(material, entity):
        return 0
    elsewhere = material.standing(entity.key)
    return rank(entity.role or (elsewhere.role if code == elsewhere.country else None))


def _row(material: Material, found: _Found) -> PersonRow:
    group = found.group
    naming = found.naming if found.offices else _elsewhere(material, group) or found.naming
    entity, headline = naming.entity, naming.article.headline
    name = usual_name(group)
    notes = _proof(material, naming)
    earlier = tuple(_tenure(material, group, held) for held in left(found.offices))
    before = _tenure(material, *found.before) if found.before else None
    return PersonRow(
        person=Person(fully_named(group)[0].entity.key, name, entity.role, entity.country),
        on=headline.published,
        articles=len({naming.article.headline.number for naming in group}),
        earlier=earlier,
        predecessor=before,
        spellings=other_spellings(group, name),
        notes=tuple(dict.fromkeys([*notes, *_notes(earlier), *_notes((before,) if before else ())])),
        is_new=all(material.is_new(each.article.headline) for each in group),
        doubt=entity.doubt,
    )


def _elsewhere(material: Material, group: Group) -> Naming | None:
    """The newest naming in any article of the library that states an office."""
    mention = material.office_elsewhere(group[0].entity.key)
    if mention is None:
        return None
    return Naming(NamingArticle(mention.headline, (), mention.entity.spans), mention.entity)


def _proof(material: Material, naming: Naming) -> Sequence[Note]:
    """The sentence of the office, and that of the name where the office was stated before it."""
    entity, headline = naming.entity, naming.article.headline
    named = material.sentences.shared(headline.number, entity.spans, [entity.role_span] if entity.role_span else ())
    spans = [span for span in (entity.role_span, None if named else entity.spans[0]) if span]
    return [material.note(headline, span) for span in spans]


def _tenure(material: Material, group: Group, held: Held) -> Tenure:
    entity = held.naming.entity
    person = Person(fully_named(group)[0].entity.key, usual_name(group), entity.role, entity.country)
    span = entity.role_span or entity.spans[0]
    return Tenure(person, held.naming.article.headline.published, material.note(held.naming.article.headline, span))


def _notes(tenures: Sequence[Tenure]) -> Sequence[Note]:
    return [tenure.note for tenure in tenures]
