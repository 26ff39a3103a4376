"""The rows of other sections that a reader must know who reads nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.dossier.values import Section, SummaryRow


def summary(_sections: Sequence[Section]) -> Sequence[SummaryRow]:
    """From the other sections of the same dossier."""
    return ()
