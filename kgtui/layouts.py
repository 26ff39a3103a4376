"""The two layouts of a Russian keyboard: what the same fingers type on either, and which keys lie side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&|"
_RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?/'
TO_RUSSIAN = dict(zip(_LATIN, _RUSSIAN, strict=True))
TO_LATIN = dict(zip(_RUSSIAN, _LATIN, strict=True))

_ROWS = (("qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,."), ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"))


def retyped(text: str) -> str:
    """What the same keys give under the other layout. Which layout a text was typed on, its letters say: the one that
    more of them belong to.

    >>> retyped("Rbhubpbz"), retyped("rnj^;fgfhjd"), retyped("СФЫФ-1000")
    ('Киргизия', 'кто:жапаров', 'CASA-1000')
    """
    latin = sum(1 if letter.isascii() else -1 for letter in text if letter.isalpha())
    return text.translate(_KEYS_TO_RUSSIAN if latin >= 0 else _KEYS_TO_LATIN)


_KEYS_TO_RUSSIAN, _KEYS_TO_LATIN = str.maketrans(TO_RUSSIAN), str.maketrans(TO_LATIN)


def _side_by_side() -> Iterator[tuple[str, str]]:
    """Neighbours in a row, and in the row below, which is half a key to the right."""
    for rows in _ROWS:
        for row in rows:
            yield from pairwise(row)
        for upper, lower in pairwise(rows):
            yield from zip(upper, lower, strict=False)
            yield from zip(upper[1:], lower, strict=False)


NEIGHBOURS = frozenset(pair for one, other in _side_by_side() for pair in ((one, other), (other, one)))
