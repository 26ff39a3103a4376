"""The forms of a meeting and the words that tell of one, as the tables have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kgtui.extraction.tables import table
from kgtui.language import fold


class Frame(Enum):
    """How those who meet stand beside the word that tells of it; ``meeting_triggers.tsv`` explains each."""

    MEET = "meet"
    RECEIVE = "receive"
    TRAVEL = "travel"
    TALKS = "talks"
    VISIT = "visit"
    SESSION = "session"
    GATHER = "gather"
    AGREE = "agree"
    CALL = "call"
    HAND = "hand"
    THANK = "thank"
    TELL = "tell"
    JOIN = "join"


VISITS = frozenset({"state_visit", "official_visit", "working_visit", "visit"})
"""The codes of the forms in which one goes to another."""


@dataclass(frozen=True, slots=True)
class Form:
    code: str
    rank: int
    kind: str


@cache
def forms() -> Mapping[str, Form]:
    """Code → form."""
    rows = table("meeting_forms")
    return {row["code"]: Form(row["code"], int(row["rank"]), row["kind"]) for row in rows}


def form(code: str) -> Form:
    return forms()[code]


@cache
def trigger_words() -> Mapping[str, tuple[Frame, Form]]:
    """The folded lemma of a word that may tell of a meeting → its frame and its form."""
    return {fold(row["lemma"]): (Frame(row["frame"]), form(row["form"])) for row in table("meeting_triggers")}


def is_visit(words: str) -> bool:
    """Whether a circumstance is a visit: «в ходе официального визита в Узбекистан»."""
    return "визита" in words.split()
