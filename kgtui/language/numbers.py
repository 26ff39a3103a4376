"""A number however it is written: «1 250,6», «1250.6» and «1.500.000», «24-м»."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(\d[\d., ]*)(?:[-‐‑][^\W\d_]{1,3})?")
_GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3}){2,}")


def number_key(form: str) -> str | None:
    """Digits with a point before the fraction; None of what is no number.

    >>> number_key("1 250,6"), number_key("1.500.000"), number_key("24-м")
    ('1250.6', '1500000', '24')
    """
    match = _NUMBER.fullmatch(form)
    if match is None:
        return None
    digits = match.group(1)
    return re.sub("[., ]", "", digits) if _GROUPED.fullmatch(digits) else digits.replace(" ", "").replace(",", ".")
