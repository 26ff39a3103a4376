"""Words of a query that name a country: in the query itself, where any other word for it becomes an answer too (the
lowest tier), and behind ``страна:``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.language.lemmas import is_readable
from kgtui.search.query.nodes import All, Country, Either, Near, Node, Phrase, Without, Word

if TYPE_CHECKING:
    from kgtui.gazetteer import Gazetteer

LONGEST_NAME = 5  # words


def with_countries(node: Node) -> Node:
    """The tree, with every run of words and every phrase that names a country made a `Country`, longest runs first.
    What is not wanted stays as it is: nobody is refused an article for another word than the one he gave."""
    if isinstance(node, All):
        parts = _named(node.parts)
        return parts[0] if len(parts) == 1 else All(parts)
    if isinstance(node, Either):
        return Either(tuple(with_countries(part) for part in node.parts))
    if isinstance(node, Without):
        return Without(with_countries(node.wanted) if node.wanted else None, node.unwanted)
    if isinstance(node, Near):
        return Near(
            tuple(_country(part) if isinstance(part, Word | Phrase) else part for part in node.parts), node.distance
        )
    if isinstance(node, Word) and (pair := _side_by_side(node)):
        return pair
    return _country(node) if isinstance(node, Word | Phrase) else node


def code_meant(text: str) -> str | None:
    """The alpha-2 code of the country that a text means: by a name or abbreviation in any form, an adjective, a word
    for its people, or the code itself."""
    country = _gazetteer().country_meant(text) if is_readable(text) else None
    return country.code if country else None


def is_name(word: str) -> bool:
    """Whether one word names a country by itself."""
    return _code_of([word]) is not None


def meant_at_start(words: Sequence[str]) -> tuple[int, str | None]:
    """How many of the words mean a country, and which; the fewest that name it, else one that means it otherwise."""
    for width in range(1, min(len(words), LONGEST_NAME) + 1):
        if code := _code_of(words[:width]):
            return width, code
    return 1, code_meant(words[0])


def _named(nodes: Sequence[Node]) -> tuple[Node, ...]:
    read: list[Node] = []
    at = 0
    while at < len(nodes):
        node, width = _longest_name(nodes, at)
        read.append(node)
        at += width
    return tuple(read)


def _longest_name(nodes: Sequence[Node], at: int) -> tuple[Node, int]:
    run: list[Word] = []
    for following in nodes[at : at + LONGEST_NAME]:
        if not isinstance(following, Word):
            break
        run.append(following)
    for width in range(len(run), 1, -1):
        if code := _code_of([word.text for word in run[:width]]):
            return Country(Phrase(tuple(run[:width])), code), width
    return with_countries(nodes[at]), 1


def _side_by_side(word: Word) -> All | None:
    """«КР-РФ», «Китай-Кыргызстан-Узбекистан»: names of countries that a hyphen joins; «Гвинея-Бисау» is one name."""
    parts = word.text.split("-")
    if len(parts) < 2 or not all(parts) or _code_of([word.text]):
        return None
    codes = [_code_of([part]) for part in parts]
    countries = tuple(Country(Word(part), code) for part, code in zip(parts, codes, strict=True) if code)
    return All(countries) if len(countries) == len(parts) else None


def _country(node: Word | Phrase) -> Country | Word | Phrase:
    parts = node.parts if isinstance(node, Phrase) else (node,)
    words = [part.text for part in parts if isinstance(part, Word)]
    code = _code_of(words) if len(words) == len(parts) else None
    return Country(node, code) if code else node


def _code_of(words: Sequence[str]) -> str | None:
    """Of a name or an abbreviation; a code alone («it», «no») is a word like any other."""
    if not all(is_readable(word) for word in words):
        return None
    country = _gazetteer().country_named(" ".join(words))
    return country.code if country and words[0].upper() != country.code else None


def _gazetteer() -> Gazetteer:
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - kept off the start path

    return load_gazetteer()
