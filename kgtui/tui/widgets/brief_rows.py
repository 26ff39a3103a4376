"""The page of a brief as entries: its head, its sections with their rows, its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kgtui.tui.drawing.theme import Inks
from kgtui.tui.jobs.brief_room import SIDE_SECTIONS, rows_of, side_width
from kgtui.tui.widgets.columns import BEFORE_RULE, BETWEEN_COLUMNS, Column
from kgtui.tui.widgets.entry import Entry, gap
from kgtui.tui.widgets.page_rows import PageRows

if TYPE_CHECKING:
    from kgtui.dossier import SectionKind
    from kgtui.export.page_values import PageRow, PageSection
    from kgtui.tui.jobs.briefs import Brief

_BULLET = "• "
_WITH_SERIES = ("figures", "contacts")


@dataclass(frozen=True, slots=True)
class Whole:
    """The head of a brief: Enter there gives it the whole screen, and the panes back."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The line that tells how many rows of a section are not shown: Enter there shows them all."""

    section: SectionKind
    more: int


@dataclass(frozen=True, slots=True)
class Series:
    """The title of a section: Enter there shows all that it is made of, as a table."""

    section: SectionKind


class BriefRows:
    """``height`` is that of the pane: the lower it is, the fewer rows of a section. ``is_whole`` page shows a section
    with all its rows."""

    def __init__(self, brief: Brief, inks: Inks, *, height: int, is_whole: bool) -> None:
        self._page = brief.page
        self._set = PageRows(inks)
        self._height = height
        self._is_whole = is_whole

    def columns(self, width: int) -> Sequence[Column]:
        """Two where there is room for them."""
        sections = self._page.sections
        side = [section for section in sections if section.kind.value in SIDE_SECTIONS]
        main = [section for section in sections if section not in side]
        right = side_width(width) if side and main else 0
        if not right:
            return (Column(self._main(sections, width), width),)
        left = width - right - BETWEEN_COLUMNS
        return Column(self._main(main, left - BEFORE_RULE), left), Column(self._sections(side, right), right)

    def _main(self, sections: Sequence[PageSection], width: int) -> list[Entry]:
        head = Entry(tuple(self._set.head(self._page.head, width)), Whole())
        return [head, *self._sections(sections, width), *self._set.end(self._page, width)]

    def _sections(self, sections: Sequence[PageSection], width: int) -> list[Entry]:
        return list(chain.from_iterable(self._section(section, width) for section in sections))

    def _section(self, section: PageSection, width: int) -> Iterator[Entry]:
        yield gap()
        series = Series(section.kind) if section.kind.value in _WITH_SERIES and section.rows else None
        yield self._set.title(section.title, section.remark, width, series)
        rows, more = self._shown(section)
        label = self._set.label_width(rows, width)
        bullet = _BULLET if section.kind.value == "summary" else ""
        yield from (self._set.row(row, width, label=label, bullet=bullet) for row in rows)
        if more:
            yield self._set.folded(more, Folded(section.kind, more))

    def _shown(self, section: PageSection) -> tuple[Sequence[PageRow], int]:
        """The rows for which there is room, parts with what they belong to, and how many rows are left out."""
        room = rows_of(section.kind.value, self._height)
        begins = [index for index, row in enumerate(section.rows) if not row.is_part]
        if self._is_whole or len(begins) <= room:
            return section.rows, section.more
        return section.rows[: begins[room]], section.more + len(begins) - room
