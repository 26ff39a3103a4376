"""Showing a list: its rows, then their excerpts, then what it could be narrowed by. What takes time to find comes from
the threads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import Area
from kgtui.tui.desk.briefing import Briefing
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.listing import Listing, ListingKind
from kgtui.tui.widgets.article_list import ArticleList
from kgtui.tui.words import no_hits, nothing_listed

if TYPE_CHECKING:
    from kgtui.library import Facet
    from kgtui.tui.jobs.excerpts import Excerpt
    from kgtui.tui.jobs.widening import Widening


class Showing(Briefing):
    def show_listing(self, listing: Listing, *, cursor: int = 0, top: int = 0) -> None:
        """Show a list, and have found what stands beside it: what is near where nothing matches, its facets."""
        self.awaited = None
        self.articles.show(listing, cursor=cursor, top=top, message="" if listing.numbers else nothing_listed(listing))
        if listing.kind is ListingKind.SEARCH and not listing.numbers and listing.marked is None:
            from kgtui.tui.jobs.widening import widening  # noqa: PLC0415 - not before the first paint

            job = partial(widening, query=listing.query)
            self.ask(self.explorer.detail_thread, "widening", job, partial(self._wider_found, listing))
        if self.area is not Area.SEARCH:
            self.search_line.set_quietly(listing.query)
        self.tell_note()
        self.tell_state()
        self.show_facets(listing)

    def tell_note(self) -> None:
        """Under the search line: what may be taken into it, or how the query was read."""
        typing = self.area is Area.SEARCH
        offered = self.search_line.field.offered if typing else ()
        self.search_note.show(self.articles.listing, offered, typing=typing)

    # Rows

    def on_article_list_rows_seen(self, message: ArticleList.RowsSeen) -> None:
        job = partial(searches.excerpts, query=message.listing.read_as, numbers=message.numbers)
        self.ask(self.explorer.detail_thread, "excerpts", job, partial(self._excerpts_cut, message.listing))

    def _excerpts_cut(self, listing: Listing, excerpts: Mapping[int, Excerpt]) -> None:
        listing.excerpts.update(excerpts)
        if listing is self.articles.listing:
            self.articles.repaint()

    def _wider_found(self, listing: Listing, wider: Widening | None) -> None:
        if wider is not None and listing is self.articles.listing:
            listing.wider = wider.query
            self.articles.show(listing, message=no_hits(listing.query, wider))

    def do_reprints(self) -> None:
        """Give each reprint of the text under the cursor a row of its own, or fold them into one again."""
        listing, number = self.articles.listing, self.articles.number
        refolded = listing.refolded(number) if number is not None else None
        if number is None or refolded is None:
            return
        row = refolded.numbers.index(listing.first_of(number))
        self.show_listing(refolded, cursor=row, top=self.articles.top)

    # Facets

    def show_facets(self, listing: Listing) -> None:
        """Show the facets of a list, once they are counted; until then those of the list before it stand there."""
        if listing.facets is not None:
            self.facet_lines.show(listing.facets)
            return
        job = partial(searches.facets, numbers=listing.every)
        self.ask(self.explorer.detail_thread, "facets", job, partial(self._facets_counted, listing))

    def _facets_counted(self, listing: Listing, facets: tuple[Facet, ...]) -> None:
        listing.facets = facets
        if listing is self.articles.listing:
            self.facet_lines.show(facets)
