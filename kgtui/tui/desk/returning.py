"""Returning: one step back or forward, to the place where one stood, with all that was seen there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from kgtui.keys import DESK, Area
from kgtui.tui.desk.tabling import Tabling
from kgtui.tui.jobs.listing import ListingKind
from kgtui.tui.places import Place, table_kind

if TYPE_CHECKING:
    from kgtui.reader import KeptPlace


class Returning(Tabling):
    def do_back(self) -> None:
        """Of what was opened in this session; at its bottom to the list, and there to all articles."""
        if self.awaits_why:
            self.give_up_why()
        elif self.area is Area.ARTICLE and self.reader.has_moved_on:
            self.reader.step_back()
        elif self.area is Area.ARTICLE and self.reader.walk is not None:
            self.reader.end_walk()
        elif not self.history.is_at_bottom:
            self.do_place_back()
        elif self.area is not Area.LIST:
            self.go_to(Area.LIST)
        elif not self._is_whole:
            self.show_all_articles()

    @property
    def _is_whole(self) -> bool:
        """Whether the list is that of all articles."""
        return self.articles.listing.kind is ListingKind.ALL

    def do_place_back(self) -> None:
        self._go_to_place(self.history.back(self.here()))

    def do_place_forward(self) -> None:
        self._go_to_place(self.history.forward(self.here()))

    def do_places(self) -> None:
        from kgtui.tui.overlays.visited import VisitedScreen  # noqa: PLC0415 - not before it is asked for

        library, places = self.explorer.library, list(chain.from_iterable(map(_and_article, self.history.visited())))
        ids = {id_ for place in places for id_ in (place.kept.article, place.kept.listing.like) if id_}
        headlines = library.headlines(list(library.numbers_of(ids).values())) if library else []
        titles = {each.id: each.title for each in headlines}
        self.explorer.open_over(VisitedScreen(places, titles), self._place_chosen)

    def _place_chosen(self, place: object) -> None:
        if isinstance(place, Place):
            self.history.leave_for(self.here())
            self._go_to_place(place)

    @property
    def is_at_bottom(self) -> bool:
        """Whether there is nowhere to go back to."""
        return self.history.is_at_bottom and self.area is Area.LIST

    def do_close(self) -> None:
        """The list of all articles is the bottom too, however one came to it."""
        if self.is_at_bottom or (self.area is Area.LIST and self._is_whole):
            self.explorer.exit(0)
        else:
            self.do_back()

    def _go_to_place(self, place: Place | None) -> None:
        if place is not None:
            self.show_place(place)
            self.find_awaited()
            self.restore_table(place)
            self.restore_brief(place)

    def show_place(self, place: Place, *, with_facts: bool = True) -> None:
        """Stand again where one stood, as far as it can be shown at once. What is open in the reader stays, unless one
        stood in it or at its entities; without facts the article awaits them (`show_facts_at`)."""
        kept, area = place.kept, _area(place)
        self.give_up_search()
        self.area = area
        self.zoomed = kept.zoomed
        self._show_list(place)
        if kept.article and (area in (Area.ARTICLE, Area.ENTITIES) or self.reader.reading is None):
            with self.saying_failures():
                self._show_reading(kept, with_facts=with_facts)
        if area is Area.SEARCH:
            self.search_line.set_quietly(kept.listing.query)
        self.go_to(area)

    def _show_list(self, place: Place) -> None:
        kept, listing = place.kept, self.articles.listing
        if place.listing is None and kept.listing == listing.kept:
            self.show_listing_at(listing, kept)
        elif place.listing is None:
            self.await_list(place)
        elif place.listing is not listing:
            self.show_listing(place.listing, cursor=kept.list_cursor, top=kept.list_top)
            self.mark_hits()
        elif self.area in (Area.LIST, Area.SEARCH):
            self.articles.show(listing, cursor=kept.list_cursor, top=kept.list_top, message=self.articles.message)

    def _show_reading(self, kept: KeptPlace, *, with_facts: bool) -> None:
        reading = self.reader.reading
        if reading is not None and self.reader.shows(kept.article) and reading.sentence == kept.sentence:
            self.reader.show_line(kept.line)
        else:
            library = self.explorer.library
            number = library.numbers_of([kept.article]).get(kept.article) if library else None
            if number is None:
                return
            self.open_article(number, sentence=kept.sentence, hit=kept.hit, line=kept.line, with_facts=with_facts)
            if library is not None and kept.walked is not None:
                self.reader.walk_on(library.sentences(number), kept.walked)
            self._stand_on_entity(kept)
        self._stand_on_fact(kept)

    def show_facts_at(self, kept: KeptPlace) -> None:
        """What the article tells that was shown without, the cursor on the entity on which it stood. With who speaks
        below quotations the text is longer: only now it may be shown from where it was."""
        if self.awaits_facts and self.reader.shows(kept.article):
            self.read_facts()
            self._stand_on_entity(kept)
            self.reader.show_line(kept.line)

    def _stand_on_entity(self, kept: KeptPlace) -> None:
        self.entities_pane.refill(cursor=kept.entities_cursor, top=kept.entities_top)

    def _stand_on_fact(self, kept: KeptPlace) -> None:
        reading = self.reader.reading
        told = reading.facts.told if reading and reading.facts and kept.fact else ()
        same = (fact for fact in told if kept.fact and (fact.fact_kind, fact.span) == (kept.fact.kind, kept.fact.span))
        self.reader.stand_on(next(same, None), card=kept.fact is not None and kept.fact.card)


def _and_article(place: Place) -> Iterator[Place]:
    """The place, and the article that was open beside it."""
    yield place
    if place.kept.article and place.kept.area not in (Area.ARTICLE.value, Area.ENTITIES.value):
        yield place._replace(kept=replace(place.kept, area=Area.ARTICLE.value))


def _area(place: Place) -> Area:
    """The list where a later program knew an area, or where there is no table to show."""
    area = next((area for area in (*DESK, Area.SEARCH) if area.value == place.kept.area), Area.LIST)
    return Area.LIST if area is Area.TABLE and table_kind(place.kept.table) is None else area
