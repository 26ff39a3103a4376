"""What lies over a text and beside it: names and figures as styles of their words, what is told in the margin.

The margin holds a mark where a figure, a meeting or a promise begins and a bar along what somebody says; nothing of
ours stands in the text itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from rich.style import Style

from kgtui.model import Entity, Fact, Facts, Figure, Quote, Span, kind_of
from kgtui.tui.paint import Pieces
from kgtui.tui.signs import FACT_MARKS
from kgtui.tui.theme import Inks

GUTTER = 3  # cells before the text: a mark, a bar, a space
_LONGEST_NAME = 400  # characters: how far before a row a mention that reaches into it may begin

Layer = tuple[Span, Style]


class Marking:
    """The marks of one article, asked for row by row."""

    def __init__(self, facts: Facts) -> None:
        self.told = facts.told
        self._mentions = _in_order(facts)
        self._starts = [fact.span.start for fact in self.told]
        self._speech = [fact for fact in self.told if isinstance(fact, Quote)]

    def layers(self, row: Span, inks: Inks) -> Iterator[Layer]:
        """The styles over a row, from the lowest to the highest."""
        first = bisect_left(self._mentions, (row.start - _LONGEST_NAME,), key=lambda mention: mention[:1])
        for start, end, entity in self._mentions[first:]:
            if start >= row.end:
                break
            if end > row.start:
                yield Span(start, end), inks.kinds[entity.kind]
        for fact in self._beginning_in(Span(row.start - _LONGEST_NAME, row.end)):
            if isinstance(fact, Figure) and fact.span.end > row.start:
                yield fact.span, inks.figure

    def margin(self, row: Span, inks: Inks) -> Pieces:
        """The cells before a row."""
        begun = next((fact for fact in self._beginning_in(row) if not isinstance(fact, Quote)), None)
        said = next((quote for quote in self._speech if quote.span.overlaps(row)), None)
        return [(*_mark(fact, inks),) for fact in (begun, said)] + [(" ", inks.text)]

    def index_at(self, offset: int) -> int:
        """The index in ``told`` of the first fact that begins at or after an offset."""
        return bisect_left(self._starts, offset)

    def _beginning_in(self, span: Span) -> Iterator[Fact]:
        for fact in self.told[self.index_at(span.start) :]:
            if fact.span.start >= span.end:
                return
            yield fact


def _mark(fact: Fact | None, inks: Inks) -> tuple[str, Style]:
    return (FACT_MARKS[kind_of(fact)], inks.facts[kind_of(fact)]) if fact else (" ", inks.text)


def _in_order(facts: Facts) -> list[tuple[int, int, Entity]]:
    """All mentions by their place in the text, wider ones first: a narrower one is written over them."""
    mentions = [(span.start, span.end, entity) for entity in facts.entities for span in entity.spans]
    return sorted(mentions, key=lambda mention: (mention[0], -mention[1]))
