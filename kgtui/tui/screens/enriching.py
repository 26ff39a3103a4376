"""The recogniser reads the library beside the screen: how far it is stands in the line on top."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgtui.locale import t
from kgtui.tui.screens.mending import Mending
from kgtui.tui.words import failure

if TYPE_CHECKING:
    from kgtui.enrichment import Step
    from kgtui.library import Library


class Enriching(Mending):
    def do_enrich(self) -> None:
        """Begin; asked again while it runs, nothing more."""
        from kgtui.recognition import RecogniserMissing, require_recogniser  # noqa: PLC0415 - not before it is asked for

        try:
            require_recogniser()
        except RecogniserMissing as error:
            self.say(t("errors.recogniser", missing=error.missing))
            return
        if self.explorer.slow_thread.is_quiet:
            self.show_work(t("screen.enrich.begun"))
            self.explorer.slow_thread.ask("enrich", _enriched, self._enriched_so_far, self._not_enriched)

    def show_work(self, words: str) -> None:
        """What is being done beside the screen, in the line on top; nothing where nothing is."""
        raise NotImplementedError

    def _enriched_so_far(self, step: Step) -> None:
        if step.done < step.of:
            self.show_work(t("screen.enrich.step", done=step.done, of=step.of))
            return
        self.show_work("")
        self.say(t("screen.enrich.done"))
        reading, library = self.reader.reading, self.explorer.library
        if reading is not None and library is not None:
            self.show_facts(reading.article.number, library.facts(reading.article.number))

    def _not_enriched(self, error: Exception) -> None:
        self.show_work("")
        self.say(getattr(error, "message", "") or failure(error))


def _enriched(library: Library) -> Iterator[Step | None]:
    """What is left to read; of a library that is read already one step that says so."""
    from kgtui.enrichment import Step, enrich_beside  # noqa: PLC0415 - not before it is asked for

    last: Step | None = None
    for step in enrich_beside(library.path):
        last = step or last
        yield step
    if last is None:
        yield Step(0, 0)
