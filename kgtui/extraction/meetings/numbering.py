"""The number of a sitting or a summit: «24-м», «XII», «седьмой»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kgtui.extraction.tables import table
from kgtui.language import fold, word

_DIGITS = re.compile(r"(\d{1,3})(?:[-‐‑][а-яё]{1,3})?")
_ROMAN = re.compile(r"[IVXLC]+")


@cache
def number(form: str) -> str | None:
    """In digits, a Roman one as it stands; None of what numbers nothing.

    >>> number("24-м"), number("седьмой"), number("XII"), number("новый")
    ('24', '7', 'XII', None)
    """
    digits = _DIGITS.fullmatch(form)
    if digits or _ROMAN.fullmatch(form):
        return digits[1] if digits else form
    return next((_ordinals()[lemma] for lemma in word(form).lemmas if lemma in _ordinals()), None)


@cache
def _ordinals() -> Mapping[str, str]:
    return {fold(row["lemma"]): row["number"] for row in table("ordinals")}
