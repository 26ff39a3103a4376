"""The sheet: its panes, which of them are seen, where the focus is, and the place where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from kgtui.keys import DESK, PANES, Area
from kgtui.model import NO_MARKS, Marks
from kgtui.tui.layout import visible_panes
from kgtui.tui.places import History, Place
from kgtui.tui.undo import Steps
from kgtui.tui.widgets.article_list import ArticleList
from kgtui.tui.widgets.country_pane import CountryPane
from kgtui.tui.widgets.entities_pane import EntitiesPane
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.facet_lines import FacetLines
from kgtui.tui.widgets.lines import FootLine, TopLine
from kgtui.tui.widgets.pane import LineWidget, Pane
from kgtui.tui.widgets.reader import Reader
from kgtui.tui.widgets.search_line import SearchLine
from kgtui.tui.widgets.search_note import SearchNote
from kgtui.tui.widgets.table_pane import TablePane

if TYPE_CHECKING:
    from kgtui.model import Headline
    from kgtui.reader import MarkBook
    from kgtui.tui.explorer import Explorer
    from kgtui.tui.listing import Listing


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
        self.foot_line = FootLine()
        self.area = Area.LIST
        self.zoomed = False
        self._seen: tuple[bool, tuple[Area, ...]] = (False, ())
        self.history = History()
        self.book: MarkBook | None = None
        self.steps = Steps()

    @property
    def explorer(self) -> Explorer:
        return cast("Explorer", self.app)

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
        yield self.foot_line

    def _headlines(self, listing: Listing, first: int, count: int) -> list[Headline | None]:
        library = self.explorer.library
        return listing.headlines(library, first, count) if library else []

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
        self.foot_line.show(area)

    def show_panes(self, columns: int | None = None) -> None:
        """Show the panes that fit, hide the others."""
        seen = visible_panes(columns or self.size.width or self.app.size.width, self.area, zoomed=self.zoomed)
        if (self.zoomed, seen) == self._seen:
            return
        self._seen = (self.zoomed, seen)
        self.set_class(self.zoomed, "-zoomed")
        for area in DESK:
            self.pane(area).display = area in seen
        self.query_one("#left").display = Area.LIST in seen
        self.query_one("#right").display = Area.COUNTRY in seen or Area.ENTITIES in seen

    def step_pane(self, step: int) -> None:
        """The next column of a pane that has some, else the next pane, in reading order."""
        pane = self.pane(self.area)
        if not (isinstance(pane, EntryPane) and pane.step_column(step)):
            self.go_to(PANES[(PANES.index(self.area) + step) % len(PANES)])

    def on_resize(self, event: events.Resize) -> None:
        self.show_panes(event.size.width)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The mouse has put the focus somewhere."""
        widget = event.widget
        if widget.id in {area.value for area in Area}:
            area = Area(widget.id)
            if area is not self.area:
                self.area = area
                self.foot_line.show(area)

    def repaint_all(self) -> None:
        """After a change of colours."""
        for widget in self.query(LineWidget):
            widget.repaint_wholly()

    # Places

    def here(self) -> Place:
        reading = self.reader.reading
        return Place(
            area=self.area,
            listing=self.articles.listing,
            list_cursor=self.articles.cursor,
            list_top=self.articles.top,
            article=reading.article.number if reading else None,
            line=self.reader.line,
            hit=self.reader.hit,
            sentence=reading.sentence if reading else None,
            about=self.country_pane.about,
            brief=self.country_pane.brief,
            brief_value=self.country_pane.value,
            brief_top=self.country_pane.top,
            entities_cursor=self.entities_pane.cursor,
            entities_top=self.entities_pane.top,
            zoomed=self.zoomed,
            table=self.table_pane.view if self.area is Area.TABLE else None,
        )

    def leave(self) -> None:
        """A step is about to be taken: remember where one stands."""
        self.history.leave(self.here())
