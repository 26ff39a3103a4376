"""Two dossiers side by side: of two subjects, or of one subject in two periods."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.dossier.dossier import dossier_of
from kgtui.dossier.frame import Frame
from kgtui.dossier.values import Dossier, FigureRow, Row, SectionKind, Subject

if TYPE_CHECKING:
    from kgtui.library import Library

COMPARED = (
    SectionKind.SUMMARY,
    SectionKind.ANNOUNCED,
    SectionKind.CONTACTS,
    SectionKind.PEOPLE,
    SectionKind.AGREEMENTS,
    SectionKind.DOCUMENTS,
    SectionKind.FIGURES,
    SectionKind.CONFLICTS,
    SectionKind.TOPICS,
    SectionKind.UNIONS,
)
"""The sections where nothing else is asked for: those in which two briefs can differ in substance."""


@dataclass(frozen=True, slots=True)
class Comparison:
    left: Dossier
    right: Dossier

    @property
    def is_of_periods(self) -> bool:
        """Whether both are of one subject."""
        return self.left.subject == self.right.subject

    @property
    def articles(self) -> int:
        return self.left.coverage.articles + self.right.coverage.articles


def comparison_of(library: Library, left: tuple[Subject, Frame], right: tuple[Subject, Frame]) -> Comparison:
    return Comparison(dossier_of(library, *left), dossier_of(library, *right))


def same_line(row: Row | None, home: str) -> Hashable:
    """What the rows of two dossiers share that stand on one line: of figures the measure, its kind, whether home comes
    first, and the union; of any others nothing."""
    if isinstance(row, FigureRow):
        return row.measure or row.about, row.kind, row.countries[:1] == (home,), row.union
    return None
