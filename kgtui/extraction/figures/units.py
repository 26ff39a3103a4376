"""What numbers are of: currencies by word, sign or code; units of measure, with the factor to the unit exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kgtui.extraction.context import Context
from kgtui.extraction.figures.wordings import Wordings
from kgtui.extraction.tables import table

NOT_A_FIGURE = "-"
_OLD_CODES = {"RUR": "RUB", "BYR": "BYN"}


class Unit(NamedTuple):
    """A unit as it is exchanged, what a value in the text's own unit is multiplied by, and whether it is money."""

    code: str
    factor: float = 1
    money: bool = False


def unit_after(context: Context, position: int) -> tuple[Unit, int] | None:
    """The unit that begins at a token, and where it ends."""
    return _after().at(context, position)


def sign_before(context: Context, position: int, floor: int) -> tuple[Unit, int] | None:
    """The currency whose sign or code ends where a number begins, and where it begins itself: «US$5», «USD 5 млн»."""
    return _signs().before(context, position, floor, most=2)


@cache
def _after() -> Wordings[Unit]:
    return Wordings([*_measures(), *_currencies(), *_sign_wordings()])


@cache
def _signs() -> Wordings[Unit]:
    return Wordings(_sign_wordings())


def _measures() -> Iterator[tuple[str, Unit]]:
    for row in table("units"):
        for wording in row["words"].split("; "):
            yield wording, Unit(row["unit"], float(row["factor"]))


def _currencies() -> Iterator[tuple[str, Unit]]:
    for row in table("currencies"):
        for wording in row["words"].split("; "):
            yield wording, Unit(row["code"], money=True)


def _sign_wordings() -> Iterator[tuple[str, Unit]]:
    """Signs and codes; a code counts only in capitals."""
    for row in table("currencies"):
        for sign in (row["code"], *filter(None, row["signs"].split("; "))):
            yield sign, Unit(row["code"], money=True)
    for old, code in _OLD_CODES.items():
        yield old, Unit(code, money=True)
