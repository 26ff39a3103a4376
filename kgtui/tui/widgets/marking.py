"""What lies over a text and beside it: names, figures and hits as styles of their words, what is told in the margin.

The margin holds a mark where a figure, a meeting or a promise begins and a bar along what somebody says; nothing of
ours stands in the text itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from rich.style import Style

from kgtui.model import FactKind, Span
from kgtui.tui.drawing.paint import Pieces
from kgtui.tui.drawing.signs import FACT_MARKS
from kgtui.tui.drawing.theme import Inks

if TYPE_CHECKING:
    from kgtui.model import Entity, Fact, Facts, Quote

GUTTER = 3  # cells before the text: a mark, a bar, a space
_LONGEST_NAME = 400  # characters: how far before a row a mention that reaches into it may begin

_SPEECH = (FactKind.QUOTE, FactKind.STATEMENT)

Layer = tuple[Span, Style]


class Marking:
    """The marks of one article, asked for row by row; of none there are none."""

    def __init__(self, facts: Facts | None) -> None:
        self.told = facts.told if facts else ()
        self._mentions = _in_order(facts) if facts else []
        self._starts = [fact.span.start for fact in self.told]
        self._speech = _speech(facts) if facts else []
        self._speech_reaches = list(accumulate((quote.span.end for quote in self._speech), max))

    def layers(self, row: Span, inks: Inks) -> Iterator[Layer]:
        """The styles over a row, from the lowest to the highest."""
        for span, entity in self.mentions_in(row):
            yield span, inks.kinds[entity.kind]
        for fact in self._beginning_in(Span(row.start - _LONGEST_NAME, row.end)):
            if fact.fact_kind is FactKind.FIGURE and fact.span.end > row.start:
                yield fact.span, inks.figure

    def mentions_in(self, span: Span) -> Iterator[tuple[Span, Entity]]:
        """Those that reach into a span, in the order of the text."""
        first = bisect_left(self._mentions, span.start - _LONGEST_NAME, key=lambda mention: mention[0])
        for index in range(first, len(self._mentions)):
            start, end, entity = self._mentions[index]
            if start >= span.end:
                break
            if end > span.start:
                yield Span(start, end), entity

    def speech_in(self, span: Span) -> Iterator[Quote]:
        """What is said that goes through a span, in the order of the text."""
        last = bisect_left(self._speech, span.end, key=lambda quote: quote.span.start)
        first = bisect_right(self._speech_reaches, span.start)
        return (quote for quote in self._speech[first:last] if quote.span.overlaps(span))

    def margin(self, row: Span, inks: Inks) -> Pieces:
        """The cells before a row."""
        begun = next((fact for fact in self._beginning_in(row) if fact.fact_kind not in _SPEECH), None)
        said = next(self.speech_in(row), None)
        return [(*_mark(fact, inks),) for fact in (begun, said)] + [(" ", inks.text)]

    def index_at(self, offset: int) -> int:
        """The index in ``told`` of the first fact that begins at or after an offset."""
        return bisect_left(self._starts, offset)

    def _beginning_in(self, span: Span) -> Iterator[Fact]:
        first, end = self.index_at(span.start), self.index_at(span.end)
        return iter(self.told[first:end])


def clipped(layers: Iterable[Layer], span: Span) -> Iterator[Layer]:
    """What of some layers lies over a span."""
    for each, style in layers:
        if each.overlaps(span):
            yield Span(max(each.start, span.start), min(each.end, span.end)), style


def within(spans: Sequence[Span], row: Span) -> range:
    """The indices of those of some spans, which follow one another, that reach into a row."""
    first = bisect_left(spans, row.start + 1, key=lambda span: span.end)
    return range(first, bisect_left(spans, row.end, lo=first, key=lambda span: span.start))


def styled(text: str, row: Span, ground: Style, layers: Iterable[Layer]) -> Pieces:
    """The text of a row, cut wherever its style changes; upper layers are written over lower ones."""
    over = [(span, style) for span, style in layers if span.overlaps(row)]
    edges = {edge for span, _ in over for edge in (span.start, span.end) if row.start < edge < row.end}
    pieces: Pieces = []
    for start, end in pairwise(sorted({row.start, row.end, *edges})):
        style = ground
        for span, layer in over:
            if span.start <= start and end <= span.end:
                style += layer
        pieces.append((text[start:end], style))
    return pieces


def _mark(fact: Fact | None, inks: Inks) -> tuple[str, Style]:
    return (FACT_MARKS[fact.fact_kind], inks.facts[fact.fact_kind]) if fact else (" ", inks.text)


def _speech(facts: Facts) -> list[Quote]:
    return sorted((*facts.quotes, *facts.statements), key=lambda quote: (quote.span.start, -quote.span.end))


def _in_order(facts: Facts) -> list[tuple[int, int, Entity]]:
    """All mentions by their place in the text, wider ones first: a narrower one is written over them."""
    mentions = [(span.start, span.end, entity) for entity in facts.entities for span in entity.spans]
    return sorted(mentions, key=lambda mention: (mention[0], -mention[1]))
