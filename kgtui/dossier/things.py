"""What is named together with a subject: bodies, projects, places, countries and blocs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial

from kgtui.dossier.bodies import body_key, body_key_of_pair, body_name
from kgtui.dossier.material import Material
from kgtui.dossier.namings import Group, Naming, NamingArticle, grouped, name_of
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import ThingRow
from kgtui.extraction.tables import table
from kgtui.language import analyse, word
from kgtui.model import Entity, EntityKind, Span

_NOTED = 5  # newest articles among which a note looks for a sentence that names the subject too


def bodies(material: Material) -> Rows:
    """Each once, however it is called; not the subject itself."""
    key = body_key_of_pair if material.subject.makes_pair_with(material.frame.home) else body_key

    def belongs(article: NamingArticle, body: Entity) -> bool:
        return body.key != material.subject.key and material.membership.body(article, body)

    return _rows(material, grouped(material.originals, EntityKind.ORGANISATION, belongs, key), body_name)


def projects(material: Material) -> Rows:
    """Without meetings, which are contacts."""

    def belongs(article: NamingArticle, project: Entity) -> bool:
        return not _is_meeting(project.name) and material.membership.goes_along(article, project)

    return _rows(material, grouped(material.originals, EntityKind.PROJECT, belongs))


def places(material: Material) -> Rows:
    return _rows(material, grouped(material.originals, EntityKind.PLACE, material.membership.place))


def companions(material: Material) -> Rows:
    """The countries and blocs that stand in one sentence with the subject, home aside."""

    def belongs(article: NamingArticle, other: Entity) -> bool:
        is_other = other.key not in (material.subject.key, material.frame.home)
        return is_other and material.membership.is_beside(article, other)

    kinds = (EntityKind.COUNTRY, EntityKind.BLOC)
    return _rows(material, [group for kind in kinds for group in grouped(material.originals, kind, belongs)])


def _rows(material: Material, groups: Sequence[Group], shown: Callable[[str], str] = str) -> Rows:
    """Those of most articles first; ``shown`` makes of a name the one that is shown."""
    ordered = sorted(groups, key=lambda group: (-_articles(group), group[0].newest_first))
    return [partial(_row, material, group, shown) for group in ordered]


def _articles(group: Group) -> int:
    return len({naming.article.headline.number for naming in group})


def _row(material: Material, group: Group, shown: Callable[[str], str]) -> ThingRow:
    naming, span = _proof(material, group)
    headline = naming.article.headline
    return ThingRow(
        kind=naming.entity.kind,
        key=naming.entity.key,
        name=shown(name_of(group)),
        articles=_articles(group),
        on=headline.published,
        notes=(material.note(headline, span),),
        is_new=all(material.is_new(each.article.headline) for each in group),
        doubt=naming.entity.doubt,
    )


def _proof(material: Material, group: Group) -> tuple[Naming, Span]:
    """A naming beside the subject's, where one of the newest articles has such a sentence."""
    for naming in group[:_NOTED]:
        if span := material.membership.mention_beside(naming.article, naming.entity):
            return naming, span
    return group[0], group[0].entity.spans[0]


@lru_cache(maxsize=4096)
def _is_meeting(name: str) -> bool:
    """Whether the head of a name is that of a form of contact: «Консультативная встреча глав государств»."""
    return _head(name) in _meetings()


@cache
def _meetings() -> frozenset[str | None]:
    return frozenset(_head(row["kind"]) for row in table("meeting_forms"))


def _head(name: str) -> str | None:
    """The lemma of its first noun."""
    words = (word(token.text) for token in analyse(name).tokens if token.is_word)
    return next((each.lemma for each in words if each.readings[0].pos == "NOUN"), None)
