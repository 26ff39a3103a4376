"""What a word weighs in an article, and what that is worth: BM25F in small whole numbers.

A word of the title counts more than one of the text, one of a long text less than one of a short; the sum is saturated,
so that the tenth occurrence adds little (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). The
length of an article is compared with a fixed one, not with the mean: so a weight never changes and is kept in a byte.
"""

from __future__ import annotations

import math

UNIT = 16  # weight of a word of an article's text of the usual length
WORTH = 10  # of a sure reading; see `Rung.worth`
BODY_STARTS = 1024  # position of a text's first word; the title's words stand before
TITLE_ENDS = 512  # words of a title beyond are not found in it; between title and text nothing is near

_TITLE = 3.0
_USUAL_LENGTH = 200  # words
_K1, _B = 1.2, 0.5  # saturation of a word's count, weight of an article's length
HALF = _K1 * UNIT * WORTH  # a weight (in units times worth) that is worth half of the most: w / (HALF + w)


def occurrence_weight(position: int, length: int) -> int:
    """Of one word at a position of an article with so many words."""
    if position < BODY_STARTS:
        return round(_TITLE * UNIT)
    return max(1, round(UNIT / (1 - _B + _B * length / _USUAL_LENGTH)))


def rarity(found: int, total: int) -> float:
    """How much it says that an article has what so many of all articles have."""
    return math.log1p((total - found + 0.5) / (found + 0.5)) if total >= found else 0.0
