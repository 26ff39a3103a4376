"""The brief of a country, person, body or bloc, each line with the sentence that says so; before one is chosen, the
library's countries. Where it has the whole screen, the sentence under the cursor stands at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.strip import Strip

from kgtui.locale import t
from kgtui.tui.actions import Area, bindings_of
from kgtui.tui.brief_room import LARGE_FROM
from kgtui.tui.paint import line, spread, wrapped
from kgtui.tui.questions import About, Brief, CountryRow
from kgtui.tui.widgets.brief_rows import BriefRows
from kgtui.tui.widgets.entries import Column, Entry, EntryLine, EntryPane
from kgtui.tui.widgets.pane import HORIZONTAL_RULE
from kgtui.tui.widgets.sentence_card import sentence_lines
from kgtui.tui.words import articles

if TYPE_CHECKING:
    from kgtui.dossier import Note, Source

_CARD_ROWS = 3  # of the sentence and its source, in a low pane
_LARGE_CARD_ROWS = 5


class CountryPane(EntryPane):
    """``about`` says whose brief is shown or being made, None while the countries are listed."""

    ruled = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Area.COUNTRY)]

    def __init__(self) -> None:
        super().__init__(Area.COUNTRY)
        self.countries: Sequence[CountryRow] = ()
        self.brief: Brief | None = None
        self.about: About | None = None
        self.message = ""

    def show_countries(self, countries: Sequence[CountryRow], *, message: str = "") -> None:
        self.countries, self.brief, self.about, self.message = countries, None, None, message
        self.refill()

    def show_brief(self, about: About, brief: Brief) -> None:
        if not brief.dossier.coverage.articles:
            self.show_message(about, t("screen.country.unknown", name=brief.dossier.subject.name))
            return
        self.brief, self.about, self.message = brief, about, ""
        self.refill()

    def show_message(self, about: About | None, message: str) -> None:
        """A sentence in place of the brief: it is being made, or why it is not there."""
        self.brief, self.about, self.message = None, about, message
        self.refill()

    @property
    def is_full(self) -> bool:
        """Whether it has the whole width of the screen."""
        return self.size.width == self.screen.size.width

    @property
    def note(self) -> Note | None:
        """The first note of the row under the cursor."""
        notes = getattr(self.value, "notes", ())
        return notes[0] if notes else None

    def source(self, note: Note) -> Source:
        """The source of a note of the brief that is shown."""
        sources = self.brief.dossier.sources if self.brief else ()
        return sources[note.source - 1]

    # Lines

    def heading(self, width: int) -> list[Strip]:
        ink = self.inks
        if self.brief is None:
            return [line([(" ", ink.text), self.title(t("screen.country.heading"))], width, ink.text)]
        page, dossier = self.brief.page, self.brief.dossier
        name = page.title if self.is_full else dossier.subject.name
        right = page.as_of if self.is_full else articles(dossier.coverage.articles)
        return [spread([(" ", ink.text), self.title(name.upper())], [(right, ink.dim)], width, ink.text)]

    def footing(self, width: int) -> list[Strip]:
        """The sentence under the cursor; the place for it is kept where there is none."""
        if self.brief is None or not self.is_full:
            return []
        ink = self.inks
        rows = _LARGE_CARD_ROWS if self.size.height >= LARGE_FROM else _CARD_ROWS
        note = self.note
        said = sentence_lines(note, self.source(note), width - 2, rows, ink) if note else []
        lines = [line([(" ", ink.text), *pieces], width, ink.text) for pieces in said]
        rule = line([(HORIZONTAL_RULE * width, ink.rule)], width, ink.text)
        return [rule, *lines, *[line([], width, ink.text)] * (rows - len(lines))]

    def made_for(self) -> tuple[int, ...]:
        return (self.inner_width, self.size.height)

    def make_columns(self, width: int) -> Sequence[Column]:
        if self.brief is None or self.about is None or self.message:
            return super().make_columns(width)
        is_whole = self.about.section is not None
        return BriefRows(self.brief.page, self.inks, height=self.size.height, is_whole=is_whole).columns(width)

    def make_entries(self, width: int) -> Sequence[Entry]:
        if self.message:
            return [
                Entry((EntryLine([(each, self.inks.dim)], []),)) for each in wrapped(self.message, max(1, width - 2), 8)
            ]
        return [self._country_entry(row) for row in self.countries]

    def _country_entry(self, row: CountryRow) -> Entry:
        return Entry((EntryLine([(row.name, self.inks.text)], [(f" {row.articles}", self.inks.dim)]),), row)
