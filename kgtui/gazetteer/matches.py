"""What the matcher gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgtui.model import Span


class MatchKind(Enum):
    COUNTRY = "country"
    BLOC = "bloc"
    PLACE = "place"
    OFFICE = "office"


class Sense(Enum):
    """How a country is named. CAPITAL: a capital that stands for its government («Минск и Бишкек реализуют»)."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    PERIPHRASIS = "periphrasis"


@dataclass(frozen=True, slots=True)
class GazetteerMatch:
    """Something the gazetteer knows, found in a text.

    ``first`` and ``stop`` are the range of its tokens in ``Analysis.tokens``; ``span`` lies within them (a part of a
    hyphenated token may be named alone). ``code`` is an alpha-2 code for a country, a bloc's code, the folded
    nominative of a place, the class of an office. ``name`` is the nominative: as in the data for a country, bloc and
    place; as the text words it, its head in lower case, for an office. ``codes`` are the countries it belongs to: the
    country itself, the place's, those that an office states, the represented one first. ``sense`` is given for
    countries only. Offices hold the countries and blocs that they state, which are matches of their own as well.
    """

    kind: MatchKind
    code: str
    name: str
    span: Span
    first: int
    stop: int
    sense: Sense | None = None
    codes: tuple[str, ...] = ()
