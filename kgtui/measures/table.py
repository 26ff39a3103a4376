"""The two tables of this room, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from kgtui.gazetteer.tables import read_table

_HERE = Path(__file__).parent
_MONEY = "money"
_CODE = 3  # letters of a currency


class Sides(Enum):
    """Between whom a measure is: two sides alike; from the first one named, whose it is, to the other or the other way;
    from one to the other, where the order of their names tells nothing; or of one alone."""

    PAIR = "pair"
    OUT = "out"
    IN = "in"
    DIRECTED = "directed"
    ONE = "one"


class Claims(Enum):
    """How many true values a measure has: several, one a period, or one for good."""

    SEVERAL = ""
    ONE_A_PERIOD = "yes"
    ONE = "always"


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """A way of telling a measure: ``words`` are wordings of what is measured, of ``beside`` one must stand in the
    sentence too, where there are any. ``example`` is a sentence whose last figure gives the measure."""

    words: tuple[str, ...]
    beside: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class StandardMeasure:
    """``rank`` is its place in a brief, from 0; ``units`` are those of its levels, as `Amount` has them or "money".
    ``claims`` tells whether it has one true value, so that two values are a difference of sources."""

    code: str
    rank: int
    sides: Sides
    units: frozenset[str]
    claims: Claims

    def is_told_in(self, unit: str) -> bool:
        """Whether a level of this measure may be given in a unit.

        >>> trade = standard_measures()["trade"]
        >>> trade.is_told_in("USD"), trade.is_told_in("km")
        (True, False)
        """
        return unit in self.units or (_MONEY in self.units and len(unit) == _CODE and unit.isupper())


@cache
def standard_measures() -> Mapping[str, StandardMeasure]:
    """The measures by their codes, in the order of a brief. Raises GazetteerError where a table is wrong."""
    measures: dict[str, StandardMeasure] = {}
    for rank, row in enumerate(read_table(_HERE / "measures.tsv", ("code", "sides", "units", "claims"))):
        code = row.text("code")
        if code in measures:
            raise row.error(f"the code {code!r} stands on an earlier line as well")
        sides = Sides(row.one_of("sides", [each.value for each in Sides]))
        claims = Claims(row.one_of("claims", [each.value for each in Claims]))
        measures[code] = StandardMeasure(code, rank, sides, frozenset(row.items("units")), claims)
    return measures


@cache
def measure_words() -> tuple[tuple[StandardMeasure, MeasureWords], ...]:
    """The ways of telling the measures, in the order in which they are tried. Raises GazetteerError."""
    measures, found = standard_measures(), []
    for row in read_table(_HERE / "measure_words.tsv", ("code", "words", "beside", "example")):
        code = row.one_of("code", tuple(measures))
        words = MeasureWords(row.items("words"), row.items("beside"), row.text("example"))
        found.append((measures[code], words))
    return tuple(found)
