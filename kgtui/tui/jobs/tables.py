"""Tables over the library on the screen: its figures, and who met whom. The cells are those of the CSV, some of which
are shown; what makes a table runs beside the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from kgtui.language import fold
from kgtui.locale import t
from kgtui.model import EntityKind, Period, Span
from kgtui.tui.drawing.grid import GridColumn
from kgtui.tui.words import day

if TYPE_CHECKING:
    from kgtui.dossier.values import Person
    from kgtui.export.spreadsheet import Cell
    from kgtui.library import Library
    from kgtui.settings import Settings
    from kgtui.tui.jobs.briefs import About

_MOST = 2000  # rows: those of the newest articles


class TableKind(str, Enum):
    FIGURES = "figures"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class TableRow:
    """``cells`` of all columns; ``number`` is the article's, ``span`` the words in it, ``quotation`` their sentence.
    ``words``: how the cells at some places are told on the screen, where that is not how a spreadsheet takes them."""

    cells: tuple[Cell, ...]
    number: int
    span: Span
    quotation: str
    words: Mapping[int, str]

    def told(self, place: int) -> str:
        cell = self.words.get(place, self.cells[place])
        return "" if cell is None else str(cell)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """``about`` is whose it is, None for that of the whole library. ``titles`` are those of all columns, ``shown`` the
    places of the ones on the screen, without those in which nothing is told; a column in ``weighed`` is sorted by the
    numbers of another one. ``more`` rows are left out."""

    kind: TableKind
    about: About | None
    name: str
    titles: tuple[str, ...]
    shown: tuple[int, ...]
    rows: tuple[TableRow, ...]
    weighed: tuple[tuple[int, int], ...] = ()
    more: int = 0

    @property
    def columns(self) -> list[GridColumn]:
        numbers = [index for index, _ in self.weighed]
        return [GridColumn(str(index), self.titles[index], is_number=index in numbers) for index in self.shown]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as one looks at it: only rows with all the words typed, sorted by the column at a place in ``titles``
    (None is the order in which they came), the cursor on one of those left."""

    table: Table
    typed: str = ""
    order: int | None = None
    cursor: int = 0
    top: int = 0

    def rows(self) -> list[TableRow]:
        words = fold(self.typed).split()
        folded = ((row, fold(_text(row)) if words else "") for row in self.table.rows)
        rows = [row for row, text in folded if all(word in text for word in words)]
        if self.order is None:
            return rows
        place = dict(self.table.weighed).get(self.order, self.order)
        told = [row for row in rows if row.cells[place] not in (None, "")]
        numbers = [row for row in told if isinstance(row.cells[place], (int, float))]
        words_of = [row for row in told if isinstance(row.cells[place], str)]
        untold = [row for row in rows if row.cells[place] in (None, "")]
        return [*sorted(numbers, key=lambda row: -float(row.cells[place] or 0)), *_by_text(words_of, place), *untold]

    def sorted_next(self) -> TableView:
        """By the next of the columns shown, after the last one as they came."""
        orders = [None, *self.table.shown]
        return replace(self, order=orders[(orders.index(self.order) + 1) % len(orders)], cursor=0, top=0)


def _by_text(rows: Iterable[TableRow], place: int) -> list[TableRow]:
    return sorted(rows, key=lambda row: fold(str(row.cells[place])))


def _text(row: TableRow) -> str:
    return " ".join([*(str(cell) for cell in row.cells if cell is not None), *row.words.values()])


def figures(library: Library, about: About | None) -> Table:
    """The figures of a country, bloc or region, or of the whole library, those of the newest articles first."""
    from kgtui.dossier.figures.listing import Wanted, listed_figures  # noqa: PLC0415 - loads the data files
    from kgtui.export.figure_table import COLUMNS, figure_cells, figure_titles  # noqa: PLC0415 - with the dossier
    from kgtui.export.figure_words import how_much  # noqa: PLC0415 - with the dossier

    whose = (about.kind, about.key) if about else None
    listed, total = listed_figures(library, Wanted(whose=whose), limit=_MOST)
    when, amount, speaker, published = _places(COLUMNS, ("period", "amount", "speaker", "date"))
    rows = tuple(
        TableRow(
            tuple(cells),
            each.headline.number,
            each.figure.span,
            each.quotation,
            {
                when: _period_words(each.figure.period),
                amount: how_much(each.figure) + (t("common.doubtful") if each.figure.doubt else ""),
                speaker: _shortly(cells[speaker], each.speaker),
                published: day(each.headline.published),
            },
        )
        for each, cells in zip(listed, figure_cells(listed), strict=True)
    )
    return Table(
        TableKind.FIGURES,
        about,
        name=t("screen.table.figures_of", name=about.name) if about else t("screen.table.figures"),
        titles=tuple(figure_titles()),
        shown=_told(rows, _places(COLUMNS, ("measure", "period", "amount", "owners", "speaker", "date", "about"))),
        rows=rows,
        weighed=((amount, COLUMNS.index("value")),),
        more=total - len(listed),
    )


def _shortly(cell: Cell, person: Person | None) -> str:
    """A cell with the initials and the surname of a person who is named in it."""
    from kgtui.export.initials import short_name  # noqa: PLC0415 - with the dossier

    words = "" if cell is None else str(cell)
    return words.replace(person.name, short_name(person)) if person else words


def timeline(library: Library, about: About, settings: Settings) -> Table:
    """The contacts of a country or a person that were held, the newest first."""
    from kgtui.dossier import Frame, subject_of  # noqa: PLC0415 - loads the data files
    from kgtui.dossier.timeline import timeline as timeline_of  # noqa: PLC0415 - with the dossier
    from kgtui.export.initials import short_name  # noqa: PLC0415 - with the dossier
    from kgtui.export.timeline import COLUMNS, timeline_cells  # noqa: PLC0415 - with the dossier

    frame = Frame(settings.date_today(), settings.home_country, limit=_MOST)
    found = timeline_of(library, subject_of(about.kind, about.key, about.name), frame)
    when, form, published, participants = _places(COLUMNS, ("date", "form", "published", "participants"))
    rows = tuple(
        TableRow(
            tuple(cells),
            row.notes[0].number,
            row.notes[0].words or row.notes[0].span,
            row.notes[0].quotation,
            {
                when: _period_words(row.when),
                form: f"{row.kind}{t('common.doubtful') if row.doubt else ''}",
                published: day(row.published),
                participants: "; ".join(map(short_name, row.participants)),
            },
        )
        for row, cells in zip(found.rows, timeline_cells(found), strict=True)
    )
    return Table(
        TableKind.TIMELINE,
        about,
        name=t("screen.table.timeline_of", name=found.subject.name),
        titles=tuple(t(f"contact.column.{name}") for name in COLUMNS),
        shown=_told(rows, _places(COLUMNS, ("date", "published", "form", "place", "participants", "occasion"))),
        rows=rows,
        more=found.more,
    )


def has_figures(kind: EntityKind) -> bool:
    """Whether there are figures of something of this kind."""
    return kind in (EntityKind.COUNTRY, EntityKind.BLOC)


def _period_words(when: Period | None) -> str:
    from kgtui.export.facts import period_words  # noqa: PLC0415 - with the dossier

    return period_words(when) if when else ""


def _places(columns: Sequence[str], shown: Sequence[str]) -> tuple[int, ...]:
    return tuple(columns.index(name) for name in shown)


def _told(rows: Sequence[TableRow], places: tuple[int, ...]) -> tuple[int, ...]:
    """The columns in which a row tells something; all of a table without rows."""
    return tuple(place for place in places if any(row.told(place) for row in rows)) or places
