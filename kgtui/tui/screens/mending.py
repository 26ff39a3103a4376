"""Mending: that something is no fact, or says something else; and taking back what was changed last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.screens.focusing import Focusing
from kgtui.tui.words import failure

if TYPE_CHECKING:
    from kgtui.model import Article, Facts
    from kgtui.tui.mending import Mend, Mended, Thing


class Mending(Focusing):
    def __init__(self) -> None:
        super().__init__()
        self._changes = 0

    @property
    def thing(self) -> Thing | None:
        """What would be mended: the name under the cursor, or the fact that one stands on."""
        return self.entities_pane.entity if self.area is Area.ENTITIES else self.reader.fact

    def do_mend(self) -> None:
        from kgtui.export.told import fact_line  # noqa: PLC0415 - not before it is asked for
        from kgtui.model import Entity  # noqa: PLC0415 - not before it is asked for
        from kgtui.tui.mending import mends  # noqa: PLC0415 - not before it is asked for
        from kgtui.tui.screens.mend import MendScreen  # noqa: PLC0415 - not before it is asked for

        thing, reading = self.thing, self.reader.reading
        if thing is None or reading is None:
            return
        named = thing.name if isinstance(thing, Entity) else fact_line(thing, reading.article.document.text)
        self.explorer.open_over(MendScreen(named, mends(thing)), partial(self._mend_chosen, thing))

    def _mend_chosen(self, thing: Thing, mend: Mend | None) -> None:
        from kgtui.tui.mending import HIDE  # noqa: PLC0415 - not before it is asked for
        from kgtui.tui.screens.asking import AskScreen  # noqa: PLC0415 - not before it is asked for
        from kgtui.tui.screens.mend import mend_name  # noqa: PLC0415 - not before it is asked for

        if mend is None:
            return
        if mend.what == HIDE:
            self._mend(thing, mend, "")
            return
        question = t("screen.mend.question", name=mend_name(mend), keys=KEY_NAMES)
        ask = AskScreen("mend", question, value=mend.value, empty=mend.is_field, replacing=True)
        self.explorer.open_over(ask, partial(self._mend, thing, mend))

    def _mend(self, thing: Thing, mend: Mend, answer: object) -> None:
        from kgtui.tui.mending import mended  # noqa: PLC0415 - not before it is asked for

        reading = self.reader.reading
        if not isinstance(answer, str) or reading is None:
            return
        job = partial(mended, article=reading.article, thing=thing, mend=mend, answer=answer)
        done = partial(self._mend_kept, reading.article.number)
        self.explorer.own_thread.ask(self._next_topic(), job, done, self._not_mended)

    def _mend_kept(self, number: int, kept: Mended) -> None:
        self.steps.add(partial(self._undo_correction, kept.correction))
        self.corrected()
        self._mended(number, t("screen.mend.done", correction=kept.words, keys=KEY_NAMES), kept.facts)

    def _mended(self, number: int, words: str, facts: Facts) -> None:
        self.articles.listing.count_figures(number, len(facts.figures))
        self.articles.repaint()
        self.show_facts(number, facts)
        self.say(words)

    def _next_topic(self) -> str:
        """One of its own for each change: none takes the place of another that is not made yet."""
        self._changes += 1
        return f"mend {self._changes}"

    def corrected(self) -> None:
        """What was counted of that which articles name is counted anew."""
        raise NotImplementedError

    def _not_mended(self, error: Exception) -> None:
        from kgtui.tui.mending import Unanswerable  # noqa: PLC0415 - not before it is asked for

        self.say(str(error) if isinstance(error, Unanswerable) else failure(error))

    def do_undo(self) -> None:
        """Take back the last change; where this session has made none, the last correction of those before."""
        if self.steps:
            self.steps.take_back()
        else:
            self._undo_correction()

    def _undo_correction(self, only: str | None = None) -> None:
        from kgtui.tui.mending import undone  # noqa: PLC0415 - not before it is asked for

        reading = self.reader.reading
        article = reading.article if reading else None
        job = partial(undone, article=article, only=only)
        self.ask(self.explorer.own_thread, self._next_topic(), job, partial(self._undone, article))

    def _undone(self, article: Article | None, result: tuple[str, Facts | None]) -> None:
        """``article`` is the one that was open when this was asked for, whose facts these are."""
        correction, facts = result
        self.corrected()
        words = t("screen.mend.undone", correction=correction) if correction else t("screen.mend.nothing_to_undo")
        if correction and article is not None and facts is not None:
            self._mended(article.number, words, facts)
        else:
            self.say(words)
