"""The brief of a country, person, body or bloc, or two side by side, each line with the sentence that says so; before
one is chosen, the library's countries. Where it has the whole screen, the sentence under the cursor stands below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import Pieces, line, spread, wrapped
from kgtui.tui.jobs.brief_room import LARGE_FROM
from kgtui.tui.widgets.columns import Column
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.entry import Entry, EntryLine
from kgtui.tui.words import articles
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.dossier import Note
    from kgtui.dossier.values import CountryOrder
    from kgtui.model import Headline
    from kgtui.tui.jobs import briefs
    from kgtui.tui.jobs.briefs import About, Brief, Compared, Pair
    from kgtui.tui.jobs.questions import CountryRow
    from kgtui.tui.widgets.country_rows import CountryRows
else:
    briefs = Unloaded("kgtui.tui.jobs.briefs")

_CARD_ROWS = 3  # of the sentence and its source, in a low pane
_LARGE_CARD_ROWS = 5


class CountryPane(EntryPane):
    """``about`` says whose brief is shown or being made, None while the countries are listed."""

    ruled = True

    def __init__(self) -> None:
        super().__init__(Area.COUNTRY)
        self.countries: Sequence[CountryRow] = ()
        self.order: CountryOrder | None = None
        self.marked: str | None = None
        self._code = ""  # of the country to stand on, once it is there
        self.brief: Brief | Compared | None = None
        self.about: About | Pair | None = None
        self.message = ""
        self._turned: tuple[object, int] = (None, 0)  # to which note, of which row

    def show_countries(
        self, countries: Sequence[CountryRow], order: CountryOrder | None, *, marked: str | None, message: str = ""
    ) -> None:
        """``marked`` is the country to compare with; the cursor stays where the countries were listed before."""
        code, top = (self.country_code, self.top) if self.about is None else ("", 0)
        self.countries, self.order, self.marked = countries, order, marked
        self.brief, self.about, self.message = None, None, message
        self.refill()
        self.stand_on_country(code, top=top)

    @property
    def country_code(self) -> str:
        """Of the country under the cursor, or on which it will stand; nothing where a brief is."""
        return getattr(self.value, "code", self._code) if self.about is None else ""

    def stand_on_country(self, code: str, *, top: int) -> None:
        """Now, or as soon as it is listed."""
        row = next((each for each in self.countries if each.code == code), None)
        self._code = "" if row else code
        if row is not None:
            self.put_cursor_on(row, top=top)

    def show_brief(self, about: About | Pair, brief: Brief | Compared, *, cursor: int = 0, top: int = 0) -> None:
        if not brief.articles:
            self.show_message(about, t("screen.country.unknown", name=about.name, keys=KEY_NAMES))
            return
        self.brief, self.about, self.message = brief, about, ""
        self.refill(cursor=cursor, top=top)

    def show_message(self, about: About | Pair | None, *lines: str) -> None:
        """What stands in place of the brief: that it is being made and what is known of it, or why it is not there."""
        self.brief, self.about, self.message = None, about, "\n".join(lines)
        self.refill()

    @property
    def is_full(self) -> bool:
        """Whether it has the whole width of the screen."""
        return self.size.width == self.screen.size.width

    @property
    def note(self) -> Note | None:
        """The note of the row under the cursor that one has turned to, at first the first."""
        return self.notes[self.turned] if self.notes else None

    @property
    def source(self) -> Headline | None:
        """The article of that note."""
        return self.brief.headline(self.note) if self.brief and self.note else None

    @property
    def notes(self) -> Sequence[Note]:
        """Of the row under the cursor, in the order in which they stand."""
        return getattr(self.value, "notes", ())

    @property
    def turned(self) -> int:
        """Which of its notes."""
        row, turned = self._turned
        return turned if row is self.value else 0

    def turn(self, step: int) -> None:
        """To the next of its notes, after the last to the first."""
        self._turned = self.value, (self.turned + step) % len(self.notes)
        self.repaint()

    # Lines

    def heading(self, width: int) -> list[Strip]:
        ink = self.inks
        if self.about is None:
            return self._countries_heading(width)
        if self.brief is None:
            return [line([(" ", ink.text), self.title(self.about.name.upper())], width, ink.text)]
        page = self.brief.page
        name = page.title if self.is_full else self.brief.name
        right = page.as_of if self.is_full else articles(self.brief.articles)
        return [spread([(" ", ink.text), self.title(name.upper())], [(f"{right} ", ink.dim)], width, ink.text)]

    def _countries_heading(self, width: int) -> list[Strip]:
        ink = self.inks
        order = t(f"screen.country.order.{self.order.value if self.order else 'articles'}")
        words = [(" ", ink.text), self.title(t("screen.country.heading"))]
        lines = [spread(words, [(f"{order} ", ink.dim)], width, ink.text)]
        titles = self._country_rows().titles(width) if self.countries and not self.message else ""
        return [*lines, line([(f" {titles}", ink.dim)], width, ink.text)] if titles else lines

    def _country_rows(self) -> CountryRows:
        from kgtui.tui.widgets.country_rows import CountryRows  # noqa: PLC0415 - not before it is seen

        return CountryRows(self.countries, self.inks, order=self.order, marked=self.marked)

    def footing(self, width: int) -> list[Strip]:
        """The sentence under the cursor; the place for it is kept where there is none."""
        brief, ink = self.brief, self.inks
        if brief is None or not self.is_full:
            return []
        from kgtui.tui.widgets.sentence_card import sentence_lines  # noqa: PLC0415 - not before there is a brief

        rows = _LARGE_CARD_ROWS if self.size.height >= LARGE_FROM else _CARD_ROWS
        note = self.note
        place = (self.turned + 1, len(self.notes))
        said = (
            sentence_lines(note, brief.headline(note), width - 2, rows, ink, place=place)
            if note
            else self._hint(width - 2)
        )
        lines = [line([(" ", ink.text), *pieces], width, ink.text) for pieces in said]
        return [self.rule(width, ends=self.rules), *lines, *[line([], width, ink.text)] * (rows - len(lines))]

    def _hint(self, width: int) -> list[Pieces]:
        """What will stand in the place of the sentence, where a line has none."""
        return [[(each, self.inks.dim)] for each in wrapped(t("screen.country.no_sentence"), max(1, width), 2)]

    def made_for(self) -> tuple[int, ...]:
        return (self.inner_width, self.size.height)

    def make_columns(self, width: int) -> Sequence[Column]:
        brief = self.brief
        if brief is None:
            return super().make_columns(width)
        if isinstance(brief, briefs.Compared):
            from kgtui.tui.widgets.compared_rows import ComparedRows  # noqa: PLC0415 - not before there is a pair

            return ComparedRows(brief.page, self.inks).columns(width)
        from kgtui.tui.widgets.brief_rows import BriefRows  # noqa: PLC0415 - not before there is a brief

        is_whole = isinstance(self.about, briefs.About) and self.about.section is not None
        return BriefRows(brief, self.inks, height=self.size.height, is_whole=is_whole).columns(width)

    def make_entries(self, width: int) -> Sequence[Entry]:
        if self.message or self.about is not None:
            lines = (each for part in self.message.split("\n") for each in wrapped(part, max(1, width - 2), 8))
            return [Entry((EntryLine([(each, self.inks.dim)], []),)) for each in lines]
        return self._country_rows().entries(width) if self.countries else []
