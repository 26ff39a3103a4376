"""What numbers are of: currencies by word, sign or code; units of measure, with the factor to the unit exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kgtui.extraction.context import Context
from kgtui.extraction.figures.wordings import Wordings
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind
from kgtui.model import PROPORTIONS

NOT_A_FIGURE = "-"
_OLD_CODES = {"RUR": "RUB", "BYR": "BYN"}


class Unit(NamedTuple):
    """A unit as it is exchanged, what a value in the text's own unit is multiplied by, and the rule that gave it.

    ``bare`` tells that it is a name that several countries give to their money.
    """

    code: str
    factor: float = 1
    rule: str = "measure"
    bare: bool = False

    @property
    def is_money(self) -> bool:
        return self.rule == "money"

    @property
    def is_proportion(self) -> bool:
        return self.code in PROPORTIONS


def unit_after(context: Context, position: int) -> tuple[Unit, int] | None:
    """The unit that begins at a token, and where it ends."""
    found = _after().at(context, position)
    return (_local(context, found[0], position), found[1]) if found and found[0].bare else found


def sign_before(context: Context, position: int, floor: int) -> tuple[Unit, int] | None:
    """The currency whose sign or code ends where a number begins, and where it begins itself: «US$5», «USD 5 млн»."""
    return _signs().before(context, position, floor, most=2)


def sign_at(context: Context, position: int) -> tuple[Unit, int] | None:
    """The currency whose sign or code stands at a token, and where it ends."""
    return _signs().at(context, position)


def _local(context: Context, unit: Unit, position: int) -> Unit:
    """A bare name as the money of the country in the sentence, or the only one in the article, that calls it so."""
    codes = _local_codes()[unit.code]
    first, stop = context.sentence(position)
    countries = [match for match in context.matches if match.kind is MatchKind.COUNTRY]
    near = {match.code for match in countries if first <= match.first < stop}
    for named in (near, {match.code for match in countries}):
        fitting = codes.keys() & named
        if fitting and (unit.code[:2] in named or len(fitting) > 1):
            return unit
        if fitting:
            return unit._replace(code=codes[fitting.pop()])
    return unit


@cache
def _after() -> Wordings[Unit]:
    return Wordings([*_measures(), *_currencies(), *_sign_wordings()])


@cache
def _signs() -> Wordings[Unit]:
    return Wordings(_sign_wordings())


def _measures() -> Iterator[tuple[str, Unit]]:
    for row in table("units"):
        rule = row["unit"] if row["unit"] in PROPORTIONS else "measure"
        for wording in row["words"].split("; "):
            yield wording, Unit(row["unit"], float(row["factor"]), rule)


def _currencies() -> Iterator[tuple[str, Unit]]:
    for row in table("currencies"):
        for wording in row["words"].split("; "):
            yield wording, Unit(row["code"], rule="money", bare=" " not in wording and row["code"] in _local_codes())


def _sign_wordings() -> Iterator[tuple[str, Unit]]:
    """Signs and codes; a code counts only in capitals."""
    for row in table("currencies"):
        for sign in (row["code"], *filter(None, row["signs"].split("; "))):
            yield sign, Unit(row["code"], rule="money")
    for old, code in _OLD_CODES.items():
        yield old, Unit(code, rule="money")


@cache
def _local_codes() -> Mapping[str, Mapping[str, str]]:
    """The code that a bare name is taken for → country → the code of its money of that name."""
    codes: dict[str, dict[str, str]] = {}
    for row in table("local_currencies"):
        codes.setdefault(row["default"], {})[row["country"]] = row["code"]
    return codes
