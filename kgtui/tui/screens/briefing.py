"""Briefing: the countries of the library, the summary of one, the names of the open article."""

from __future__ import annotations

from functools import partial

from kgtui.locale import t
from kgtui.model import EntityKind
from kgtui.tui import questions
from kgtui.tui.actions import Area
from kgtui.tui.questions import CountryRow
from kgtui.tui.screens.enriching import Enriching
from kgtui.tui.widgets.lines import State
from kgtui.tui.words import failure


class Briefing(Enriching):
    def __init__(self) -> None:
        super().__init__()
        self.countries: list[CountryRow] = []
        self.failure = ""  # why the library cannot be read
        self.newest = ""
        self.work = ""  # what is being done beside the screen

    def countries_counted(self, countries: list[CountryRow]) -> None:
        self.countries = countries
        if self.country_pane.country is None:
            self.country_pane.show_countries(countries, message="" if countries else t("screen.country.empty"))

    def tell_state(self) -> None:
        if self.failure:
            return
        name = next((row.name for row in self.countries if row.code == self.country_pane.country), "")
        total = self.articles.listing.total
        self.top_line.show(State(self.explorer.library_name, total, self.newest, name, self.work))

    def show_work(self, words: str) -> None:
        self.work = words
        self.tell_state()

    # Countries and entities

    def do_country(self) -> None:
        """The country under the cursor, else that of the article; pressed again, all countries."""
        self.leave()
        code = None if self.area is Area.COUNTRY else self._country_meant()
        self.go_to(Area.COUNTRY)
        if code and code != self.country_pane.country:
            self.show_country(code)
        elif code is None:
            self.show_countries()

    def _country_meant(self) -> str | None:
        library = self.explorer.library
        if self.area is Area.ENTITIES and (entity := self.entities_pane.entity):
            return entity.key if entity.kind is EntityKind.COUNTRY else entity.country
        if self.area is Area.ARTICLE and self.reader.reading:
            return questions.foreign_country(self.reader.reading.facts, self.explorer.settings.home_country)
        if library is not None and self.articles.number is not None:
            facts = library.facts(self.articles.number)
            return questions.foreign_country(facts, self.explorer.settings.home_country)
        return None

    def show_country(self, code: str, *, cursor: int = 0, top: int = 0) -> None:
        """The summary of a country; it is made beside the screen."""
        home = self.explorer.settings.home_country
        self.country_pane.show_message(code, t("screen.country.loading"))
        today = self.explorer.settings.date_today()
        job = partial(questions.brief, code=code, home=home, today=today)
        self.explorer.facts_thread.ask(
            "country",
            job,
            lambda brief: self.country_pane.show_brief(code, brief, cursor=cursor, top=top),
            lambda error: self.country_pane.show_message(code, failure(error)),
        )
        self.tell_state()

    def show_countries(self, *, cursor: int = 0, top: int = 0) -> None:
        message = "" if self.countries else self.failure or t("screen.country.empty")
        self.country_pane.show_countries(self.countries, cursor=cursor, top=top, message=message)
        self.tell_state()

    def do_entities(self) -> None:
        """To the entities of the article, which is opened for it if need be; among them, to the next."""
        if self.area is Area.ENTITIES:
            self.entities_pane.move(+1)
            return
        self.leave()
        if self.area is Area.LIST and self.articles.number is not None:
            reading = self.reader.reading
            if reading is None or reading.article.number != self.articles.number:
                self.open_article(self.articles.number)
        self.go_to(Area.ENTITIES)
