"""The page of a brief as entries: its head, its sections with their rows, its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from rich.cells import cell_len

from kgtui.locale import t
from kgtui.tui.bars import Bars
from kgtui.tui.brief_room import SIDE_SECTIONS, rows_of, side_width
from kgtui.tui.paint import Pieces, cut, cut_at_word, harmless, width_of, wrapped
from kgtui.tui.theme import Inks
from kgtui.tui.widgets.entries import BETWEEN_COLUMNS, Column, Entry, EntryLine, gap
from kgtui.tui.words import month_name

if TYPE_CHECKING:
    from kgtui.dossier import SectionKind
    from kgtui.export.page_values import PageRow, PageSection
    from kgtui.tui.questions import Brief

_LINES = 2  # of a row; what is left out is behind Enter
_NOTES = 3  # of a row
_LABEL = 18  # cells at most
_HANGING_FROM = 46  # cells: from this width on labels have a column of their own
_INDENT = 2
_NEW = "+"
_BULLET = "• "
_MONTH = 12  # cells for the name of a month
_FEWEST_MONTHS = 2


@dataclass(frozen=True, slots=True)
class Whole:
    """The head of a brief: Enter there gives it the whole screen, and the panes back."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The line that tells how many rows of a section are not shown: Enter there shows them all."""

    section: SectionKind
    more: int


class BriefRows:
    """``height`` is that of the pane: the lower it is, the fewer rows of a section. ``is_whole`` page shows a section
    with all its rows."""

    def __init__(self, brief: Brief, inks: Inks, bars: Bars, *, height: int, is_whole: bool) -> None:
        self._page = brief.page
        self._months = brief.dossier.coverage.months
        self._inks = inks
        self._bars = bars
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
        return Column(self._main(main, left), left), Column(self._sections(side, right), right)

    def _main(self, sections: Sequence[PageSection], width: int) -> list[Entry]:
        return [self._head(width), *self._sections(sections, width), *self._sources(width)]

    def _head(self, width: int) -> Entry:
        texts = chain.from_iterable(wrapped(text, max(1, width - 1), _LINES) for text in self._page.head)
        lines = [EntryLine([(text, self._inks.dim)], []) for text in texts]
        return Entry((*lines, *self._month_bars(width)), Whole())

    def _month_bars(self, width: int) -> Iterator[EntryLine]:
        """A bar a month, between the first and the last one; of more than there is room for the last ones."""
        months = self._months[-max(1, width - 2 * _MONTH) :]
        if len(months) < _FEWEST_MONTHS:
            return
        first, last = (month_name(month) for month, _ in (months[0], months[-1]))
        from kgtui.export.spark import spark  # noqa: PLC0415 - not before the first paint

        bars = self._bars(spark([articles for _, articles in months]))
        yield EntryLine([(f"{first} ", self._inks.dim), (bars, self._inks.figure), (f" {last}", self._inks.dim)], [])

    def _sections(self, sections: Sequence[PageSection], width: int) -> list[Entry]:
        return list(chain.from_iterable(self._section(section, width) for section in sections))

    def _section(self, section: PageSection, width: int) -> Iterator[Entry]:
        yield gap()
        yield Entry(tuple(self._title(section, width)))
        rows, more = self._shown(section)
        label = self._label_width(rows, width)
        bullet = _BULLET if section.kind.value == "summary" else ""
        for row in rows:
            yield self._row(row, width - 1, label, bullet)
        if more:
            words = t("screen.country.more", count=more)
            yield Entry((EntryLine([(words, self._inks.dim)], []),), Folded(section.kind, more))

    def _shown(self, section: PageSection) -> tuple[Sequence[PageRow], int]:
        """The rows for which there is room, parts with what they belong to, and how many rows are left out."""
        room = rows_of(section.kind.value, self._height)
        begins = [index for index, row in enumerate(section.rows) if not row.is_part]
        if self._is_whole or len(begins) <= room:
            return section.rows, section.more
        return section.rows[: begins[room]], section.more + len(begins) - room

    def _title(self, section: PageSection, width: int) -> Iterator[EntryLine]:
        ink = self._inks
        title: Pieces = [(section.title, ink.accent)]
        room = width - cell_len(section.title) - 4
        if not section.remark:
            yield EntryLine(title, [])
        elif cell_len(section.remark) <= room:
            yield EntryLine([*title, (f"  {section.remark}", ink.dim)], [])
        else:
            yield EntryLine(title, [])
            yield from (EntryLine([(text, ink.dim)], []) for text in wrapped(section.remark, max(1, width - 2), _LINES))

    def _label_width(self, rows: Sequence[PageRow], width: int) -> int:
        """The column of labels, 0 where they stand in the text."""
        longest = max((cell_len(row.label) for row in rows), default=0)
        return min(longest, _LABEL) + 2 if longest and width >= _HANGING_FROM else 0

    def _row(self, row: PageRow, width: int, label: int, bullet: str) -> Entry:
        """``label`` cells are kept for the label; where none are, it begins the text, and what follows hangs."""
        ink = self._inks
        plot: Pieces = [(f"  {self._bars(row.plot)} ", ink.figure)] if row.plot else []
        notes = "".join(f" [{note.label}]" for note in row.notes[:_NOTES]) + (" …" if row.notes[_NOTES:] else "")
        first = label + (_INDENT if row.is_part else 0)
        hanging = first if label else first + _INDENT
        text = bullet + (row.text if label or not row.label else f"{row.label}  {row.text}")
        begin = f"{cut(harmless(row.label), label - 2):<{label}}" if label else ""
        lines = []
        for index, pieces in enumerate(_with_notes(text, notes, width - hanging - width_of(plot), ink)):
            margin = begin.ljust(first) if index == 0 else " " * hanging
            lines.append(EntryLine([(margin, ink.dim), *pieces], [] if index else plot))
        return Entry(tuple(lines), row, mark=(_NEW, ink.accent) if row.is_new else None)

    def _sources(self, width: int) -> list[Entry]:
        ink = self._inks
        if not self._page.sources:
            return []
        title: Pieces = [(t("dossier.section.sources"), ink.accent), (f"  {t('dossier.how_to_read')}", ink.dim)]
        rows: list[Entry] = [gap(), Entry((EntryLine(title, []),))]
        for source in self._page.sources:
            number = f"[{source.position}] "
            room = max(1, width - 1 - len(number))
            texts = wrapped(f"{source.name}  {source.id}", room, _LINES)
            lines = [
                EntryLine([(number if index == 0 else " " * len(number), ink.dim), (text, ink.text)], [])
                for index, text in enumerate(texts)
            ]
            rows.append(Entry(tuple(lines), source))
        if self._page.foot:
            rows += [gap(), Entry((EntryLine([(self._page.foot, ink.dim)], []),))]
        return rows


def _with_notes(text: str, notes: str, width: int, ink: Inks) -> list[Pieces]:
    """The text in at most two lines, and the notes after its last word, which are never left out."""
    width = max(1, width)
    texts = wrapped(text, width, _LINES)
    lines: list[Pieces] = [[(each, ink.text)] for each in texts]
    size = cell_len(notes)
    if cell_len(texts[-1]) + size <= width:
        lines[-1].append((notes, ink.dim))
    elif len(lines) < _LINES:
        lines.append([(notes.lstrip(), ink.dim)])
    else:
        lines[-1] = [*cut_at_word([(texts[-1], ink.text)], max(1, width - size)), (notes, ink.dim)]
    return lines
