"""What a reader must know who reads nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgtui.dossier.values.row import Row


class SummaryKind(str, Enum):
    """What a row of «Коротко» says."""

    LAST_CONTACT = "last_contact"
    NEXT_CONTACT = "next_contact"
    AGREEMENT = "agreement"
    FIGURE = "figure"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow(Row):
    """The row of another section that a reader must know who reads nothing else."""

    about: SummaryKind
    row: Row
