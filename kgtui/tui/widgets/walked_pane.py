"""A text that can be read sentence by sentence: the keys that move then go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.keys import Area
from kgtui.model import Span
from kgtui.tui.widgets.sentence_walk import SentenceWalk
from kgtui.tui.widgets.text_pane import TextPane


class WalkedPane(TextPane):
    """``walk`` is there where one reads so; the sentence that one stands on does not go out of view."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self.walk: SentenceWalk | None = None

    def begin_walk(self, sentences: Sequence[Span], offset: int) -> None:
        """Read sentence by sentence from an offset on; there must be sentences."""
        self.walk = SentenceWalk(sentences, offset)
        self.reveal_span(self.walk.here)
        self.show_from(self.top)

    def walk_on(self, sentences: Sequence[Span], sentence: Span) -> None:
        """Read sentence by sentence as before, from where one stood."""
        if sentences:
            self.walk = SentenceWalk(sentences, sentence.start)
            self.repaint()

    def end_walk(self) -> None:
        self.walk = None
        self.repaint()

    def move(self, step: int) -> None:
        if self.walk is None:
            super().move(step)
        else:
            self.walk.step(step)
            self._stepped(self.walk)

    def move_to_end(self, *, last: bool) -> None:
        if self.walk is None:
            super().move_to_end(last=last)
        else:
            self.walk.to_end(last=last)
            self._stepped(self.walk)

    def _stepped(self, walk: SentenceWalk) -> None:
        self.leave_behind()
        self.reveal_span(walk.here)
        self.show_from(self.top)

    def keep_in_view(self) -> None:
        if self.walk is not None:
            self.reveal_span(self.walk.here)
            self.show_from(self.top)

    def leave_behind(self) -> None:
        """One goes to another sentence: nothing else is stood on any more."""

    def scroll_lines(self, step: int) -> None:
        super().scroll_lines(step)
        if self.walk is not None and self.rows:
            last = self.rows.moved(self.top, max(0, self.room() - 1))
            self.walk.go_into(Span(self.line, self.rows[last].end))
            self.repaint()

    def go_to_span(self, span: Span) -> None:
        """Bring a span into view, and stand on its sentence."""
        if self.walk is not None:
            self.walk.go_to(span.start)
        self.reveal_span(span)

    @property
    def looks_from(self) -> int:
        """The offset from which on what comes next is looked for."""
        return self.walk.here.start if self.walk else self.line
