"""What is said of a whole section: that the library has nothing of its kind, and what else it lacks.

Only a brief that looks at the whole library may say what the library lacks: one of a time, or of what is new, hides its
empty sections.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.pair import is_of_pair
from kgtui.dossier.values import (
    AgreementRow,
    Dossier,
    Row,
    Section,
    SectionKind,
)
from kgtui.export.wording import capital_first
from kgtui.locale import t
from kgtui.model import PromiseStage

# Sections that are shown of a pair of countries though they have no rows.
_SHOWN_EMPTY = (
    SectionKind.CONTACTS,
    SectionKind.AGREEMENTS,
    SectionKind.DOCUMENTS,
    SectionKind.FIGURES,
    SectionKind.CONFLICTS,
)


def remark(dossier: Dossier, section: Section) -> str:
    """Nothing for a section that needs no remark; one that has neither rows nor a remark is not shown."""
    if not dossier.is_of_pair or not dossier.is_whole:
        return ""
    if section.kind is SectionKind.SUMMARY:
        return _lacking(dossier)
    if not dossier.coverage.articles:
        return ""
    if section.kind is SectionKind.FIGURES and section.rows and not _has(dossier, SectionKind.FIGURES):
        return t("dossier.only_union_figures")
    return t(f"dossier.empty.{section.kind.value}") if section.kind in _SHOWN_EMPTY and not section.rows else ""


def _lacking(dossier: Dossier) -> str:
    """That there is no direct news, else what a reader looks for first and does not find."""
    if not dossier.coverage.articles:
        return t("dossier.only_through_unions") if dossier.section(SectionKind.UNIONS).rows else ""
    lacking = list(_lacked(dossier))
    if not lacking:
        return ""
    listed = t("dossier.and", first=", ".join(lacking[:-1]), last=lacking[-1]) if len(lacking) > 1 else lacking[0]
    return capital_first(t("dossier.lacking", listed=listed))


def _lacked(dossier: Dossier) -> Iterator[str]:
    made = {section.kind for section in dossier.sections}
    for kind in (SectionKind.CONTACTS, SectionKind.FIGURES, SectionKind.DOCUMENTS):
        if kind in made and not _has(dossier, kind):
            yield t(f"dossier.lacks.{kind.value}")


def _has(dossier: Dossier, kind: SectionKind) -> bool:
    """Whether a section has anything between the two countries alone, or may have in the rows that are not shown."""
    section = dossier.section(kind)
    if kind is SectionKind.DOCUMENTS and any(map(_is_signed, dossier.section(SectionKind.AGREEMENTS).rows)):
        return True
    return bool(section.more) or any(map(is_of_pair, section.rows))


def _is_signed(row: Row) -> bool:
    return isinstance(row, AgreementRow) and row.current is PromiseStage.SIGNED
