"""Returning: one step back or forward, to the place where one stood, with all that was seen there."""

from __future__ import annotations

from kgtui.keys import Area
from kgtui.tui.places import Place
from kgtui.tui.screens.saving import Saving


class Returning(Saving):
    def do_back(self) -> None:
        if self.area is Area.ARTICLE and self.reader.fact is not None:
            self.reader.stand_on(None)
            return
        place = self.history.back(self.here())
        if place is not None:
            self.restore(place)
        elif self.area is not Area.LIST:
            self.go_to(Area.LIST)

    do_place_back = do_back

    def do_place_forward(self) -> None:
        place = self.history.forward(self.here())
        if place is not None:
            self.restore(place)

    def do_close(self) -> None:
        if self.history.past or self.area is not Area.LIST:
            self.do_back()
        else:
            self.explorer.exit(0)

    def restore(self, place: Place) -> None:
        """Stand again where one stood. What is open in the reader stays, unless one stood in it or at its entities."""
        self.area = place.area
        if place.listing is not self.articles.listing:
            self.show_listing(place.listing, cursor=place.list_cursor, top=place.list_top)
            self.mark_hits()
        elif place.area in (Area.LIST, Area.SEARCH):
            self.articles.put_cursor(place.list_cursor)
        if place.area in (Area.ARTICLE, Area.ENTITIES) and place.article is not None:
            self._restore_reading(place, place.article)
        self.zoomed = place.zoomed
        if place.area is Area.SEARCH:
            self.search_line.set_quietly(place.listing.query)
        if place.table is not None:
            self.table_pane.show(place.table)
        self.go_to(place.area)
        self.restore_brief(place)

    def _restore_reading(self, place: Place, article: int) -> None:
        reading = self.reader.reading
        if reading is None or reading.article.number != article or reading.sentence != place.sentence:
            self.open_article(article, sentence=place.sentence, hit=place.hit)
            self.entities_pane.put_cursor(place.entities_cursor)
        self.reader.show_line(place.line)
