"""Two dossiers in words, side by side: cells in two columns, under one list of sources."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kgtui.dossier.comparison import Comparison, same_line
from kgtui.dossier.values import Dossier, Note, SectionKind
from kgtui.export.dossier_records import dossier_record
from kgtui.export.page import page_of
from kgtui.export.page_values import Page, PageRow, PageSection, PageSource
from kgtui.export.records import Record
from kgtui.export.wording import day, period
from kgtui.locale import t
from kgtui.terminal import one_line

Cell = tuple[PageRow, ...]
"""A row with its parts; none where this side has nothing."""


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """``remarks`` are said of either side where it has no rows, ``more`` rows of it are not shown."""

    title: str
    pairs: tuple[tuple[Cell, Cell], ...]
    remarks: tuple[str, str]
    more: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ComparedPage:
    """``titles`` and ``heads`` are those of the columns; ``end`` is a page of the sources and the foot alone."""

    title: str
    as_of: str
    titles: tuple[str, str]
    heads: tuple[tuple[str, ...], tuple[str, ...]]
    sections: tuple[ComparedSection, ...]
    end: Page


def compared_page(comparison: Comparison) -> ComparedPage:
    pages = page_of(comparison.left), page_of(comparison.right)
    numbered = _Numbered(pages)
    ours, theirs = map(numbered.sections, pages)
    left, right = pages
    return ComparedPage(
        title=_title(comparison),
        as_of=left.as_of,
        titles=_titles(comparison),
        heads=(left.head, right.head),
        sections=tuple(_sections(ours, theirs, comparison.left.home)),
        end=replace(left, head=(), sections=(), sources=numbered.sources),
    )


def _title(comparison: Comparison) -> str:
    left, right = comparison.left, comparison.right
    if comparison.is_of_periods:
        return one_line(left.subject.name)
    return " — ".join(one_line(dossier.subject.name) for dossier in (left, right))


def _titles(comparison: Comparison) -> tuple[str, str]:
    left, right = comparison.left, comparison.right
    if comparison.is_of_periods:
        return _window(left), _window(right)
    return one_line(left.subject.name), one_line(right.subject.name)


def _window(dossier: Dossier) -> str:
    first, last = dossier.window
    if first and last:
        return period(first, last)
    return t("common.since", date=day(first)) if first else t("common.until", date=day(last))


class _Numbered:
    """The notes of two pages under one list of sources: an article that both refer to stands there once."""

    def __init__(self, pages: Sequence[Page]) -> None:
        notes: dict[tuple[str, str], dict[int, Note]] = {}
        for page in pages:
            for source in page.sources:
                notes.setdefault((source.id, source.name), {}).update({note.sentence: note for note in source.notes})
        self._places = {id_: place for place, (id_, _) in enumerate(notes, 1)}
        self.sources = tuple(
            PageSource(place, name, id_, tuple(self._note(own[sentence]) for sentence in sorted(own)))
            for place, ((id_, name), own) in enumerate(notes.items(), 1)
        )

    def sections(self, page: Page) -> dict[SectionKind, PageSection]:
        return {section.kind: replace(section, rows=tuple(map(self._row, section.rows))) for section in page.sections}

    def _row(self, row: PageRow) -> PageRow:
        return replace(row, notes=tuple(map(self._note, row.notes)))

    def _note(self, note: Note) -> Note:
        return replace(note, source=self._places[note.id])


def _sections(
    left: Mapping[SectionKind, PageSection], right: Mapping[SectionKind, PageSection], home: str
) -> Iterator[ComparedSection]:
    for kind in SectionKind:
        either = left.get(kind) or right.get(kind)
        if either:
            nothing = PageSection(kind, either.title, ())
            ours, theirs = left.get(kind, nothing), right.get(kind, nothing)
            yield ComparedSection(
                title=either.title,
                pairs=tuple(_paired(_by_line(ours, home), _by_line(theirs, home))),
                remarks=(ours.remark, theirs.remark),
                more=(ours.more, theirs.more),
            )


def _by_line(section: PageSection, home: str) -> dict[tuple[Hashable, int], Cell]:
    """Each cell by what it shares with one of the other side, and by how many have that before it."""
    cells = _cells(section)
    lines = [same_line(cell[0].row, home) for cell in cells]
    return {(line, lines[:place].count(line)): cells[place] for place, line in enumerate(lines)}


def _cells(section: PageSection) -> list[Cell]:
    """Each row with the parts that follow it."""
    cells: list[Cell] = []
    for row in section.rows:
        if row.is_part and cells:
            cells[-1] = (*cells[-1], row)
        else:
            cells.append((row,))
    return cells


def _paired(
    left: Mapping[tuple[Hashable, int], Cell], right: Mapping[tuple[Hashable, int], Cell]
) -> Iterator[tuple[Cell, Cell]]:
    """Those of one line side by side, the others as they come."""
    for line in dict.fromkeys((*left, *right)):
        yield left.get(line, ()), right.get(line, ())


def comparison_record(comparison: Comparison) -> Record:
    """Each side as the brief on it; each with its own list of sources."""
    return {"left": dossier_record(comparison.left), "right": dossier_record(comparison.right)}
