"""Finding: searching, other lists than those of a search, and in which order they are. The lists come from a thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.model import MarkFilter
from kgtui.tui.desk.renewing import Renewing
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.listing import Listing, ListingKind
from kgtui.tui.jobs.worker import Job
from kgtui.tui.words import failure
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.library import Sort
    from kgtui.model import Entity
    from kgtui.reader import KeptListing, KeptPlace
    from kgtui.tui.jobs import marked
    from kgtui.tui.places import Place
else:
    marked = Unloaded("kgtui.tui.jobs.marked")

_LONG = 10.0  # seconds: searches that take so long mostly wait for the index to be made or brought up to date


class Finding(Renewing):
    def __init__(self) -> None:
        super().__init__()
        self._searched = 0
        self._searching: int | None = None  # which of them is under way
        self._listing: Job | None = None  # what lists something else, for which keys wait
        self._open_found = False
        self._rows_ahead = 0  # so far down the list that is being searched one has gone already
        self.sort: Sort | None = None  # of searches, where one was chosen

    def do_search(self) -> None:
        self.leave()
        self.search_line.take_up(self.articles.listing.query)
        self.go_to(Area.SEARCH)

    def do_all_articles(self) -> None:
        """Out of every search, narrowing and mark with one step, which can be gone back."""
        self.leave()
        self.show_all_articles()

    def show_all_articles(self) -> None:
        self.search_line.set_quietly("")
        self.search_for("")
        self.go_to(Area.LIST)

    def do_as_typed(self) -> None:
        """A slip was none: search for what was typed."""
        self.leave()
        self.search_for(self.articles.listing.query, to_the_letter=True)

    def search_for(self, query: str, *, to_the_letter: bool = False) -> None:
        """List what a query finds; a search for an older one is dropped."""
        self._listing, self._open_found, self._rows_ahead = None, False, 0
        self._searched += 1
        number = self._searching = self._searched
        awaited = partial(self._awaits, number)
        self.after_a_while(awaited, lambda: self.articles.wait_for(t("screen.list.searching", query=query)))
        self.after_a_while(awaited, lambda: self.say(t("screen.list.searching_long")), seconds=_LONG)
        job: Job = partial(searches.reading_of, query=query, sort=self.sort, to_the_letter=to_the_letter)
        job = self.within_marks(job, self.articles.listing.marked)
        done, failed = partial(self._search_done, number), partial(self._search_failed, number)
        self.explorer.search_thread.ask("search", job, done, failed)

    def _awaits(self, number: int) -> bool:
        """Whether this search is under way, and wanted."""
        return number == self._searching

    @property
    def is_searching(self) -> bool:
        return self._searching is not None or self.awaited is not None

    def within_marks(self, job: Job, wanted: MarkFilter | None) -> Job:
        """A job that lists articles: of these, where a mark is wanted, those that have it."""
        if wanted is None or self.marks is None:
            return job
        return partial(marked.only_marked, book=self.marks, wanted=wanted, job=job)

    def list_with(self, job: Job, show: Callable[[Any], None]) -> None:
        """List something else beside the screen: what is being searched is given up. Keys wait for the list."""
        self.give_up_search()
        self._listing = job
        done, failed = partial(self._listed, job, show), partial(self._not_listed, job)
        self.explorer.search_thread.ask("search", job, done, failed)

    @property
    def awaits_list(self) -> bool:
        """Whether one is on the way to a list, or to the rest of one."""
        return self._listing is not None or self.articles.listing.rest > 0

    def _listed(self, job: Job, show: Callable[[Any], None], found: object) -> None:
        if job is self._listing:
            self._listing = None
            show(found)

    def _not_listed(self, job: Job, error: Exception) -> None:
        if job is self._listing:
            self._listing = None
            self.say(failure(error))

    def give_up_search(self) -> None:
        """What is being searched is not wanted any more, nor what was to be done with its list."""
        if self._searching is not None:
            self.articles.wait_for("")
        self._searching, self._open_found, self._rows_ahead = None, False, 0
        self._listing = None

    def _search_failed(self, number: int, error: Exception) -> None:
        if number == self._searching:
            self.give_up_search()
            self.say(t("work.index.awaited") if self.is_building_index else failure(error))

    def _search_done(self, number: int, listing: Listing) -> None:
        if number != self._searching:
            return
        self._searching = None
        self.found(listing)
        if self._open_found and self.area is Area.LIST:
            self.open_row()
        self._open_found = False

    def found(self, listing: Listing) -> None:
        """Show what a search has found; where it is the same as before, the cursor stays."""
        shown = self.articles.listing
        listing.former = shown.excerpts or shown.former
        if shown.every == listing.every and shown.kind is listing.kind:
            cursor, top = self.articles.cursor, self.articles.top
            listing.facets = shown.facets
        else:
            cursor, top = self._rows_ahead, 0
        self.show_listing(listing, cursor=cursor, top=top)

    def move_row(self, step: int) -> None:
        """Up or down in the pane with the focus; where its list is still being searched, also in the one to come."""
        if self._searching is not None and self.area in (Area.LIST, Area.SEARCH):
            self._rows_ahead = max(0, self._rows_ahead + step)
        self.pane(self.area).move(step)

    def open_row(self) -> None:
        """Open the article under the cursor; where its list is still being searched, as soon as it is there."""
        if self._searching is not None:
            self._open_found = True
        elif self.articles.listing.wider:
            self.leave()
            self.search_for(self.articles.listing.wider)
        elif self.articles.number is not None:
            self.leave()
            self.read_article(self.articles.number)

    # A list of an earlier session

    def await_list(self, place: Place) -> None:
        """What was listed there takes time to find: until it is there its place is kept free."""
        kept = place.kept.listing
        self.awaited = place
        words = t("screen.list.awaited_search", query=kept.query) if kept.query else t("screen.list.awaited")
        self.articles.show(Listing(ListingKind.AWAITED, (), 0, query=kept.query), message=words)
        self.search_line.set_quietly(kept.query)
        self.tell_note()

    def find_awaited(self) -> None:
        if self.awaited is not None:
            kept = self.awaited.kept.listing
            self.give_up_search()
            self.ask(self.explorer.search_thread, "search", self.listed_again(kept), self._awaited_found)

    def listed_again(self, kept: KeptListing) -> Job:
        """The job that lists what was listed, as the library has it now."""
        return self.within_marks(partial(searches.listed_again, kept=kept), kept.marked)

    def _awaited_found(self, listing: Listing) -> None:
        place = self.awaited
        if place is not None:
            self.show_listing_at(listing, place.kept)
            self.mark_hits(place.kept.hit if self.reader.shows(place.kept.article) else -1)

    def show_listing_at(self, listing: Listing, kept: KeptPlace) -> None:
        """With the cursor on the article on which it stood, wherever that stands now."""
        library = self.explorer.library
        number = library.numbers_of([kept.row]).get(kept.row) if library else None
        first = listing.numbers[: searches.FIRST // 2]  # around which others are known
        is_among = kept.list_cursor < len(first) if number is None else number in first
        if listing.rest and library and not is_among:
            listing = searches.all_articles(library)
            listing.facets = ()
        cursor = kept.list_cursor
        if number is not None and number in listing.numbers:
            cursor = listing.numbers.index(number)
        self.show_listing(listing)
        top = kept.list_top + (cursor - kept.list_cursor) * self.articles.row_height
        self.articles.show(listing, cursor=cursor, top=top, message=self.articles.message)

    # From an article to others

    def show_articles_with(self, entity: Entity) -> None:
        """All articles that name what the open one names."""
        if self.reader.reading is not None:
            self.leave()
            job = partial(searches.naming, number=self.reader.reading.article.number, entity=entity)
            self.list_with(job, self.others_found)

    def do_like(self) -> None:
        """Those most alike to the article that is read, or that is under the cursor."""
        if article := self.article_meant:
            self.leave()
            self.list_with(partial(searches.alike, article=article), self.others_found)

    def others_found(self, listing: Listing) -> None:
        self.show_listing(listing)
        self.mark_hits()
        self.go_to(Area.LIST)

    # Order

    def do_sort(self) -> None:
        """Relevance, newest, oldest, and from the beginning; relevance only where something was searched for. Of the
        countries, what they can be sorted by."""
        if self.area is Area.COUNTRY:
            self.sort_countries()
            return
        from kgtui.library import Sort  # noqa: PLC0415 - not before the first paint

        listing = self.articles.listing
        if listing.kind is ListingKind.AWAITED or self._searching is not None:
            return
        orders = [sort for sort in Sort if sort is not Sort.RELEVANCE or listing.kind is ListingKind.SEARCH]
        sort = orders[(orders.index(listing.sort) + 1) % len(orders)] if listing.sort in orders else orders[0]
        if listing.kind is ListingKind.SEARCH:
            self.sort = sort
        self.list_with(partial(searches.sorted_anew, listing=listing, sort=sort), self.show_listing)
