"""Comparing: one is marked, then the other chosen; the same one twice is compared with itself in two periods."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import EntityKind
from kgtui.tui.desk.returning import Returning
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.tui.jobs import briefs, questions
    from kgtui.tui.jobs.briefs import About, Pair
else:
    briefs = Unloaded("kgtui.tui.jobs.briefs")
    questions = Unloaded("kgtui.tui.jobs.questions")

_BETWEEN_PERIODS = r"\s*[;,]\s*|\s+и\s+|\s+and\s+|\s+"
_SIDES = 2


class Comparing(Returning):
    def do_compare(self) -> None:
        if self.area is Area.COUNTRY and isinstance(self.country_pane.about, briefs.Pair):
            self.do_back()
            return
        about = self._under_cursor()
        if about is None:
            self.say(t("screen.compare.nothing"))
        elif self.marked is None:
            self._mark(about)
        elif about == self.marked:
            self._ask_periods(about)
        else:
            self.show_pair(briefs.Pair(self.marked, about))

    def _under_cursor(self) -> About | None:
        """The country under the cursor, whose brief is read, or what a brief would be of."""
        if self.area is not Area.COUNTRY:
            return self.meant()
        if isinstance(row := self.country_pane.value, questions.CountryRow):
            return briefs.About(EntityKind.COUNTRY, row.code, row.name)
        about = self.country_pane.about
        return replace(about, section=None) if isinstance(about, briefs.About) else None

    def _mark(self, about: About | None) -> None:
        """None takes the mark away. One stays where one is: the other one may be anywhere."""
        self.marked = about
        if self.country_pane.about is None:
            self.show_countries()
        if about is not None:
            self.say(t("screen.compare.marked", name=about.name, keys=KEY_NAMES))

    def _ask_periods(self, about: About) -> None:
        from kgtui.tui.overlays.asking import AskScreen  # noqa: PLC0415 - not before it is asked for

        year = self.explorer.settings.date_today().year
        ask = AskScreen(
            "compare", t("screen.compare.periods", name=about.name, keys=KEY_NAMES), value=f"{year - 1}; {year}"
        )
        self.explorer.open_over(ask, partial(self._periods_told, about))

    def _periods_told(self, about: About, answer: object) -> None:
        if not isinstance(answer, str):
            self._mark(None)
            return
        periods = [self._period(part) for part in re.split(_BETWEEN_PERIODS, answer)]
        sides = [replace(about, first=period[0], last=period[1]) for period in periods if period]
        if len(periods) == len(sides) == _SIDES:
            self.show_pair(briefs.Pair(*sides))
        else:
            self.say(t("screen.compare.no_periods", text=answer))

    def _period(self, text: str) -> tuple[date, date] | None:
        """The first and the last day of a year, a month, a day."""
        from kgtui.search import period_of  # noqa: PLC0415 - not before the first paint

        period = period_of(text, self.explorer.settings.date_today())
        return (period.first, period.last) if period and period.first and period.last else None

    def show_pair(self, pair: Pair) -> None:
        """On the whole screen; it is made beside it."""
        self.marked = None
        self.leave()
        self.zoomed = True
        self.go_to(Area.COUNTRY)
        self.show_brief(pair)
