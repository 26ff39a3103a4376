"""The desk: what each action does. Every method ``do_<id>`` belongs to the action of that id in the table."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual import events

from kgtui.keys import BY_ID, KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.desk.sheet import Sheet
from kgtui.tui.desk.touring import Touring
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.listing import Listing, ListingKind
from kgtui.tui.widgets.article_list import ArticleList
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.table_pane import TablePane
from kgtui.tui.words import day
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.library import Library
    from kgtui.reader import Session
    from kgtui.tui.jobs import briefs, questions
else:
    briefs = Unloaded("kgtui.tui.jobs.briefs")
    questions = Unloaded("kgtui.tui.jobs.questions")


class Desk(Touring, Sheet):
    def __init__(self, query: str | None) -> None:
        super().__init__()
        self._first_query = query

    # Start and state

    def on_mount(self) -> None:
        self.explorer.line.begin(self.line_is_slow)
        self.go_to(Area.LIST)
        self.explorer.begin()
        self.call_after_refresh(_collect_garbage_again)

    def library_opened(self, library: Library, session: Session | None) -> None:
        """Show what is in the library, as the reader left it; what needs more than its record comes after the paint."""
        self.note_opened(library)
        listing = searches.first_articles(library)
        self.newest = next((day(each.published) for each in listing.headlines(library, 0, 1) if each), "")
        self.reader.message = t("screen.reader.closed", keys=KEY_NAMES) if listing.numbers else ""
        listing.facets = ()  # not counted yet
        self.show_listing(listing)
        self.reader.repaint()
        self.tell_state()
        if session is not None:
            with self.saying_failures():
                self.take_up(session, elsewhere=bool(self._first_query))
        if not library.is_writable:
            self.say(t("screen.state.read_only"))
        self.call_after_refresh(self._after_first_paint)

    def library_failed(self, message: str) -> None:
        self.failure = message
        self.show_countries()
        self.articles.show(Listing(ListingKind.ALL, (), 0), message=message)

    def library_in_making(self) -> None:
        self.articles.show(Listing(ListingKind.ALL, (), 0), message=t("screen.state.seeding", keys=KEY_NAMES))

    def _after_first_paint(self) -> None:
        if self._first_query:
            self.do_search()
            self.search_line.type(self._first_query)
        self.go_on()
        self.read_rest()
        self.ask_recent()
        with self.saying_failures():
            self.load_marks()
        self.offer_tour()
        self.watch_library()
        self.ask(self.explorer.facts_thread, "older", questions.older_facts, self._older_facts_counted)
        self.ask(self.explorer.facts_thread, "index", questions.index_needs, self.mind_index)
        self.ask_countries()
        self.after_a_while(self.is_counting, self.show_countries)

    def _older_facts_counted(self, articles: int) -> None:
        """Said where nothing is that the reader asked for meanwhile; a brief and `kgtui stats` say it too."""
        if articles and not self.foot_line.message:
            self.say(t("screen.state.older_facts", count=articles))

    # Doing

    def perform(self, action_id: str) -> None:
        """Do an action, or say why it cannot be done here."""
        if why_not := self.why_not(BY_ID[action_id]):
            self.say(why_not)
            return
        area = self.area
        if action_id != "undo":
            self.forget_offer()
        self.foot_line.show(area)
        with self.saying_failures():
            getattr(self, f"do_{action_id}")()
        self.follow_tour(action_id, area)
        self.foot_line.repaint()

    def do_down(self) -> None:
        self.move_row(+1)

    def do_up(self) -> None:
        self.move_row(-1)

    do_list_down = do_down
    do_list_up = do_up

    def do_page_down(self) -> None:
        self.pane(self.area).move_page(+1)

    def do_page_up(self) -> None:
        self.pane(self.area).move_page(-1)

    def do_top(self) -> None:
        self.pane(self.area).move_to_end(last=False)

    def do_bottom(self) -> None:
        self.pane(self.area).move_to_end(last=True)

    def do_next_pane(self) -> None:
        self.step_pane(+1)

    def do_previous_pane(self) -> None:
        self.step_pane(-1)

    def do_pane_list(self) -> None:
        self.go_to(Area.LIST)

    def do_pane_article(self) -> None:
        self.go_to(Area.ARTICLE)

    def do_pane_country(self) -> None:
        self.go_to(Area.COUNTRY)

    def do_pane_entities(self) -> None:
        self.go_to(Area.ENTITIES)

    def do_help(self) -> None:
        from kgtui.tui.overlays.help import HelpScreen  # noqa: PLC0415 - not before it is asked for

        self.explorer.open_over(HelpScreen(self.area))

    def do_search_help(self) -> None:
        from kgtui.tui.overlays.query_help import QueryHelpScreen  # noqa: PLC0415 - not before it is asked for

        self.explorer.open_over(QueryHelpScreen(), self._try_query)

    def _try_query(self, query: object) -> None:
        if isinstance(query, str):
            self.go_to(Area.SEARCH)
            self.search_line.type(query)

    def do_quit(self) -> None:
        self.explorer.exit(0)

    # The palette

    def do_palette(self) -> None:
        from kgtui.tui.overlays.palette import PaletteScreen  # noqa: PLC0415 - not before it is asked for

        palette = PaletteScreen(self.known_countries, self.marks, self.area, self.why_not)
        self.explorer.open_over(palette, self.chosen_in_palette)

    do_palette_line = do_palette

    def chosen_in_palette(self, chosen: object) -> None:
        """An action's id, a country, somebody else with a brief, a saved search, a mark or an article was picked; None
        for nothing."""
        from kgtui.model import Headline  # noqa: PLC0415 - not before the palette was open
        from kgtui.tui.jobs.marked import MarkRow, NoteRow  # noqa: PLC0415
        from kgtui.tui.jobs.saved import SavedRow  # noqa: PLC0415

        if isinstance(chosen, str):
            self.perform(chosen)
        elif isinstance(chosen, questions.CountryRow):
            self.leave()
            self.go_to(Area.COUNTRY)
            self.show_country(chosen)
        elif isinstance(chosen, SavedRow):
            self.run_saved(chosen.search)
        elif isinstance(chosen, (MarkRow, NoteRow)):
            self.follow_mark(chosen)
        elif isinstance(chosen, briefs.About):
            self.leave()
            self.go_to(Area.COUNTRY)
            self.show_brief(chosen)
        elif isinstance(chosen, Headline):
            self.leave()
            self.read_article(chosen.number)

    # Opening

    def do_open(self) -> None:
        if self.area in (Area.LIST, Area.SEARCH):
            if self.area is Area.SEARCH:
                self.follow_now()
                self.mark_hits()
                self.go_to(Area.LIST)
                self.remember_search()
            else:
                self.open_row()
        elif self.area is Area.TABLE:
            self.open_table_row()
        elif isinstance(pane := self.pane(self.area), EntryPane):
            self.follow(pane.value)

    def on_article_list_opened(self, _message: ArticleList.Opened) -> None:
        self.go_to(Area.LIST)
        self.perform("open")

    def on_table_pane_opened(self, _message: TablePane.Opened) -> None:
        with self.saying_failures():
            self.open_table_row()

    def on_entry_pane_chosen(self, message: EntryPane.Chosen) -> None:
        self.go_to(message.pane.area)
        with self.saying_failures():
            self.follow(message.value)

    def follow(self, value: object) -> None:
        """Go where an entry leads: a country's brief, an entity's articles, a line's sentence."""
        from kgtui.model import Entity  # noqa: PLC0415 - not before there is an entry
        from kgtui.tui.widgets.brief_rows import Folded, Series, Whole  # noqa: PLC0415

        if isinstance(value, questions.CountryRow):
            self.leave()
            self.show_country(value)
        elif isinstance(value, Entity):
            self.show_articles_with(value)
        elif isinstance(value, Whole):
            self.open_whole()
        elif isinstance(value, Folded):
            self.show_section(value.section)
        elif isinstance(value, Series):
            self.show_series(value.section)
        else:
            self.open_source()

    def on_key(self, event: events.Key) -> None:
        """Any key that does nothing takes a message away."""
        if not event.is_printable or self.area is not Area.SEARCH:
            self.foot_line.show(self.area)


def _collect_garbage_again() -> None:
    """It was put off until the first paint; what is there by now stays, and need not be looked at again."""
    gc.freeze()
    gc.enable()
