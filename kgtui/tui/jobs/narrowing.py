"""Narrowing as text: what a facet adds to a query, and how it is taken out again.

What a list is narrowed by stands in its query and nowhere else, so that it can be read, copied and typed. The query
language is imported where it is used: not before the first paint. A query is given as its library reads it, because
«неделя» is counted from that library's day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.model import MarkFilter

if TYPE_CHECKING:
    from kgtui.search import Query
    from kgtui.search.query.nodes import Node


@dataclass(frozen=True, slots=True)
class Change:
    """A condition to add to the query, or one of its own to take out; or a mark that the articles must have."""

    part: str | MarkFilter
    take_out: bool


def narrowed(query: Query, part: str) -> str:
    """The query with one more condition. What could swallow the part — alternatives, an open quotation mark or
    bracket — is closed before it; before a text too long to be read the part comes first.

    >>> from kgtui.search import parse_query
    >>> narrowed(parse_query("газ или нефть"), "страна:Россия"), narrowed(parse_query("визит (посол"), "страна:Россия")
    ('(газ или нефть) страна:Россия', 'визит посол страна:Россия')
    """
    from kgtui.search import ProblemKind, printed  # noqa: PLC0415
    from kgtui.search.query.nodes import Either  # noqa: PLC0415

    if query.root is None:
        return part
    whole = printed(query.root) if query.problems else " ".join(query.text.split())
    whole = f"({whole})" if isinstance(query.root, Either) else whole
    is_cut = any(problem.kind is ProblemKind.TOO_LONG for problem in query.problems)
    return f"{part} {whole}" if is_cut else f"{whole} {part}"


def chosen_parts(query: Query) -> list[str]:
    """The conditions of a query that name a field, in their order: facets add such.

    >>> from kgtui.search import parse_query
    >>> chosen_parts(parse_query('визит кто:="Садыр Жапаров" -страна:Китай дата:2025-11'))
    ['кто:="Садыр Жапаров"', 'дата:2025-11']
    """
    from kgtui.search import printed  # noqa: PLC0415
    from kgtui.search.query.nodes import Dated, InCountry, InField, Named  # noqa: PLC0415

    asked = conditions(query.root)
    return [printed(each) for each in asked if isinstance(each, Named | InField | InCountry | Dated)]


def without_part(query: Query, part: str) -> str:
    """The query without one of its conditions.

    >>> from kgtui.search import parse_query
    >>> without_part(parse_query("(газ или нефть) страна:Россия"), "страна:Россия")
    'газ или нефть'
    """
    from kgtui.search import printed  # noqa: PLC0415
    from kgtui.search.query.nodes import All, Without  # noqa: PLC0415

    root = query.root
    left = tuple(each for each in conditions(root) if printed(each) != part)
    wanted: Node | None = All(left) if len(left) > 1 else left[0] if left else None
    return printed(Without(wanted, root.unwanted) if isinstance(root, Without) else wanted)


def conditions(root: Node | None) -> Sequence[Node]:
    """What all must be true of an article."""
    from kgtui.search.query.nodes import All, Without  # noqa: PLC0415

    wanted = root.wanted if isinstance(root, Without) else root
    if wanted is None:
        return ()
    return wanted.parts if isinstance(wanted, All) else (wanted,)
