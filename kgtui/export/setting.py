"""How the rows of a section stand, the same in all forms: what is in the margin, and what is beside it.

The margin holds the section's title, or the label of a row («обсуждено», «публ. 04.03.2025»). A title stands beside its
first row where that has no label, else on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.dossier.values import SectionKind
from kgtui.export.page_values import Page, PageRow, PageSection
from kgtui.export.wording import NO_BREAK
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier import Note

NEW = "+"
"""The mark of what came since the reader last looked."""
BULLET = "•"
SPACE = "\N{NARROW NO-BREAK SPACE}"  # before the raised number of a note: without it «ещё 2» and note 3 read as 23
_KEPT = re.compile(r" (?=[—–·] |\d{1,3}$|\+$)")
JOINED = f"{NO_BREAK}· "
"""Between the things of a run-in section."""


def typeset(text: str) -> str:
    """A row for a form that breaks lines itself: no line begins with a dash, a dot or a last number."""
    return _KEPT.sub(NO_BREAK, text)


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the notes behind them."""

    text: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a form, before it is broken at the form's width.

    ``said`` has several parts only in a run-in section. ``is_wide``: it has no margin but a bullet. ``is_part``: it
    belongs to the line above. ``is_remark``: it is said of the section and proved by no sentence.
    """

    margin: str
    said: tuple[Said, ...]
    is_title: bool = False
    is_wide: bool = False
    is_part: bool = False
    is_new: bool = False
    is_remark: bool = False


def set_page(page: Page) -> Iterator[Sequence[SetLine]]:
    """The lines of each section of a page, and what of others is folded."""
    for section in page.sections:
        yield list(_set_section(section))
    if page.folded:
        yield [SetLine(t("dossier.section.folded"), (Said(page.folded),), is_title=True, is_remark=True)]


def _set_section(section: PageSection) -> Iterator[SetLine]:
    more = t("dossier.more", count=section.more) if section.more else ""
    if section.is_run_in:
        things = (*(Said(row.text, row.notes) for row in section.rows), *([Said(more)] if more else []))
        yield SetLine(section.title, things, is_title=True, is_new=any(row.is_new for row in section.rows))
        return
    lines = [_line(row, is_wide=section.kind is SectionKind.SUMMARY) for row in section.rows]
    is_alone = bool(section.remark) or not _stands_beside_its_title(lines[0])
    remark = section.remark
    if more and is_alone and not remark:
        shown = sum(not line.is_part for line in lines)
        remark = t("dossier.shown", shown=shown, total=shown + section.more)
    elif more:
        lines.append(SetLine("", (Said(more),), is_remark=True))
    if is_alone:
        yield SetLine(section.title, (Said(remark),) if remark else (), is_title=True, is_remark=True)
    else:
        first = lines.pop(0)
        yield SetLine(section.title, first.said, is_title=True)
    yield from lines


def _line(row: PageRow, *, is_wide: bool) -> SetLine:
    text = f"{row.text}  {row.plot}" if row.plot else row.text
    return SetLine(row.label, (Said(text, row.notes),), is_wide=is_wide, is_part=row.is_part, is_new=row.is_new)


def _stands_beside_its_title(line: SetLine) -> bool:
    return not (line.margin or line.is_wide or line.is_new)
