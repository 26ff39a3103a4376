"""What readers mend: lines of a file, and facts as they stand with them.

A library has two files of JSON lines: its own, which all its readers share, and the reader's, which lies on top. Each
line is one correction, found again by article, kind and words, never by the number of a row: a new extraction undoes
none. Takes `Facts` and gives `Facts`; knows nothing of the record, of screens, or of how facts are extracted.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.corrections.applying import joined
    from kgtui.corrections.changes import (
        AMENDABLE,
        Amend,
        Change,
        Correction,
        Hide,
        Merge,
        Place,
        Rename,
        Split,
        Undo,
    )
    from kgtui.corrections.file import DamagedLine
    from kgtui.corrections.ledger import Corrections, Ledger, Logged
    from kgtui.corrections.locating import entity_at, fact_at, place_of
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(__name__, "changes", "locating", "applying", "file", "ledger")

__all__ = [
    "AMENDABLE",
    "Amend",
    "Change",
    "Correction",
    "Corrections",
    "DamagedLine",
    "Hide",
    "Ledger",
    "Logged",
    "Merge",
    "Place",
    "Rename",
    "Split",
    "Undo",
    "entity_at",
    "fact_at",
    "joined",
    "place_of",
]
