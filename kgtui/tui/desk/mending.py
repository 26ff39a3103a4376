"""Mending: that something is no fact, or says something else; and taking back what was changed last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.desk.focusing import Focusing
from kgtui.tui.words import failure

if TYPE_CHECKING:
    from kgtui.model import Article, Facts
    from kgtui.tui.jobs.mending import Mend, Mended, Thing
    from kgtui.tui.overlays.mend import MendingScreen


class Mending(Focusing):
    def __init__(self) -> None:
        super().__init__()
        self._changes = 0
        self._offered = ""  # the correction of an earlier session that is taken back when asked again

    @property
    def thing(self) -> Thing | None:
        """What would be mended: the name under the cursor, or the fact that one stands on."""
        return self.entities_pane.entity if self.area is Area.ENTITIES else self.reader.fact

    def do_mend(self) -> None:
        """Mend what one stands on; of a line of a brief, what it tells. Where that is no more, its source is opened."""
        from kgtui.export.told import fact_line  # noqa: PLC0415 - not before it is asked for
        from kgtui.model import Entity  # noqa: PLC0415 - not before it is asked for
        from kgtui.tui.jobs.mending import mends  # noqa: PLC0415 - not before it is asked for
        from kgtui.tui.overlays.mend import MendScreen  # noqa: PLC0415 - not before it is asked for

        found = self._told_by_line() if self.has_sources else self._stood_on()
        if found is None:
            self.open_source()
            self.say(t("screen.need.thing", keys=KEY_NAMES))
            return
        article, thing = found
        named = thing.name if isinstance(thing, Entity) else fact_line(thing, article.document.text)
        self.explorer.open_over(MendScreen(named, mends(thing)), partial(self._mend_chosen, article, thing))

    def _stood_on(self) -> tuple[Article, Thing] | None:
        thing, reading = self.thing, self.reader.reading
        return (reading.article, thing) if thing is not None and reading is not None else None

    def _told_by_line(self) -> tuple[Article, Thing] | None:
        """What the line of a brief is made of, in the source that one has turned to."""
        from kgtui.tui.jobs.mending import thing_told  # noqa: PLC0415 - not before it is asked for

        library, note = self.explorer.library, self.country_pane.note
        if library is None or note is None or note.words is None:
            return None
        article, thing = library.article(note.number), thing_told(library.facts(note.number), note.words)
        return (article, thing) if article is not None and thing is not None else None

    def _mend_chosen(self, article: Article, thing: Thing, mend: Mend | None) -> None:
        from kgtui.tui.jobs.mending import HIDE  # noqa: PLC0415 - not before it is asked for
        from kgtui.tui.overlays.mend import MendingScreen, mend_name  # noqa: PLC0415 - not before it is asked for

        if mend is None:
            return
        if mend.what == HIDE:
            self._mend(article, thing, mend, None, "")
            return
        question = t("screen.mend.question", name=mend_name(mend), keys=KEY_NAMES)
        self.explorer.open_over(MendingScreen(question, mend, partial(self._mend, article, thing, mend)))

    def _mend(self, article: Article, thing: Thing, mend: Mend, asked: MendingScreen | None, answer: str) -> None:
        """``asked`` stays until what was typed there is taken."""
        from kgtui.tui.jobs.mending import mended  # noqa: PLC0415 - not before it is asked for

        job = partial(mended, article=article, thing=thing, mend=mend, answer=answer)
        kept, failed = partial(self._mend_kept, article.number, asked), partial(self._not_mended, asked)
        self.explorer.own_thread.ask(self._next_topic(), job, kept, failed)

    def _mend_kept(self, number: int, asked: MendingScreen | None, kept: Mended) -> None:
        if asked is not None and asked.is_current:
            asked.dismiss(None)
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

    def _not_mended(self, asked: MendingScreen | None, error: Exception) -> None:
        from kgtui.tui.jobs.mending import Unanswerable  # noqa: PLC0415 - not before it is asked for

        words = str(error) if isinstance(error, Unanswerable) else failure(error)
        if asked is not None and asked.is_current:
            asked.question.say(words)
        else:
            self.say(words)

    def do_undo(self) -> None:
        """Take back the last change of this session; where there is none, the last correction of those before, but only
        when asked again."""
        if self.steps:
            self.steps.take_back()
        elif self._offered:
            offered, self._offered = self._offered, ""
            self._undo_correction(offered)
        else:
            from kgtui.tui.jobs.mending import last_made  # noqa: PLC0415 - not before it is asked for

            self.ask(self.explorer.own_thread, self._next_topic(), last_made, self._offer_undo)

    def _offer_undo(self, last: tuple[str, str] | None) -> None:
        if last is None:
            self.say(t("screen.mend.nothing_to_undo"))
            return
        self._offered, correction = last
        self.say(t("screen.mend.older", correction=correction, keys=KEY_NAMES))

    def forget_offer(self) -> None:
        """Something else was done: what was made before this session is offered to be taken back anew."""
        self._offered = ""

    def _undo_correction(self, only: str) -> None:
        from kgtui.tui.jobs.mending import undone  # noqa: PLC0415 - not before it is asked for

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
