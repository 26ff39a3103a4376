"""Folding for comparison only: what is folded here is never shown."""

from __future__ import annotations

_FOLDED = str.maketrans({"ё": "е", "Ё": "е", "ң": "н", "ү": "у", "ө": "о"})


def fold(text: str) -> str:
    """Lower case, ё as е, Kyrgyz letters as their Russian neighbours; the length never changes.

    >>> fold("Мирзиёев")
    'мирзиеев'
    """
    folded = text.lower()
    return (folded if len(folded) == len(text) else "".join(c.lower()[0] for c in text)).translate(_FOLDED)
