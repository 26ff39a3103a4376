"""Narrowing as text: what a facet adds to a query, and how it is taken out again.

What a list is narrowed by stands in its query and nowhere else, so that it can be read, copied and typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A field with one value, standing by itself: кто:="Садыр Жапаров", страна:Россия, дата:2025-11.
_FIELD_PART = re.compile(r'(?<![^\s(])[^\W\d_]+:(?:=?"[^"]*"|[^\s()"]+)(?![^\s)])')


@dataclass(frozen=True, slots=True)
class Change:
    """A condition to add to the query, or one of its own to take out."""

    part: str
    take_out: bool


def narrowed(query: str, part: str) -> str:
    """The query with one more condition. What could swallow the part — alternatives, an open quotation mark or
    bracket — is closed before it.

    >>> narrowed("газ или нефть", "страна:Россия")
    '(газ или нефть) страна:Россия'
    """
    from kgtui.search import parse_query, printed  # noqa: PLC0415 - not before the first paint
    from kgtui.search.query.nodes import Either  # noqa: PLC0415

    parsed = parse_query(query)
    if parsed.root is None:
        return part
    whole = printed(parsed.root) if parsed.problems else " ".join(query.split())
    return f"({whole}) {part}" if isinstance(parsed.root, Either) else f"{whole} {part}"


def chosen_parts(query: str) -> list[str]:
    """The conditions of a query that a facet could have added, in their order.

    >>> chosen_parts('визит кто:="Садыр Жапаров" -страна:Китай дата:2025-11')
    ['кто:="Садыр Жапаров"', 'дата:2025-11']
    """
    return [match.group() for match in _FIELD_PART.finditer(query)]


def without_part(query: str, part: str) -> str:
    """The query without one of its conditions.

    >>> without_part("(газ или нефть) страна:Россия", "страна:Россия")
    '(газ или нефть)'
    """
    start = next((match.start() for match in _FIELD_PART.finditer(query) if match.group() == part), None)
    return query if start is None else " ".join(f"{query[:start]} {query[start + len(part) :]}".split())
