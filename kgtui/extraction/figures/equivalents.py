"""An amount of money that is given in another currency as well: «87,5 млн сомов (около $1 млн)»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.figures.frames import frame_before
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.wordings import Wordings

_OPENING = frozenset("(/[")
_LINKS = ("или", "что эквивалентно", "эквивалентно", "эквивалент", "что составляет", "что равно", "то есть")


@cache
def _links() -> Wordings[bool]:
    return Wordings((wording, True) for wording in _LINKS)


def with_equivalents(context: Context, measures: Sequence[Measure]) -> Iterator[tuple[Measure, Measure | None]]:
    """The measures, each with the one that gives it in another currency; that one is no measure of its own."""
    position = 0
    while position < len(measures):
        one = measures[position]
        other = measures[position + 1] if position + 1 < len(measures) else None
        same = other if other is not None and _is_same(context, one, other) else None
        yield one, same
        position += 2 if same else 1


def _is_same(context: Context, one: Measure, other: Measure) -> bool:
    if one.unit is None or other.unit is None or not (one.unit.is_money and other.unit.is_money):
        return False
    if one.unit.code == other.unit.code or context.sentence(one.first) != context.sentence(other.first):
        return False
    first = frame_before(context, other).first
    if first == one.stop + 1 and context.tokens[one.stop].text in _OPENING:
        return True
    after_comma = one.stop + (one.stop < first and context.tokens[one.stop].text in (",", "(", "—", "–"))
    link = _links().at(context, after_comma)
    return link is not None and link[1] == first
