"""How a query was read, in the signs of the query language itself."""

from __future__ import annotations

from kgtui.search import parse_query
from kgtui.search.nodes import All, Country, Either, Leaf, Node, Phrase, Prefix, Without


def read_as(query: str) -> str:
    """The query as it is searched: what was left out is gone, a country's name carries its code.

    >>> read_as('("торговля"')
    'торговля'
    """
    root = parse_query(query).root
    return _shown(root) if root else ""


def _shown(node: Node) -> str:
    if isinstance(node, All):
        return " ".join(_inner(part) for part in node.parts)
    if isinstance(node, Either):
        return " OR ".join(_shown(part) for part in node.parts)
    if isinstance(node, Without):
        return " ".join([_inner(node.wanted), *(f"-{_inner(part)}" for part in node.unwanted)])
    return _leaf(node)


def _leaf(node: Leaf) -> str:
    if isinstance(node, Prefix):
        return f"{node.text}*"
    if isinstance(node, Phrase):
        return f'"{" ".join(_leaf(part) for part in node.parts)}"'
    return f"{_leaf(node.words)} [{node.code}]" if isinstance(node, Country) else node.text


def _inner(node: Node) -> str:
    """A part of a larger whole, in brackets where it would else fall apart."""
    return f"({_shown(node)})" if isinstance(node, Either | All | Without) else _shown(node)
