"""Collecting what the reader has marked: the chooser of marks, and the list of all that have one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kgtui.tui.desk.removing import Removing
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.model import Headline
    from kgtui.tui.jobs import marked
    from kgtui.tui.jobs.listing import Listing
    from kgtui.tui.jobs.marked import MyMarks
    from kgtui.tui.overlays.marks import MarksScreen
else:
    marked = Unloaded("kgtui.tui.jobs.marked")


class Collecting(Removing):
    def do_marks(self) -> None:
        from kgtui.tui.overlays.marks import MarksScreen  # noqa: PLC0415 - not before it is asked for

        if book := self.marks:
            chooser = MarksScreen()
            self.explorer.open_over(chooser, self.follow_mark)
            job = partial(marked.my_marks, book=book)
            self.ask(self.explorer.detail_thread, "my marks", job, partial(self._show_marks_in, chooser))

    def _show_marks_in(self, chooser: MarksScreen, mine: MyMarks) -> None:
        if chooser.is_attached:
            chooser.show(mine)

    def follow_mark(self, chosen: object) -> None:
        """List what is marked so, or open the article of a note; None for nothing."""
        if isinstance(chosen, marked.MarkRow) and (book := self.marks):
            self.leave()
            self.list_with(partial(marked.all_marked, book=book, wanted=chosen.wanted), self.others_found)
        elif isinstance(chosen, marked.NoteRow):
            self.leave()
            self.read_article(chosen.headline.number)

    def marks_taken_back(self, article: Headline) -> None:
        """Find lists anew in which it is missing or too much: this one, with the cursor where it is, and those to which
        one may go back. What is only marked otherwise keeps its row until then: nothing moves under the reader."""
        shown = self.articles.listing
        if self._is_wrong(shown, article):
            job = self.listed_again(shown.kept)
            self.ask(self.explorer.search_thread, "marked", job, partial(self._show_instead, shown))
        for places in (self.history.past, self.history.future):
            for index, place in enumerate(places):
                if place.listing is not None and self._is_wrong(place.listing, article):
                    places[index] = place._replace(listing=None)

    def _is_wrong(self, listing: Listing, article: Headline) -> bool:
        if listing.marked is None:
            return False
        fits = listing.marked.fits(self.marks_of(article.id))
        could_be_there = listing.whole is None or article.number in listing.whole.every
        return (fits and could_be_there) != (article.number in listing.every)

    def _show_instead(self, shown: Listing, listing: Listing) -> None:
        if shown is self.articles.listing:
            self.show_listing_at(listing, self.here().kept)
