"""The words that numbers are made of, in every form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from kgtui.extraction.tables import table
from kgtui.language import fold


class NumberWord(NamedTuple):
    """What a word adds to a number; ``kind`` is that of the table."""

    kind: str
    value: float


@cache
def may_begin_number(form: str) -> bool:
    """Whether a token may begin a number; each form is looked up once a process."""
    key = fold(form)
    if key[0].isdigit():
        return True
    return key in number_words() or key in multipliers() or key.partition("-")[0] in number_words()


@cache
def number_words() -> Mapping[str, NumberWord]:
    """Folded form → what it adds."""
    return {
        form: NumberWord(row["kind"], float(row["value"]))
        for row in table("number_words")
        for form in row["forms"].split()
    }


@cache
def multipliers() -> Mapping[str, int]:
    """Folded form, with and without the full stop of an abbreviation, → what it multiplies by."""
    return {form: int(row["value"]) for row in table("multipliers") for form in row["forms"].split()}


@cache
def lone_multipliers() -> frozenset[str]:
    return frozenset(form for row in table("multipliers") for form in row["alone"].split())
