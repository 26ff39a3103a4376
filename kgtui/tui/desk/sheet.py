"""The sheet: its panes, which of them are seen, where the focus is, and the place where one stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from kgtui.keys import DESK, PANES, Area
from kgtui.model import NO_MARKS, Marks
from kgtui.tui.host import Host
from kgtui.tui.layout import visible_panes
from kgtui.tui.places import History, Place, kept_about, kept_table
from kgtui.tui.positions import Positions
from kgtui.tui.undo import Steps
from kgtui.tui.widgets.article_list import ArticleList
from kgtui.tui.widgets.country_pane import CountryPane
from kgtui.tui.widgets.entities_pane import EntitiesPane
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.facet_lines import FacetLines
from kgtui.tui.widgets.lines import FootLine, TopLine, TourLine
from kgtui.tui.widgets.pane import Pane
from kgtui.tui.widgets.pane_line import PaneLine
from kgtui.tui.widgets.reader import Reader
from kgtui.tui.widgets.search_line import SearchLine
from kgtui.tui.widgets.search_note import SearchNote
from kgtui.tui.widgets.table_pane import TablePane
from kgtui.tui.words import failure, foreseen
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui import reader
    from kgtui.model import Headline
    from kgtui.reader import KeptPlace, MarkBook
    from kgtui.tui.jobs.listing import Listing
else:
    reader = Unloaded("kgtui.reader")


class Sheet(Screen[None], inherit_bindings=False):
    """Knows the panes and moves the focus among them; what the keys mean is the desk's."""

    AUTO_FOCUS = ""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)  # the panes show it; Textual repaints the screen

    def __init__(self) -> None:
        super().__init__()
        self.top_line = TopLine()
        self.search_line = SearchLine()
        self.search_note = SearchNote()
        self.articles = ArticleList(self._headlines, self.marks_of)
        self.facet_lines = FacetLines()
        self.reader = Reader(self.marks_of)
        self.country_pane = CountryPane()
        self.entities_pane = EntitiesPane()
        self.table_pane = TablePane()
        self.pane_line = PaneLine()
        self.tour_line = TourLine()
        self.foot_line = FootLine()
        self.area = Area.LIST
        self.zoomed = False
        self._is_styled = False
        self._seen: tuple[bool, tuple[Area, ...]] = (False, ())
        self.history = History()
        self.book: MarkBook | None = None
        self.steps = Steps()
        self.positions = Positions()
        self.awaited: Place | None = None  # an earlier place whose list is being found again
        self._unread: Exception | None = None  # why the rows that are being painted cannot be read

    @property
    def explorer(self) -> Host:
        return cast("Host", self.app)

    def compose(self) -> ComposeResult:
        yield self.top_line
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield self.search_line
                yield self.search_note
                yield self.articles
                yield self.facet_lines
            yield self.reader
            with Vertical(id="right"):
                yield self.country_pane
                yield self.entities_pane
            yield self.table_pane
        yield self.pane_line
        yield self.tour_line
        yield self.foot_line

    def _headlines(self, listing: Listing, first: int, count: int) -> list[Headline | None]:
        """None of them where they cannot be read, which is said; others are tried with the next key."""
        library = self.explorer.library
        if library is None or self._unread is not None:
            return []
        try:
            return listing.headlines(library, first, count)
        except Exception as error:  # what can be foreseen: any other is raised again
            if not foreseen(error):
                raise
            self._unread = error
            self.call_later(self._say_unread)
            return []

    def _say_unread(self) -> None:
        error, self._unread = self._unread, None
        if error is not None:
            self.say(failure(error))

    def marks_of(self, article: str) -> Marks:
        """What the reader has marked an article with; nothing until that is known."""
        return self.book.of(article) if self.book else NO_MARKS

    # Panes and focus

    def pane(self, area: Area) -> Pane:
        panes: dict[Area, Pane] = {
            Area.LIST: self.articles,
            Area.SEARCH: self.articles,
            Area.ARTICLE: self.reader,
            Area.COUNTRY: self.country_pane,
            Area.ENTITIES: self.entities_pane,
            Area.TABLE: self.table_pane,
        }
        return panes[area]

    def go_to(self, area: Area) -> None:
        """Put the focus somewhere, and show what then is to be seen."""
        self.area = area
        self.show_panes()
        target: Widget = self.search_line.field if area is Area.SEARCH else self.pane(area)
        self.set_focus(target, scroll_visible=False)
        self.pane_line.show(area)
        self.foot_line.show(area)

    def changed(self) -> None:
        """Something is no longer as it was: the desk sees to it that it is kept."""

    def show_panes(self, columns: int | None = None) -> None:
        """Show the panes that fit, hide the others."""
        seen = visible_panes(columns or self.size.width or self.app.size.width, self.area, zoomed=self.zoomed)
        if (self.zoomed, seen) == self._seen:
            return
        self._seen = (self.zoomed, seen)
        self.changed()
        self.set_class(self.zoomed, "-zoomed")
        for area in DESK:
            self.pane(area).display = area in seen
        self.query_one("#left").display = Area.LIST in seen
        self.query_one("#right").display = Area.COUNTRY in seen or Area.ENTITIES in seen

    @property
    def is_alone(self) -> bool:
        """Whether one pane has the whole screen."""
        return len(self._seen[1]) == 1

    def say(self, message: str) -> None:
        """A message in the foot line, until the next key."""
        self.foot_line.show(self.area, message)

    @contextmanager
    def saying_failures(self) -> Iterator[None]:
        """What the record or a file refuses is said, and one reads on; a mistake of the program is raised."""
        try:
            yield
        except Exception as error:  # what can be foreseen: any other is raised again
            if not (words := foreseen(error)):
                raise
            self.say(words)

    def step_pane(self, step: int) -> None:
        """The next column of a pane that has some, else the next pane, in reading order."""
        pane = self.pane(self.area)
        if not (isinstance(pane, EntryPane) and pane.step_column(step)):
            self.go_to(PANES[(PANES.index(self.area) + step) % len(PANES)])

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """At the start all styles have just been made: Textual would make them once more."""
        event.refresh_styles = event.refresh_styles and self._is_styled
        self._is_styled = True

    def on_resize(self, event: events.Resize) -> None:
        self.show_panes(event.size.width)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The mouse has put the focus somewhere, where it still is."""
        widget = event.widget
        if widget is self.focused and widget.id in {area.value for area in Area}:
            area = Area(widget.id)
            if area is not self.area:
                self.area = area
                self.foot_line.show(area)

    # Places

    def here(self) -> Place:
        """Where one stands. While a list is still awaited, it is the place where one will stand in it."""
        awaited = self.awaited.kept if self.awaited else None
        listing, row = self.articles.listing, self.articles.headline
        view = self.table_pane.view if self.area is Area.TABLE else None
        kept = replace(
            self._kept_reading(),
            area=self.area.value,
            zoomed=self.zoomed,
            listing=awaited.listing if awaited else listing.kept,
            row=awaited.row if awaited else row.id if row else "",
            list_cursor=awaited.list_cursor if awaited else self.articles.cursor,
            list_top=awaited.list_top if awaited else self.articles.top,
            about=kept_about(self.country_pane.about),
            country=self.country_pane.country_code,
            brief_cursor=self.country_pane.cursor,
            brief_top=self.country_pane.top,
            table=kept_table(view) if view else None,
        )
        return Place(kept, None if awaited else listing, self.country_pane.brief, self.country_pane.value, view)

    def _kept_reading(self) -> KeptPlace:
        """What is open in the reader, and where one stands in it."""
        reading, fact = self.reader.reading, self.reader.fact
        if reading is None:
            return reader.KeptPlace()
        return reader.KeptPlace(
            article=reading.article.document.id,
            line=self.reader.line,
            hit=self.awaited.kept.hit if self.awaited else self.reader.hit,
            sentence=reading.sentence,
            walked=self.reader.walk.here if self.reader.walk else None,
            fact=reader.KeptFact(fact.fact_kind, fact.span, self.reader.card_open) if fact else None,
            entities_cursor=self.entities_pane.cursor,
            entities_top=self.entities_pane.top,
        )

    def leave(self) -> None:
        """A step is about to be taken: remember where one stands."""
        self.history.leave(self.here())
