"""How much, and where sources differ on it.

The figures of all articles become claims (`claims`), each with the change that is told beside it (`growth`) and with
whoever gives the same value (`values`); claims become the rows of «Цифры» (`rows`), and what differs on one claim those
of «Разночтения» (`conflicts`).
"""

from kgtui.dossier.figures.conflicts import conflicts
from kgtui.dossier.figures.rows import figures

__all__ = ["conflicts", "figures"]
