"""A text with what it tells: facts marked and walked through, the card of one under the text, and below quotations who
speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.strip import Strip

from kgtui.keys import Area
from kgtui.model import FactKind
from kgtui.tui.drawing.paint import Pieces, line
from kgtui.tui.drawing.signs import BAR, FACT_MARKS
from kgtui.tui.widgets.marking import Marking
from kgtui.tui.widgets.walked_pane import WalkedPane

if TYPE_CHECKING:
    from kgtui.model import Fact, Facts, Span
    from kgtui.tui.typesetting import Remarks, Row


class ToldPane(WalkedPane):
    """``fact`` is the fact that one stands on, ``card_open`` says whether its card is shown, ``names_speakers`` whether
    quotations are followed by who says them."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self.fact: Fact | None = None
        self.card_open = False
        self.names_speakers = True
        self._source: Span | None = None
        self._facts: Facts | None = None
        self._marking = Marking(None)

    def set_told(self, text: str, body: Span, facts: Facts | None) -> None:
        """Take another text with what it tells, to be shown from its beginning on; one stands on nothing in it."""
        self.fact, self._source, self.card_open, self.walk = None, None, False, None
        self._facts, self._marking = facts, Marking(facts)
        self.set_text(text, body, self._speakers(text, body))

    def tell(self, facts: Facts) -> None:
        """The facts have changed: stay where one is, on the same fact if it is still one."""
        self._facts, self._marking = facts, Marking(facts)
        self.set_remarks(self._speakers(self._text, self._body))
        former = self.fact
        same = [f for f in facts.told if former and f.span == former.span and f.fact_kind is former.fact_kind]
        self.stand_on(same[0] if same else None, card=self.card_open)

    def name_speakers(self, wanted: bool) -> None:
        """Say below quotations who speaks, or no longer."""
        self.names_speakers = wanted
        self.set_remarks(self._speakers(self._text, self._body))
        self.show_from(self.top)

    def _speakers(self, text: str, body: Span) -> Remarks | None:
        from kgtui.tui.widgets.speaker_lines import SpeakerLines  # noqa: PLC0415 - not before an article is open

        if self._facts is None or not self.names_speakers:
            return None
        return SpeakerLines(text, body, self._facts, self._marking).below

    @property
    def told(self) -> Sequence[Fact]:
        """What the text tells, in its order."""
        return self._marking.told

    def next_fact(self, step: int) -> Fact | None:
        """The fact after (or before) the one stood on, else the first that begins in view or below; None at the end."""
        if self.fact in self.told:
            following = self.told.index(self.fact) + step
        else:
            following = self._marking.index_at(self.looks_from) - (step < 0 and self.walk is not None)
        return self.told[following] if 0 <= following < len(self.told) else None

    def stand_on(self, fact: Fact | None, *, card: bool = False) -> None:
        """Mark a fact and bring it into view, perhaps with its card under the text."""
        self.fact, self._source = fact, None
        self.card_open = card and fact is not None
        self._forget_edges()
        if fact is not None:
            self.go_to_span(fact.span)
        self.show_from(self.top)

    def show_source(self, sentence: Span) -> bool:
        """Bring the sentence that tells the fact into view, marked; False where one saw it so."""
        before = (self._source, self.top)
        self._source = sentence
        self.go_to_span(sentence)
        self.repaint()
        return before != (self._source, self.top)

    def leave_behind(self) -> None:
        self.fact, self._source, self.card_open = None, None, False
        self._forget_edges()

    # Lines

    @property
    def stood_on(self) -> list[Span]:
        """The fact one stands on, its sentence where one asked for it, and the one that is read: a bar stands beside
        them."""
        fact = self.fact.span if self.fact else None
        return [span for span in (fact, self._source, self.walk.here if self.walk else None) if span]

    def margin_of(self, row: Row) -> Pieces:
        """The cells before a row: marks of what is told there, and the bar of what one stands on."""
        space = (" " * (self.indent - self.mark_cells), self.inks.text)
        if not self.mark_cells:
            return [space]
        mark, *rest = self._marking.margin(row, self.inks)
        if any(span.overlaps(row) for span in self.stood_on):
            mark = (BAR, self.inks.accent)
        return [space, mark, *rest]

    def remark_line(self, row: Row, width: int) -> Strip:
        """The program's words below a quotation, beside the bar of one."""
        ink, cells = self.inks, self.mark_cells
        bar = (FACT_MARKS[FactKind.QUOTE].center(cells), ink.facts[FactKind.QUOTE])
        return line(
            [(" " * (self.indent - cells), ink.text), *([bar] if cells else []), (row.remark, ink.dim)], width, ink.text
        )

    def footing(self, width: int) -> list[Strip]:
        """The card of the fact that one stands on."""
        if self.fact is None or self._facts is None or not self.card_open:
            return []
        from kgtui.tui.widgets.fact_card import card_lines  # noqa: PLC0415 - not before the first paint

        ink = self.inks
        margin = (" " * self.indent, ink.text)
        lines = card_lines(self.fact, self._facts, self._text, self.measure, ink)
        return [line([margin, *pieces], width, ink.text) for pieces in ([], *lines)]
