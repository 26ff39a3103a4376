"""What the open article tells: the walk through its facts, what was understood of each, the list of all, who speaks."""

from __future__ import annotations

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.desk.annotating import Annotating


class Telling(Annotating):
    def do_next_fact(self) -> None:
        self._walk_facts(+1)

    def do_previous_fact(self) -> None:
        self._walk_facts(-1)

    def _walk_facts(self, step: int) -> None:
        """To the fact before or after; past the last one the walk begins anew. From a line of a brief, to its fact."""
        if self.has_sources:
            self.open_source()
            if self.reader.fact is not None or self.area is not Area.ARTICLE:
                return
        fact = self.reader.next_fact(step)
        if fact is None:
            self.reader.stand_on(None)
            self.say(t("screen.reader.last_fact" if step > 0 else "screen.reader.first_fact", keys=KEY_NAMES))
            return
        self.go_to_reader()
        self.reader.stand_on(fact, card=self.reader.card_open)

    def do_card(self) -> None:
        """Open the card of the fact that one stands on, or of the first in view; from an open one to the sentence that
        tells it; where one stands on that, close it."""
        fact, reading = self.reader.fact or self.reader.next_fact(+1), self.reader.reading
        if fact is None or reading is None:
            self.say(t("screen.reader.last_fact", keys=KEY_NAMES))
        elif not self.reader.card_open:
            self.reader.stand_on(fact, card=True)
        elif not self.reader.show_source(self.sentence_around(reading.article.number, fact.span)):
            self.reader.stand_on(fact)

    def do_outline(self) -> None:
        from kgtui.tui.overlays.outline import OutlineScreen  # noqa: PLC0415 - not before it is asked for

        if self.has_sources:
            self.open_source()
        reading = self.reader.reading
        if self.awaits_facts:
            self.say(t("screen.reader.awaits_facts"))
        elif reading is not None:
            outline = OutlineScreen(self.reader.told, reading.article.document.text)
            self.explorer.open_over(outline, self._chosen_fact)

    def _chosen_fact(self, fact: object) -> None:
        from kgtui.model import Fact  # noqa: PLC0415 - not before an article is open

        if isinstance(fact, Fact):
            self.go_to_reader()
            self.reader.stand_on(fact, card=True)

    def do_speakers(self) -> None:
        """Say below quotations who speaks, or no longer; that is kept for later starts."""
        wanted = not self.reader.names_speakers
        self.reader.name_speakers(wanted)
        self.prefer(speakers=wanted)
        self.say(t("screen.speakers.on" if wanted else "screen.speakers.off"))

    def go_to_reader(self) -> None:
        if self.area is not Area.ARTICLE:
            self.leave()
            self.go_to(Area.ARTICLE)
