"""Whether an object says how much: briefs ask it too, and load no rules for it."""

from __future__ import annotations

from kgtui.language import word

_MULTIPLES = frozenset({"удвоение", "утроение", "учетверение"})


def says_amount(what: str) -> bool:
    """Whether the words of an object say how much: «возврат 1,2 млрд кВт·ч», «удвоение экспорта»."""
    return any(sign.isdigit() for sign in what) or any(word(each).lemma in _MULTIPLES for each in what.split())
