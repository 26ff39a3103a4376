"""Searches that are kept by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.desk.typing import Typing
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.reader import SavedSearch
    from kgtui.tui.jobs import saved
    from kgtui.tui.jobs.listing import Listing
else:
    saved = Unloaded("kgtui.tui.jobs.saved")


class Saving(Typing):
    def do_save_search(self) -> None:
        from kgtui.tui.overlays.asking import AskScreen  # noqa: PLC0415 - not before it is asked for

        query = self.articles.listing.read_as
        question = t("screen.saved.question", query=query, keys=KEY_NAMES)
        ask = AskScreen("save_search", question, placeholder=t("screen.saved.placeholder"))
        self.explorer.open_over(ask, partial(self._save, query))

    def _save(self, query: str, name: object) -> None:
        if isinstance(name, str):
            job = partial(saved.save, name=name, query=query)
            words = t("screen.saved.done", name=name, keys=KEY_NAMES)
            self.ask(self.explorer.own_thread, "save", job, lambda _: self.say(words))

    def run_saved(self, search: SavedSearch) -> None:
        self.leave()
        job = partial(saved.run_saved, search=search, sort=self.sort)
        self.list_with(job, partial(self._saved_found, search.name))

    def _saved_found(self, name: str, found: tuple[Listing, int]) -> None:
        listing, new = found
        self.go_to(Area.LIST)
        self.found(listing)
        self.say(t("screen.saved.run", name=name, count=new))
