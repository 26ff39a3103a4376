"""``рядом(a, b c, 10)``: what stands between the commas → parts and a distance."""

from __future__ import annotations

import re

from kgtui.search.query.nodes import Asked, Fuzzy, Near, Phrase, Prefix, Word

_USUAL_DISTANCE = 10  # words, where none is given
_DISTANCE = re.compile(r"[1-9]\d{0,2}", re.ASCII)


def near_of(elements: list[list[Asked]]) -> Near | None:
    """Words without a comma between them are a phrase, a last number alone is the distance. None of less than two."""
    distance = _USUAL_DISTANCE
    if len(elements) > 2 and (stated := _stated(elements[-1])):
        elements, distance = elements[:-1], stated
    if len(elements) < 2:
        return None
    return Near(tuple(part for element in elements for part in _phrased(element)), distance)


def _phrased(element: list[Asked]) -> tuple[Asked, ...]:
    words = tuple(asked for asked in element if isinstance(asked, Word | Prefix | Fuzzy))
    return (Phrase(words),) if len(words) == len(element) > 1 else tuple(element)


def _stated(element: list[Asked]) -> int | None:
    word = element[0]
    if len(element) > 1 or not isinstance(word, Word) or not _DISTANCE.fullmatch(word.text):
        return None
    return int(word.text)
