"""How the reader's own country stands to another."""

from __future__ import annotations

from dataclasses import dataclass

from kgtui.dossier.values.row import Row
from kgtui.dossier.values.told import Told
from kgtui.model import Figure, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow(Row):
    """How the reader's own country stands to another, whose alpha-2 code is ``code``: the last contact, the next one,
    the turnover of trade for the latest period."""

    code: str
    name: str
    last_contact: Told[Meeting] | None = None
    next_contact: Told[Meeting] | None = None
    trade: Told[Figure] | None = None
