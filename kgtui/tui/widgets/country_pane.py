"""A country's summary, each line with the sentence that says so; before one is chosen, the library's countries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.strip import Strip

from kgtui.locale import t
from kgtui.tui.actions import Area, bindings_of
from kgtui.tui.paint import Piece, line, spread, width_of, wrapped
from kgtui.tui.questions import Brief, CountryRow
from kgtui.tui.widgets.entries import Entry, EntryLine, EntryPane, gap
from kgtui.tui.words import articles, period

if TYPE_CHECKING:
    from kgtui.export.page_values import PageRow


class CountryPane(EntryPane):
    """``country`` is the code of the country shown, None while the countries are listed."""

    ruled = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Area.COUNTRY)]

    def __init__(self) -> None:
        super().__init__(Area.COUNTRY)
        self.countries: Sequence[CountryRow] = ()
        self.brief: Brief | None = None
        self.country: str | None = None
        self.message = ""

    def show_countries(
        self, countries: Sequence[CountryRow], *, cursor: int = 0, top: int = 0, message: str = ""
    ) -> None:
        self.countries, self.brief, self.country, self.message = countries, None, None, message
        self.refill(cursor=cursor, top=top)

    def show_brief(self, country: str, brief: Brief, *, cursor: int = 0, top: int = 0) -> None:
        dossier = brief.dossier
        if not dossier.coverage.articles:
            self.show_message(country, t("screen.country.unknown", name=dossier.subject.name))
            return
        self.brief, self.country, self.message = brief, country, ""
        self.refill(cursor=cursor, top=top)

    def show_message(self, country: str | None, message: str) -> None:
        """A sentence in place of the summary: it is being made, or why it is not there."""
        self.brief, self.country, self.message = None, country, message
        self.refill()

    # Lines

    def heading(self, width: int) -> list[Strip]:
        ink = self.inks
        if self.brief is None:
            return [line([(" ", ink.text), self.title(t("screen.country.heading"))], width, ink.text)]
        coverage = self.brief.dossier.coverage
        name = spread(
            [(" ", ink.text), self.title(self.brief.dossier.subject.name.upper())],
            [(articles(coverage.articles), ink.dim)],
            width,
            ink.text,
        )
        when = line([(" " + period(coverage.first, coverage.last), ink.dim)], width, ink.text)
        return [name, when]

    def make_entries(self, width: int) -> Sequence[Entry]:
        if self.message:
            return [
                Entry((EntryLine([(each, self.inks.dim)], []),)) for each in wrapped(self.message, max(1, width - 2), 8)
            ]
        if self.brief is None:
            return [self._country_entry(row) for row in self.countries]
        entries: list[Entry] = []
        for section in self.brief.page.sections:
            more = t("screen.country.more", count=section.more) if section.more else ""
            heading = EntryLine([(section.title, self.inks.accent)], [(more, self.inks.dim)])
            entries += [gap(), Entry((heading,))]
            entries.extend(self._row_entry(row, width) for row in section.rows)
        return entries

    def _country_entry(self, row: CountryRow) -> Entry:
        return Entry((EntryLine([(row.name, self.inks.text)], [(f" {row.articles}", self.inks.dim)]),), row)

    def _row_entry(self, row: PageRow, width: int) -> Entry:
        ink = self.inks
        notes: list[Piece] = [(f" [{note.label}]", ink.dim) for note in row.notes]
        room = max(1, width - 1)
        label = f"{row.label}  " if row.label else ""
        texts = wrapped(label + row.text, max(1, room - width_of(notes)), 3)
        lines = [EntryLine([(each, ink.text)], notes if index == 0 else []) for index, each in enumerate(texts)]
        return Entry(tuple(lines), row)
