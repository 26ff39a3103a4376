"""Narrowing: the chooser of facets, and what is chosen in it added to the query or taken out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kgtui.model import MarkFilter
from kgtui.tui.desk.copying import Copying
from kgtui.tui.jobs import searches
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.library import Facet
    from kgtui.tui.jobs import marked
    from kgtui.tui.jobs.listing import Listing
    from kgtui.tui.jobs.marked import MarkRow
    from kgtui.tui.overlays.narrow import NarrowScreen
else:
    marked = Unloaded("kgtui.tui.jobs.marked")


class Narrowing(Copying):
    def do_narrow(self) -> None:
        from kgtui.tui.jobs.narrowing import chosen_parts  # noqa: PLC0415 - not before it is asked for
        from kgtui.tui.overlays.narrow import NarrowScreen  # noqa: PLC0415 - not before it is asked for

        listing, library = self.articles.listing, self.explorer.library
        if library is None:
            return
        mark = [listing.marked] if listing.marked else []
        chooser = NarrowScreen([*chosen_parts(library.read(listing.read_as)), *mark])
        self.explorer.open_over(chooser, self._narrow_by)
        job = partial(searches.all_facets, numbers=listing.every)
        self.ask(self.explorer.detail_thread, "all facets", job, partial(self._show_in, chooser))
        if book := self.marks:
            counting = partial(marked.mark_rows, book=book, numbers=listing.every)
            self.ask(self.explorer.detail_thread, "my marks", counting, partial(self._show_marks_of_list, chooser))

    def _show_in(self, chooser: NarrowScreen, facets: tuple[Facet, ...]) -> None:
        if chooser.is_attached:
            chooser.show(facets)

    def _show_marks_of_list(self, chooser: NarrowScreen, rows: list[MarkRow]) -> None:
        if chooser.is_attached:
            chooser.show_marks(rows)

    def on_facet_lines_pressed(self) -> None:
        self.do_narrow()

    def _narrow_by(self, change: object) -> None:
        from kgtui.tui.jobs.narrowing import Change, without_part  # noqa: PLC0415 - not before it is asked for

        listing, library = self.articles.listing, self.explorer.library
        if not isinstance(change, Change) or library is None:
            return
        self.leave()
        if isinstance(change.part, MarkFilter):
            self._narrow_by_mark(listing, None if change.take_out else change.part)
        elif change.take_out:
            self.search_for(without_part(library.read(listing.read_as), change.part))
        else:
            job = partial(searches.narrowed_listing, listing=listing, part=change.part, sort=self.sort)
            self.list_with(self.within_marks(job, listing.marked), self.found)

    def _narrow_by_mark(self, listing: Listing, wanted: MarkFilter | None) -> None:
        """What a list has of one mark; with None the whole list again."""
        if wanted is not None:
            self.list_with(self.within_marks(partial(searches.listed, listing=listing), wanted), self.others_found)
        elif listing.whole is not None:
            self.others_found(listing.whole)
