"""What a result can be narrowed by: countries, blocs, persons, bodies, places, months, sources, with their counts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from kgtui.library.results import Facet, FacetKind, FacetValue

_SHOWN = 12  # values of a kind

_NAMED = """
SELECT name, COUNT(DISTINCT number) FROM entities
WHERE kind = ? AND number IN (SELECT value FROM json_each(?)) GROUP BY key ORDER BY 2 DESC, 1
"""
_MONTHS = """
SELECT substr(published, 1, 7), COUNT(*) FROM articles
WHERE published IS NOT NULL AND number IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY 1 DESC
"""
_SOURCES = """
SELECT COALESCE(publisher, source), COUNT(*) FROM articles
WHERE COALESCE(publisher, source) IS NOT NULL AND number IN (SELECT value FROM json_each(?))
GROUP BY 1 ORDER BY 2 DESC, 1
"""
_KINDS = {
    FacetKind.COUNTRY: ("country", "страна:{}"),
    FacetKind.BLOC: ("bloc", 'орган:="{}"'),
    FacetKind.PERSON: ("person", 'кто:="{}"'),
    FacetKind.BODY: ("organisation", 'орган:="{}"'),
    FacetKind.PLACE: ("place", 'место:="{}"'),
}


def facets_of(record: sqlite3.Connection, numbers: Sequence[int]) -> tuple[Facet, ...]:
    """The facets of these articles; kinds of which they have none are left out."""
    among = json.dumps(list(numbers))
    found = [_facet(kind, record.execute(_NAMED, (stored, among)), query) for kind, (stored, query) in _KINDS.items()]
    found.append(_facet(FacetKind.MONTH, record.execute(_MONTHS, (among,)), "дата:{}"))
    found.append(_facet(FacetKind.SOURCE, record.execute(_SOURCES, (among,)), 'источник:="{}"'))
    return tuple(facet for facet in found if facet.values)


def _facet(kind: FacetKind, rows: Iterable[tuple[str, int]], query: str) -> Facet:
    values = [FacetValue(name, articles, query.format(name)) for name, articles in rows]
    return Facet(kind, tuple(values[:_SHOWN]), max(0, len(values) - _SHOWN))
