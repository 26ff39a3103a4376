"""News in which a subject is one of many, through the unions it is a member of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.namings import texts
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import UnionRow
from kgtui.gazetteer import Bloc, load_gazetteer
from kgtui.model import EntityKind, Headline


def unions(material: Material) -> Rows:
    """The unions that articles tell of more than of any country, home aside; those of most articles first."""
    if material.subject.kind is not EntityKind.COUNTRY or material.subject.key == material.frame.home:
        return ()
    blocs = [bloc for bloc in load_gazetteer().blocs.values() if material.subject.key in bloc.members]
    telling = material.library.articles_about_blocs([bloc.code for bloc in blocs], but=material.frame.home)
    found = [(bloc, articles) for bloc in blocs if (articles := _texts(material, telling.get(bloc.code, ())))]
    found.sort(key=lambda pair: -len(pair[1]))
    return [partial(_row, material, bloc, articles) for bloc, articles in found]


def _texts(material: Material, numbers: Sequence[int]) -> Sequence[Headline]:
    """The articles inside the frame; reprints of one text are one."""
    articles = material.framed(numbers)
    kept = texts((each.number for each in articles), material.library.groups([each.number for each in articles]))
    return [each for each in articles if each.number in kept]


def _row(material: Material, bloc: Bloc, articles: Sequence[Headline]) -> UnionRow:
    newest = articles[0]
    spans = (entity.spans for entity in material.entities(newest.number) if entity.key == bloc.code)
    return UnionRow(
        key=bloc.code,
        name=bloc.name,
        articles=len(articles),
        naming=sum(material.names_subject(each.number) for each in articles),
        notes=(material.note(newest, next(spans)[0]),),
        is_new=all(map(material.is_new, articles)),
    )
