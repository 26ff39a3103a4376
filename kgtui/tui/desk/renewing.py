"""Renewing what a correction or an addition has changed elsewhere on the screen; what is not shown, when one comes back
to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kgtui.tui.desk.showing import Showing
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.tui.jobs import briefs
    from kgtui.tui.jobs.briefs import Brief, Compared, Opening
else:
    briefs = Unloaded("kgtui.tui.jobs.briefs")


class Renewing(Showing):
    def corrected(self) -> None:
        self.renew_made()
        self.articles.listing.uncount()
        self.show_facets(self.articles.listing)
        for place in (*self.history.past, *self.history.future):
            if place.listing is not None:
                place.listing.uncount()

    def renew_made(self) -> None:
        """What is made of the library's facts: the countries, the brief, and at other places briefs and tables."""
        self.ask_countries()
        self._renew_brief()
        for places in (self.history.past, self.history.future):
            places[:] = [place._replace(brief=None, brief_value=None, table=None) for place in places]

    def _renew_brief(self) -> None:
        """The cursor stays where it is; one that is being made now may have what is corrected, or not."""
        if (about := self.country_pane.about) is not None and not self.awaits_brief:
            renewed = partial(self._brief_renewed, self.country_pane.brief)
            self.ask(self.explorer.facts_thread, "brief", self.making_of(about), renewed)

    def _brief_renewed(self, shown: Brief | Compared | None, made: Opening | Brief | Compared) -> None:
        """Whom no article names under this key any more, as it is somebody else's, keeps what was shown."""
        pane = self.country_pane
        if pane.brief is shown and pane.about is not None and not isinstance(made, briefs.Opening) and made.articles:
            pane.show_brief(pane.about, made, cursor=pane.cursor, top=pane.top)
