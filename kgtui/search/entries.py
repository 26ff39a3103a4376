"""An article as the index keeps it: the terms of its words, zone by zone, with their positions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from kgtui.language import Analysis, Token
from kgtui.model import EntityKind, Facts
from kgtui.search.index.positions import pack
from kgtui.search.index.protocol import Entry, Positions, Zone
from kgtui.search.terms import document_terms, searched_tokens


def entry(number: int, published: int, title: Analysis, body: Analysis, facts: Facts) -> Entry:
    """The index entry of an article."""
    words = searched_tokens(body)
    in_title, in_body = _positions(searched_tokens(title)), _positions(words)
    for position, code in _country_positions(words, facts):
        in_body.setdefault("@" + code, []).append(position)
    terms = {Zone.TITLE: _packed(in_title), Zone.BODY: _packed(in_body)}
    return Entry(number, published, len(words), terms)


def _packed(positions: dict[str, list[int]]) -> dict[str, Positions]:
    return {term: pack(places) for term, places in positions.items()}


def _positions(words: list[Token]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position, token in enumerate(words):
        for term in document_terms(token.text):
            found.setdefault(term, []).append(position)
    return found


def _country_positions(words: list[Token], facts: Facts) -> Iterator[tuple[int, str]]:
    """Where countries are named, ascending for each country."""
    starts = [token.start for token in words]
    for entity in facts.entities:
        if entity.kind is EntityKind.COUNTRY:
            places = {bisect_right(starts, span.start) - 1 for span in entity.spans}
            yield from ((position, entity.key) for position in sorted(places) if position >= 0)
