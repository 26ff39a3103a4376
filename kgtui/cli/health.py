"""A check of ``doctor``: a value, a state of health and, where it helps, advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Health(Enum):
    GOOD = "good"
    DOUBTFUL = "doubtful"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """``name`` is its key in the catalogue; ``advice`` says what to do, in the reader's language."""

    room: str
    name: str
    value: str
    health: Health = Health.GOOD
    advice: str = ""


def doubted(room: str, name: str, value: str, advice: str) -> Check:
    """A check that is good where there is nothing to advise."""
    return Check(room, name, value, Health.DOUBTFUL if advice else Health.GOOD, advice)
