"""Briefing: the countries of the library, the brief of a country, person, body or bloc, the names of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import EntityKind
from kgtui.tui.desk.working import Working
from kgtui.tui.jobs.visit import Visit
from kgtui.tui.jobs.worker import Job
from kgtui.tui.overlays.overlay import Overlay
from kgtui.tui.places import Place, about_of
from kgtui.tui.widgets.lines import State
from kgtui.tui.words import articles as articles_in
from kgtui.tui.words import failure
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.dossier import SectionKind
    from kgtui.dossier.values import CountryOrder
    from kgtui.tui.jobs import briefs, questions
    from kgtui.tui.jobs.briefs import About, Brief, Compared, Opening, Pair
    from kgtui.tui.jobs.questions import CountryRow
else:
    briefs = Unloaded("kgtui.tui.jobs.briefs")
    questions = Unloaded("kgtui.tui.jobs.questions")

_WITH_BRIEF = (EntityKind.COUNTRY, EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.BLOC)


class Briefing(Working):
    def __init__(self) -> None:
        super().__init__()
        self.countries: list[CountryRow] = []
        self.failure = ""  # why the library cannot be read
        self.newest = ""
        self._total = 0
        self._are_counted = False  # the countries
        self.new = 0  # articles that came since the reader last asked
        self.work = ""  # what is being done beside the screen
        self._visit = Visit()
        self.country_order = ""  # the value of the order chosen for countries
        self._making: About | Pair | None = None  # whose brief was asked for last, until it is there
        self.marked: About | None = None  # to be compared

    def ask_countries(self) -> None:
        """Those that the articles name, as the library has them now."""
        job = partial(questions.countries, settings=self.explorer.settings)
        self.explorer.facts_thread.ask("countries", job, self.countries_counted, self._countries_not_counted)

    def countries_counted(self, countries: list[CountryRow]) -> None:
        """They come twice: what was known of them is not taken away before more is."""
        if any(row.overview for row in self.countries) and not any(row.overview for row in countries):
            return
        self.countries, self._are_counted = countries, True
        if self.country_pane.about is None:
            self.show_countries()
        self._tell_overlays()

    def _countries_not_counted(self, error: Exception) -> None:
        self.say(failure(error))
        self._tell_overlays()

    def _tell_overlays(self) -> None:
        for screen in self.app.screen_stack:
            if isinstance(screen, Overlay):
                screen.countries_counted(self.countries)

    @property
    def known_countries(self) -> Sequence[CountryRow] | None:
        """None while they are being counted."""
        return self.countries if self._are_counted or self.failure else None

    def is_counting(self) -> bool:
        """Whether the countries are to be listed, and not known yet."""
        return not self._are_counted and self.country_pane.about is None

    def tell_state(self) -> None:
        if self.failure:
            return
        about = self.country_pane.about
        name = about.name if about else ""
        self._total = self.articles.listing.total or self._total  # a list that is being found again counts none
        self.top_line.show(State(self.explorer.library_name, self._total, self.newest, name, self.work, self.new))

    def show_work(self, words: str) -> None:
        self.work = words
        self.tell_state()

    # Countries and entities

    def do_country(self) -> None:
        """The brief of what is under the cursor, else of the article's country; pressed again, all countries."""
        self.leave()
        about = None if self.area is Area.COUNTRY else self.meant()
        self.go_to(Area.COUNTRY)
        if about is None:
            self.show_countries()
        elif about != self.country_pane.about:
            self.show_brief(about)
        else:
            self.country_pane.put_cursor(0)

    def do_all_countries(self) -> None:
        self.leave()
        self.go_to(Area.COUNTRY)
        self.show_countries()

    def meant(self) -> About | None:
        if self.area is Area.ENTITIES and (entity := self.entities_pane.entity):
            if entity.kind in _WITH_BRIEF:
                return briefs.About(entity.kind, entity.key, entity.name)
            return self._country(entity.country)
        reading, library = self.reader.reading, self.explorer.library
        number = reading.article.number if self.area is Area.ARTICLE and reading else self.articles.number
        if library is None or number is None:
            return None
        return self._country(questions.foreign_country(library, number, self.explorer.settings.home_country))

    def _country(self, code: str | None) -> About | None:
        if code is None:
            return None
        name = next((row.name for row in self.countries if row.code == code), "")
        return briefs.About(EntityKind.COUNTRY, code, name)

    def show_country(self, row: CountryRow) -> None:
        self.show_brief(briefs.About(EntityKind.COUNTRY, row.code, row.name))

    def show_brief(self, about: About | Pair, *, cursor: int = 0, top: int = 0) -> None:
        """The brief, or two side by side, the cursor on an entry."""
        self.show_made(about, self.making_of(about), cursor=cursor, top=top)

    def making_of(self, about: About | Pair) -> Job:
        settings = self.explorer.settings
        if isinstance(about, briefs.Pair):
            return partial(briefs.compared, pair=about, settings=settings)
        return partial(briefs.brief, about=about, settings=settings, visit=self._visit)

    def show_made(self, about: About | Pair, job: Job, *, cursor: int = 0, top: int = 0) -> None:
        """What is asked for, as soon as the job beside the screen has made it."""
        pane = self.country_pane
        pane.show_message(about)
        self.after_a_while(
            lambda: self._is_awaited(about) and not pane.message,
            lambda: pane.show_message(about, t("screen.country.loading")),
        )
        self._making = about
        made = partial(self._brief_made, about, cursor, top)
        self.explorer.facts_thread.ask("brief", job, made, partial(self._brief_failed, about), at_once=True)
        self.tell_state()

    def _brief_made(self, about: About | Pair, cursor: int, top: int, made: Opening | Brief | Compared) -> None:
        if not self._is_awaited(about):
            return
        if isinstance(made, briefs.Opening):
            self.country_pane.show_message(about, *made.lines, t("screen.country.loading"))
            return
        self._making = None
        self.country_pane.show_brief(about, made, cursor=cursor, top=top)
        if made.trouble is not None:
            self.say(failure(made.trouble))

    def _brief_failed(self, about: About | Pair, error: Exception) -> None:
        if self._is_awaited(about):
            self._making = None
            self.country_pane.show_message(about, failure(error))

    @property
    def awaits_brief(self) -> bool:
        """Whether a brief is asked for that is not there yet."""
        return self.country_pane.about is not None and self.country_pane.brief is None

    @property
    def makes_brief(self) -> bool:
        """Whether the brief that is awaited is still being made."""
        return self.awaits_brief and self._making is self.country_pane.about

    def _is_awaited(self, about: About | Pair) -> bool:
        """Whether the reader has not gone on to the countries or to another brief meanwhile."""
        return self.country_pane.about is about and self.awaits_brief

    def show_section(self, kind: SectionKind) -> None:
        """All rows of one section."""
        if isinstance(about := self.country_pane.about, briefs.About):
            self.leave()
            self.show_brief(replace(about, section=kind))

    def restore_brief(self, place: Place) -> None:
        """The brief, or the countries, as they stood there; that of an earlier session is made anew."""
        pane, kept, about = self.country_pane, place.kept, about_of(place.kept.about)
        if about == pane.about and place.brief in (None, pane.brief):
            if kept.area != Area.COUNTRY.value:
                return
        elif about is None:
            self.show_countries()
        elif place.brief is not None:
            pane.show_brief(about, place.brief)
        else:
            self.show_brief(about, cursor=kept.brief_cursor, top=kept.brief_top)
        self.tell_state()
        if about is None and kept.country:
            pane.stand_on_country(kept.country, top=kept.brief_top)
        elif place.brief_value is not None:
            pane.put_cursor_on(place.brief_value, top=kept.brief_top)

    def open_whole(self) -> None:
        """From the head of a brief: the brief on the whole screen; where it has it already, into its lines."""
        if self.country_pane.is_full and not self.zoomed:
            self.country_pane.move(+1)
        else:
            self.do_zoom()

    def show_countries(self) -> None:
        message = "" if self.countries else self.failure or self._no_countries()
        self.country_pane.show_countries(
            self._sorted(), self._order(), marked=self.marked.key if self.marked else None, message=message
        )
        self.tell_state()

    def _no_countries(self) -> str:
        if self._are_counted:
            return t("screen.country.empty")
        return t("screen.country.counting", articles=articles_in(self._total))

    def _order(self) -> CountryOrder | None:
        """The order in which the countries are; None while too little is known of them for one that was chosen."""
        if not self.country_order or not all(row.overview for row in self.countries):
            return None
        from kgtui.dossier.values.overview import CountryOrder  # noqa: PLC0415 - loaded with the overviews

        return next((order for order in CountryOrder if order.value == self.country_order), None)

    def _sorted(self) -> list[CountryRow]:
        order = self._order()
        if order is None:
            return self.countries
        from kgtui.dossier.values.overview import in_order  # noqa: PLC0415 - loaded with the overviews

        rows = {row.code: row for row in self.countries}
        overviews = [row.overview for row in self.countries if row.overview]
        return [rows[country.code] for country in in_order(overviews, order)]

    def sort_countries(self) -> None:
        """By the next of what they can be sorted by."""
        from kgtui.dossier.values.overview import CountryOrder  # noqa: PLC0415 - not before the first paint

        orders = [order.value for order in CountryOrder]
        at = orders.index(self.country_order) if self.country_order in orders else 0
        self.country_order = orders[(at + 1) % len(orders)]
        self.show_countries()

    def do_entities(self) -> None:
        """To the entities of the article, which is opened for it if need be, or of the source of a line; among them, to
        the next."""
        if self.area is Area.ENTITIES:
            self.entities_pane.move(+1)
            return
        article, note, reading = self.article_meant, self.country_pane.note, self.reader.reading
        if article is None and self.area is Area.COUNTRY and not self.reader.display:
            self.say(t("screen.need.source", keys=KEY_NAMES))
            return
        self.leave()
        if note is not None and self.has_sources:
            self.zoomed = False
            self.open_article(note.number, sentence=note.span, words=note.words)
        elif article is not None and (reading is None or reading.article.number != article.number):
            self.open_article(article.number)
        self.go_to(Area.ENTITIES)
