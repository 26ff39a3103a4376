"""A tree as a text of the query language."""

from __future__ import annotations

from kgtui.search.query.nodes import All, Country, Either, Leaf, Node, Phrase, Prefix, Without


def printed(root: Node | None) -> str:
    """The text of a tree: parsed again it gives the same tree."""
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
    return _leaf(node.words) if isinstance(node, Country) else node.text


def _inner(node: Node) -> str:
    """A part of a larger whole, in brackets where it would else fall apart."""
    return f"({_shown(node)})" if isinstance(node, Either | All | Without) else _shown(node)
