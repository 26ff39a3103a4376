"""News in which a subject is one of many, through the unions it is a member of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.namings import newest_first, texts
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import UnionRow
from kgtui.gazetteer import Bloc, load_gazetteer
from kgtui.model import Headline


def unions(material: Material) -> Rows:
    """The unions that articles tell of more than of any country, home aside; those of most articles first."""
    home = material.frame.home
    if not material.subject.makes_pair_with(home):
        return ()
    known = load_gazetteer().blocs.values()
    blocs = [bloc for bloc in known if bloc.kind == "bloc" and material.subject.key in bloc.members]
    named = {bloc.code: _named_so(bloc) for bloc in blocs}
    telling = material.library.articles_about_blocs([code for codes in named.values() for code in codes], but=home)
    found = [(bloc, articles) for bloc in blocs if (articles := _texts(material, telling, named[bloc.code]))]
    found.sort(key=lambda pair: -len(pair[1]))
    return [partial(_row, material, bloc, articles) for bloc, articles in found]


def _named_so(bloc: Bloc) -> Sequence[str]:
    """The codes of a union and of its bodies, which have the same members: news of one are news of the other."""
    known = load_gazetteer().blocs.values()
    return [bloc.code, *(each.code for each in known if each.kind == "body" and set(each.members) == set(bloc.members))]


def _texts(material: Material, telling: Mapping[str, Sequence[int]], codes: Sequence[str]) -> Sequence[Headline]:
    """The articles inside the frame, the newest first; reprints of one text are one."""
    numbers = dict.fromkeys(number for code in codes for number in telling.get(code, ()))
    articles = sorted(material.framed(list(numbers)), key=newest_first)
    kept = texts((each.number for each in articles), material.library.groups([each.number for each in articles]))
    return [each for each in articles if each.number in kept]


def _row(material: Material, bloc: Bloc, articles: Sequence[Headline]) -> UnionRow:
    newest = articles[0]
    codes = _named_so(bloc)
    spans = (entity.spans for entity in material.entities(newest.number) if entity.key in codes)
    return UnionRow(
        key=bloc.code,
        name=bloc.name,
        articles=len(articles),
        naming=sum(material.names_subject(each.number) for each in articles),
        notes=(material.note(newest, next(spans)[0]),),
        is_new=all(map(material.is_new, articles)),
    )
