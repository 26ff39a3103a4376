"""A country's summary, each line with the sentence that says so; before one is chosen, the library's countries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.strip import Strip

from kgtui.locale import t
from kgtui.tui.actions import Area, bindings_of
from kgtui.tui.paint import Piece, line, spread, width_of, wrapped
from kgtui.tui.questions import CountryRow
from kgtui.tui.widgets.entries import Entry, EntryLine, EntryPane, gap
from kgtui.tui.words import articles, period

if TYPE_CHECKING:
    from kgtui.dossier import Dossier, Line, Section

_SECTIONS = ("people", "home_people", "bodies", "blocs", "places", "projects", "headlines")


class CountryPane(EntryPane):
    """``country`` is the code of the country shown, None while the countries are listed."""

    ruled = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Area.COUNTRY)]

    def __init__(self) -> None:
        super().__init__(Area.COUNTRY)
        self.countries: Sequence[CountryRow] = ()
        self.dossier: Dossier | None = None
        self.country: str | None = None
        self.message = ""

    def show_countries(
        self, countries: Sequence[CountryRow], *, cursor: int = 0, top: int = 0, message: str = ""
    ) -> None:
        self.countries, self.dossier, self.country, self.message = countries, None, None, message
        self.refill(cursor=cursor, top=top)

    def show_dossier(self, country: str, dossier: Dossier, *, cursor: int = 0, top: int = 0) -> None:
        if not dossier.articles:
            self.show_message(country, t("screen.country.unknown", name=dossier.name))
            return
        self.dossier, self.country, self.message = dossier, country, ""
        self.refill(cursor=cursor, top=top)

    def show_message(self, country: str | None, message: str) -> None:
        """A sentence in place of the summary: it is being made, or why it is not there."""
        self.dossier, self.country, self.message = None, country, message
        self.refill()

    # Lines

    def heading(self, width: int) -> list[Strip]:
        ink = self.inks
        if self.dossier is None:
            return [line([(" ", ink.text), self.title(t("screen.country.heading"))], width, ink.text)]
        name = spread(
            [(" ", ink.text), self.title(self.dossier.name.upper())],
            [(articles(self.dossier.articles), ink.dim)],
            width,
            ink.text,
        )
        when = line([(" " + period(self.dossier.first, self.dossier.last), ink.dim)], width, ink.text)
        return [name, when]

    def make_entries(self, width: int) -> Sequence[Entry]:
        if self.message:
            return [
                Entry((EntryLine([(each, self.inks.dim)], []),)) for each in wrapped(self.message, max(1, width - 2), 8)
            ]
        if self.dossier is None:
            return [self._country_entry(row) for row in self.countries]
        entries: list[Entry] = []
        for name in _SECTIONS:
            section: Section = getattr(self.dossier, name)
            if not section.lines:
                continue
            entries.append(gap())
            heading = t(f"screen.country.{name}", home=self.dossier.home_name)
            more = t("screen.country.more", count=section.more) if section.more else ""
            entries.append(Entry((EntryLine([(heading, self.inks.accent)], [(more, self.inks.dim)]),)))
            entries.extend(self._line_entry(each, width) for each in section.lines)
        return entries

    def _country_entry(self, row: CountryRow) -> Entry:
        return Entry((EntryLine([(row.name, self.inks.text)], [(f" {row.articles}", self.inks.dim)]),), row)

    def _line_entry(self, shown: Line, width: int) -> Entry:
        """One line where text, detail and footnote fit; else the detail stands below, wrapped."""
        ink = self.inks
        note: list[Piece] = [(f" [{shown.note.label}]", ink.dim)]
        room = max(1, width - 1)
        doubt = "?" if shown.doubtful else ""
        detail: Piece = ("  " + shown.detail, ink.dim)
        if shown.detail and width_of([(shown.text + doubt, ink.text), detail, *note]) <= room:
            return Entry((EntryLine([(shown.text + doubt, ink.text), detail], note),), shown)
        texts = wrapped(shown.text + doubt, max(1, room - width_of(note)), 3)
        lines = [EntryLine([(each, ink.text)], note if index == 0 else []) for index, each in enumerate(texts)]
        if shown.detail:
            lines += [EntryLine([("  " + each, ink.dim)], []) for each in wrapped(shown.detail, max(1, room - 2), 2)]
        return Entry(tuple(lines), shown)
