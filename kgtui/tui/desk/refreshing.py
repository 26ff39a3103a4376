"""What is new in the library: noticed now and then, shown when the reader asks. What is being read does not move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.desk.finding import Finding
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.listing import Listing, ListingKind
from kgtui.tui.words import failure, foreseen
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.library import Library, Sort
    from kgtui.tui.jobs import fresh
    from kgtui.tui.jobs.fresh import Every, Fresh
else:
    fresh = Unloaded("kgtui.tui.jobs.fresh")

PAUSE = 10.0  # seconds between two looks at whether somebody has written: one number is read, and nothing sent


class Refreshing(Finding):
    def __init__(self) -> None:
        super().__init__()
        self._seen_change = 0  # of the library, when it was last looked at
        self._opened_at = 0
        self._shown_change = 0  # up to which the list of all has taken in what was added
        self._gone = ""  # what was said of a library that is no longer there

    def note_opened(self, library: Library) -> None:
        """What is written from now on is new, whatever else is."""
        self._opened_at = self._seen_change = library.change

    def watch_library(self) -> None:
        """Notice what others add; also what came since the reader last asked what is new."""
        self._count_new()
        self.set_interval(PAUSE, self.notice_changes)

    def read_rest(self) -> None:
        """Of the list of all, where it began with its first rows."""
        begun = self.articles.listing
        begun.facets = None
        if begun.rest:
            read, failed = partial(self._rest_read, begun), partial(self._rest_not_read, begun)
            self.explorer.own_thread.ask("all", searches.all_articles, read, failed)
        else:
            self.show_facets(begun)

    def _rest_read(self, begun: Listing, whole: Listing) -> None:
        if begun is self.articles.listing:
            self._renew_list(whole)
        self.history.past[:] = [
            place._replace(listing=whole) if place.listing is begun else place for place in self.history.past
        ]

    def _rest_not_read(self, begun: Listing, error: Exception) -> None:
        begun.rest = 0
        self.say(failure(error))

    def notice_changes(self) -> None:
        """Whether somebody has written, taken the library away or spoilt it."""
        library = self.explorer.library
        if library is None:
            return
        try:
            library.check_in_place()
            change = library.change
        except Exception as error:  # what can be foreseen: any other is raised again
            if not (words := foreseen(error)):
                raise
            self._say_gone(words)
            return
        self._gone = ""
        if change != self._seen_change:
            self._seen_change = change
            self._count_new()

    def _say_gone(self, words: str) -> None:
        """Once: it is not asked for again and again."""
        if words != self._gone:
            self._gone = words
            self.say(words)

    def library_changed(self, *, added: bool) -> None:
        """Work beside the screen has written to it: the facts of what is open may be others. What the reader has
        ``added`` is seen at once where the list of all is, unless they are in the middle of something."""
        if added and self._may_take_in:
            job = partial(fresh.every, sort=self.articles.listing.sort)
            self.ask(self.explorer.detail_thread, "added", job, self._take_in)
        else:
            self.notice_changes()
        if self.reader.reading is not None:
            self.ask_facts(self.reader.reading.article.number)
        self.renew_made()

    @property
    def _may_take_in(self) -> bool:
        """Whether all articles are listed, and the reader neither types a query nor chooses something."""
        return _lists_all(self.articles.listing) and self.area is not Area.SEARCH and self.explorer.screen is self

    def _take_in(self, every: Every) -> None:
        shown = self.articles.listing
        if self._may_take_in and shown.sort is every.listing.sort:
            self._renew_list(every.listing)
            self._shown_change = every.change
            self.newest = every.newest
            self.tell_state()
        self.notice_changes()

    def _count_new(self) -> None:
        job = partial(fresh.count, since=self._opened_at, shown=self._shown_change)
        self.explorer.detail_thread.ask("new", job, self._new_counted, lambda _error: None)

    def _new_counted(self, count: int) -> None:
        if count != self.new:
            self.new = count
            self.tell_state()

    def do_refresh(self) -> None:
        """The new articles as a list of their own, by their days as what was listed; the list of all is up to date when
        one comes back to it. Each stays in its order."""
        shown = self.articles.listing
        by_day = shown.kind is ListingKind.NEWS or _lists_all(shown)
        job = partial(
            fresh.fresh,
            since=self._opened_at,
            today=self.explorer.settings.date_today(),
            sort=shown.sort if by_day else None,
            sorts={listing.sort for listing in self._lists_of_all()},
        )
        self.list_with(job, self._fresh_found)

    def _lists_of_all(self) -> Iterator[Listing]:
        """Here and at the places that one may go back to."""
        yield from filter(_lists_all, [self.articles.listing])
        yield from (place.listing for place in self.history.past if place.listing and _lists_all(place.listing))

    def _fresh_found(self, found: Fresh) -> None:
        self.new = 0
        self._renew_lists_of_all(found.every)
        self.renew_made()
        self.newest = found.newest
        self.tell_state()
        if found.listing is None:
            self.say(t("screen.news.nothing", keys=KEY_NAMES))
        else:
            self.leave()
            self.show_listing(found.listing)
            self.go_to(Area.LIST)
        if found.trouble is not None:
            self.say(failure(found.trouble))

    def _renew_lists_of_all(self, every: Mapping[Sort | None, Listing]) -> None:
        """The cursor stays on its article. A list that was sorted anew meanwhile is left as it is."""
        if _lists_all(listing := self.articles.listing) and listing.sort in every:
            self._renew_list(every[listing.sort])
        for index, place in enumerate(self.history.past):
            if place.listing and _lists_all(place.listing) and place.listing.sort in every:
                kept, row_height, renewed = place.kept, self.articles.row_height, every[place.listing.sort]
                cursor, top = _moved(place.listing, renewed, kept.list_cursor, kept.list_top, row_height)
                kept = replace(kept, list_cursor=cursor, list_top=top)
                self.history.past[index] = place._replace(kept=kept, listing=renewed)

    def _renew_list(self, every: Listing) -> None:
        shown = self.articles
        cursor, top = _moved(shown.listing, every, shown.cursor, shown.top, shown.row_height)
        self.show_listing(every, cursor=cursor, top=top)


def _lists_all(listing: Listing) -> bool:
    return listing.kind is ListingKind.ALL and listing.marked is None


def _moved(old: Listing, new: Listing, cursor: int, top: int, row_height: int) -> tuple[int, int]:
    """Where the article under the cursor is in the new list, and from which line on it is shown at the same height."""
    if cursor >= len(old.numbers) or old.numbers[cursor] not in new.numbers:
        return cursor, top
    row = new.numbers.index(old.numbers[cursor])
    return row, max(0, top + (row - cursor) * row_height)
