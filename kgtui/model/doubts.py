"""Why a fact is not sure: a value that is kept, shown and filtered by like any other."""

from __future__ import annotations

from enum import Enum


class Doubt(str, Enum):
    """The main reason; its words are in the catalogue under ``doubt.<value>``."""

    UNSTATED = "unstated"  # of an earlier program, which gave no reason
    HERALDED_OFFICE = "heralded_office"  # the office stands in a sentence before its holder's name

    @classmethod
    def _missing_(cls, _value: object) -> Doubt:
        """A reason that another version of the program gave."""
        return cls.UNSTATED
