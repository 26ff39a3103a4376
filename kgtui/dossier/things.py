"""What is named together with a subject: bodies, projects, places; those of most articles first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.namings import Belongs, Group, Naming, grouped, name_of
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import ThingRow
from kgtui.model import EntityKind, Span

_NOTED = 5  # newest articles among which a note looks for a sentence that names the subject too


def bodies(material: Material) -> Rows:
    return things(material, (EntityKind.ORGANISATION,), material.membership.body)


def projects(material: Material) -> Rows:
    return things(material, (EntityKind.PROJECT,), material.membership.goes_along)


def places(material: Material) -> Rows:
    return things(material, (EntityKind.PLACE,), material.membership.place)


def things(material: Material, kinds: Sequence[EntityKind], belongs: Belongs) -> Rows:
    """Those of most articles first."""
    groups = [group for kind in kinds for group in grouped(material.articles, kind, belongs)]
    groups.sort(key=lambda group: (-len(_texts(material, group)), group[0].newest_first))
    return [partial(_row, material, group) for group in groups]


def _texts(material: Material, group: Group) -> Mapping[int, int]:
    return material.texts(naming.article.headline.number for naming in group)


def _row(material: Material, group: Group) -> ThingRow:
    """Its note names the subject too, where one of the newest articles has such a sentence."""
    for naming in group[:_NOTED]:
        if span := material.membership.mention_beside(naming.article, naming.entity):
            return _of(material, group, naming, span)
    return _of(material, group, group[0], group[0].entity.spans[0])


def _of(material: Material, group: Group, naming: Naming, span: Span) -> ThingRow:
    headline = naming.article.headline
    return ThingRow(
        kind=naming.entity.kind,
        key=naming.entity.key,
        name=name_of(group),
        articles=len(_texts(material, group)),
        on=headline.published,
        notes=(material.note(headline, span),),
        is_new=all(material.is_new(each.article.headline) for each in group),
        doubt=naming.entity.doubt,
    )
