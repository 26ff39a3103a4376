"""Where a query names a country, any other word for it becomes an answer too: the lowest tier."""

from __future__ import annotations

from kgtui.language.lemmas import is_readable
from kgtui.search.query.nodes import Country, Node, Phrase, Word

_LONGEST_NAME = 5  # words


def with_countries(nodes: list[Node]) -> list[Node]:
    """The nodes, with every run of words and every phrase that names a country made a `Country`; longest runs first."""
    read: list[Node] = []
    at = 0
    while at < len(nodes):
        node, width = _longest_name(nodes, at)
        read.append(node)
        at += width
    return read


def _longest_name(nodes: list[Node], at: int) -> tuple[Node, int]:
    node = nodes[at]
    if isinstance(node, Phrase) and all(isinstance(part, Word) for part in node.parts):
        code = _code_of([part.text for part in node.parts])
        return (Country(node, code) if code else node), 1
    run: list[Word] = []
    for following in nodes[at : at + _LONGEST_NAME]:
        if not isinstance(following, Word):
            break
        run.append(following)
    for width in range(len(run), 0, -1):
        if code := _code_of([word.text for word in run[:width]]):
            return Country(run[0] if width == 1 else Phrase(tuple(run[:width])), code), width
    return node, 1


def _code_of(words: list[str]) -> str | None:
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - kept off the start path

    if not all(is_readable(word) for word in words):
        return None
    country = load_gazetteer().country_named(" ".join(words))
    return country.code if country else None
