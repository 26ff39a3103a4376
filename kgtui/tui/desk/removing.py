"""Removing: an article out of the library, for good, after a question; it goes out of the lists as well."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.desk.refreshing import Refreshing
from kgtui.tui.path_line import is_there

if TYPE_CHECKING:
    from kgtui.model import Headline
    from kgtui.tui.jobs.listing import Listing


class Removing(Refreshing):
    def __init__(self) -> None:
        super().__init__()
        self._leaving: Headline | None = None  # what the work beside the screen takes out

    def do_remove(self) -> None:
        from kgtui.tui.overlays.asking import AskScreen  # noqa: PLC0415 - not before it is asked for

        article, library = self.article_meant, self.explorer.library
        whole = library.article(article.number) if article and library else None
        if article is None or whole is None:
            self.say(t("screen.need.markable", keys=KEY_NAMES))
            return
        path, word = _file_of(whole.document.origin), t("screen.remove.word")
        kind = "file" if path else "no_file"
        question = t(f"screen.remove.question.{kind}", title=article.title, path=path, word=word, keys=KEY_NAMES)
        self.explorer.open_over(AskScreen("remove", question, placeholder=word), partial(self._remove, article))

    def _remove(self, article: Headline, answer: object) -> None:
        from kgtui.tui.fitting import fits  # noqa: PLC0415 - not before it is asked for

        if isinstance(answer, str) and fits(t("screen.remove.word"), answer):
            self._leaving = article
            self._begin("remove", "remove", "--", article.id)
        elif answer is not None:
            self.say(t("screen.remove.kept"))

    def library_changed(self, *, added: bool) -> None:
        leaving, self._leaving = self._leaving, None
        library = self.explorer.library
        if leaving is not None and library is not None and library.article(leaving.number) is None:
            self._let_go(leaving)
        super().library_changed(added=added)

    def _let_go(self, gone: Headline) -> None:
        """Out of the list and of those that one may go back to; where it was read, one stands in the list."""
        if gone.number in self.articles.listing.every:
            shown = self.articles
            self.show_listing(shown.listing.without(gone.number), cursor=shown.cursor, top=shown.top)
        for places in (self.history.past, self.history.future):
            places[:] = [place._replace(listing=_without(place.listing, gone.number)) for place in places]
        if self.reader.shows(gone.id):
            self.reader.close()
            self.entities_pane.close()
            if self.area in (Area.ARTICLE, Area.ENTITIES):
                self.go_to(Area.LIST)
        self.tell_state()


def _file_of(origin: str) -> str:
    """The file from which an article came, a line of it too; empty where it is gone or never was."""
    paths = (origin, origin.rpartition("#")[0])
    return next((path for path in paths if Path(path).is_absolute() and is_there(path)), "")


def _without(listing: Listing | None, number: int) -> Listing | None:
    return listing.without(number) if listing is not None and number in listing.every else listing
