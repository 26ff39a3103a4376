"""Countries and blocs: the gazetteer's matches of an article, joined by code."""

from __future__ import annotations

from collections.abc import Iterable

from kgtui.gazetteer import GazetteerMatch, MatchKind
from kgtui.model import Entity, EntityKind, Span

_KINDS = {MatchKind.COUNTRY: EntityKind.COUNTRY, MatchKind.BLOC: EntityKind.BLOC}


def countries_and_blocs(matches: Iterable[GazetteerMatch]) -> list[Entity]:
    """One entity a country and a bloc, in the order in which the article first names them."""
    spans: dict[tuple[EntityKind, str], tuple[str, list[Span]]] = {}
    for match in matches:
        kind = _KINDS.get(match.kind)
        if kind is not None:
            spans.setdefault((kind, match.code), (match.name, []))[1].append(match.span)
    return [
        Entity(
            kind=kind,
            key=code,
            name=name,
            spans=tuple(dict.fromkeys(found)),
            country=code if kind is EntityKind.COUNTRY else None,
            found_by="list",
        )
        for (kind, code), (name, found) in spans.items()
    ]
