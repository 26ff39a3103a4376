"""The reader: the text of one article at a comfortable measure, with hits and entities, and nothing of ours in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rich.style import Style
from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import Article, Document, Fact, Facts, Marks, Span, kind_of
from kgtui.tui.paint import Pieces, harmless, line, spread, wrapped
from kgtui.tui.signs import BAR, HORIZONTAL_RULE
from kgtui.tui.text_layout import set_text
from kgtui.tui.widgets.mark_signs import note_lines, tag_words
from kgtui.tui.widgets.marking import GUTTER, Marking
from kgtui.tui.widgets.pane import Pane, message_lines
from kgtui.tui.words import day

MEASURE = 76  # cells: a line that the eye finds back from
_FEW_ROWS = 3
_NARROW = 30  # cells: a pane that has none to spare for a margin
NO_FACTS = Facts(0, ())


@dataclass(frozen=True, slots=True)
class Reading:
    """What is open: an article, what it names, its hits in order (where it has none, those of its title as they stand
    there), and a sentence that was asked for."""

    article: Article
    facts: Facts
    hits: tuple[Span, ...] = ()
    sentence: Span | None = None
    in_title: tuple[str, ...] = ()


class Reader(Pane):
    """Shows a reading; ``hit`` is the index of the hit one stands on, -1 for none yet. ``fact`` is the fact that one
    stands on, ``card_open`` says whether its card is shown."""

    ruled = True

    def __init__(self, marks_of: Callable[[str], Marks]) -> None:
        super().__init__(Area.ARTICLE)
        self._marks_of = marks_of
        self.reading: Reading | None = None
        self.hit = -1
        self.fact: Fact | None = None
        self.card_open = False
        self.message = ""
        self._rows: list[Span] = []
        self._starts: list[int] = []
        self._marking = Marking(NO_FACTS)
        self._set_at: tuple[int, int] | None = None
        self._line: int | None = None  # to be the first row in view, once there are rows

    # Content

    def show(self, reading: Reading | None, *, line: int | None = None) -> None:
        """From the row of the offset ``line``, else from the sentence that was asked for, else from the beginning."""
        self.reading = reading
        self.hit = -1
        self.fact = None
        self.card_open = False
        self._set_at = None
        self._line = line
        self.top = 0
        self._marking = Marking(reading.facts if reading else NO_FACTS)
        if reading and reading.sentence and line is None:
            self._reveal_span(reading.sentence)
        self.show_from(self.top if self.rows else 0)

    @property
    def line(self) -> int:
        """The offset of the first row in view: where one reads, whatever the width. 0 at the beginning."""
        if self._line is not None:
            return self._line
        return self._starts[self.top] if self.reading and 0 < self.top < len(self.rows) else 0

    def show_line(self, offset: int) -> None:
        """From the row of an offset on, as soon as the pane has its size."""
        self._line = offset
        if self.rows:
            self._go_to_line()
        self.show_from(self.top)

    def show_hits(self, hits: tuple[Span, ...], hit: int = -1, *, in_title: tuple[str, ...] = ()) -> None:
        """The hits have been found; stand on one of them, or on none."""
        if self.reading is None:
            return
        self.reading = replace(self.reading, hits=hits, in_title=in_title)
        self.go_to_hit(hit if hit < len(hits) else len(hits) - 1)

    def go_to_hit(self, hit: int) -> None:
        self.hit = hit
        if 0 <= hit < len(self._hits):
            self._reveal_span(self._hits[hit])
        self.repaint()

    def next_hit(self, step: int) -> int | None:
        """The index of the hit before or after the one stood on, else of the first that is not yet passed; None where
        there is no further one."""
        if self.hit < 0 and step > 0:
            return self._first_hit_in_view()
        following = self.hit + step
        return following if 0 <= following < len(self._hits) else None

    # Facts

    def next_fact(self, step: int) -> Fact | None:
        """The fact after (or before) the one stood on, else the first that begins in view or below; None at the end."""
        told = self._marking.told
        if self.fact in told:
            following = told.index(self.fact) + step
        else:
            following = self._marking.index_at(self.rows[self.top].start if self.top < len(self.rows) else 0)
        return told[following] if 0 <= following < len(told) else None

    def show_facts(self, facts: Facts) -> None:
        """The facts have changed: stay where one is, on the same fact if it is still one."""
        if self.reading is None:
            return
        self.reading = replace(self.reading, facts=facts)
        self._marking = Marking(facts)
        former = self.fact
        same = [f for f in facts.told if former and f.span == former.span and kind_of(f) is kind_of(former)]
        self.stand_on(same[0] if same else None, card=self.card_open)

    def stand_on(self, fact: Fact | None, *, card: bool = False) -> None:
        """Mark a fact and bring it into view, perhaps with its card under the text."""
        self.fact = fact
        self.card_open = card and fact is not None
        self._forget_edges()
        if fact is not None:
            self._reveal_span(fact.span)
        self.show_from(self.top)

    @property
    def _hits(self) -> Sequence[Span]:
        return self.reading.hits if self.reading else ()

    def _first_hit_in_view(self) -> int | None:
        rows = self.rows
        at = rows[self.top].start if self.top < len(rows) else 0
        return next((index for index, span in enumerate(self._hits) if span.end > at), None)

    @property
    def place_in_text(self) -> int | None:
        """Where one reads: the hit stood on, the sentence asked for, else the first row in view."""
        if self.reading is None:
            return None
        if 0 <= self.hit < len(self._hits):
            return self._hits[self.hit].start
        if self.reading.sentence is not None:
            return self.reading.sentence.start
        return self.rows[self.top].start if self.top < len(self.rows) else self.reading.article.document.body.start

    def has_row(self) -> bool:
        return self.reading is not None

    # Geometry

    @property
    def measure(self) -> int:
        return max(1, min(MEASURE, self.inner_width - 1 - self._gutter))

    @property
    def _gutter(self) -> int:
        """The cells before the text that have marks; a narrow pane has none."""
        return GUTTER if self.inner_width >= _NARROW else 0

    @property
    def _indent(self) -> int:
        return max(self._gutter, min(4, (self.inner_width - self.measure) // 2))

    @property
    def rows(self) -> list[Span]:
        """The text set in rows, made anew for another article or measure."""
        if self.reading is None:
            return []
        key = (self.reading.article.number, self.measure)
        if self._set_at != key:
            document = self.reading.article.document
            if self._line is None and self._set_at and self.top < len(self._starts):
                self._line = self._starts[self.top]
            self._rows = set_text(document.text, document.body, self.measure)
            self._starts = [row.start for row in self._rows]
            self._set_at = key
            self._go_to_line()
        return self._rows

    def _go_to_line(self) -> None:
        """To the row that is wanted first in view. A pane that is not laid out yet goes on wanting it."""
        if self._line is not None:
            self.top = max(0, bisect_right(self._starts, self._line) - 1)
            self._line = None if self.size else self._line

    def body_height(self) -> int:
        return len(self.rows) if self.reading else len(self._message(self.inner_width))

    def on_resize(self) -> None:
        self.show_from(self.top if self.rows else 0)

    def _reveal_span(self, span: Span) -> None:
        """Bring a span into view with some of the text before it; where it is seen already nothing moves, nor where the
        line is still to come that is wanted first in view."""
        if not self.rows or self._line is not None:
            return
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = max(first, bisect_left(self._starts, span.end) - 1)
        room = max(1, self.room())
        if self.top <= first and last < self.top + room:
            return
        self.top = max(0, min(first - min(_FEW_ROWS, room // 3), len(self._rows) - room))

    # Lines

    def heading(self, width: int) -> list[Strip]:
        ink, reading = self.inks, self.reading
        if reading is None:
            return []
        margin = (" " * self._indent, ink.text)
        titles = [
            line([margin, *self._marked(each, reading.in_title)], width, ink.text)
            for each in self._title_lines(reading.article.document)
        ]
        marks = self._marks_of(reading.article.document.id)
        meta = spread([margin, (_meta(reading, marks), ink.dim)], [(self._progress() + " ", ink.dim)], width, ink.text)
        if self.size.height < 10:
            return [titles[0]]
        note = note_lines(marks, self.measure, ink)
        return [*titles, meta, *(line([margin, *each], width, ink.text) for each in note), line([], width, ink.text)]

    def _title_lines(self, document: Document) -> list[str]:
        """One line where the title is only the beginning of the text, else the whole of it."""
        repeated = document.body.of(document.text).lstrip().startswith(document.title.rstrip("…"))
        return wrapped(document.title, self.measure, 1 if repeated else 3) or [""]

    def _marked(self, title: str, forms: Sequence[str]) -> Pieces:
        """A line of the title with the hits in it."""
        if not forms:
            return [self.title(title)]
        parts = re.split(rf"\b({'|'.join(map(re.escape, forms))})\b", title)
        return [(part, self.inks.hit) if part in forms else self.title(part) for part in parts if part]

    def _progress(self) -> str:
        """Which hit of how many, and how much has been read; nothing where all is in view."""
        parts = []
        if self._hits and self.hit >= 0:
            parts.append(t("screen.reader.hit", hit=self.hit + 1, count=len(self._hits)))
        elif self._hits:
            parts.append(t("screen.reader.hits", count=len(self._hits), keys=KEY_NAMES))
        elif self.reading and self.reading.in_title:
            parts.append(t("screen.reader.in_title"))
        height = len(self._rows)
        room = self.size.height - _FEW_ROWS - len(self.foot)
        if height > room > 0:
            parts.append(t("screen.reader.read", percent=min(100, round(100 * (self.top + room) / height))))
        return " · ".join(parts)

    def body_line(self, row: int, width: int) -> Strip:
        ink = self.inks
        if self.reading is None:
            return line([(" ", ink.text), *self._message(width)[row]], width, ink.text)
        span = self.rows[row]
        return line([*self._margin_of(span), *self._row_pieces(self.reading, span)], width, ink.text)

    def _margin_of(self, row: Span) -> Pieces:
        """The cells before a row: marks of what is told there, and the bar of the fact that one stands on."""
        space = (" " * (self._indent - self._gutter), self.inks.text)
        if not self._gutter:
            return [space]
        mark, *rest = self._marking.margin(row, self.inks)
        if self.fact is not None and self.fact.span.overlaps(row):
            mark = (BAR, self.inks.accent)
        return [space, mark, *rest]

    def footing(self, width: int) -> list[Strip]:
        """The card of the fact that one stands on."""
        if self.reading is None or self.fact is None or not self.card_open:
            return []
        from kgtui.tui.widgets.fact_card import card_lines  # noqa: PLC0415 - not before the first paint

        ink = self.inks
        margin = (" " * self._indent, ink.text)
        lines = card_lines(self.fact, self.reading.article.document.text, self.measure, ink)
        rule = line([(HORIZONTAL_RULE * width, ink.rule)], width, ink.text)
        return [rule, *(line([margin, *pieces], width, ink.text) for pieces in lines)]

    def _message(self, width: int) -> list[Pieces]:
        return message_lines(self.message, width - 2, self.inks.dim) if self.message else []

    def _row_pieces(self, reading: Reading, row: Span) -> Pieces:
        """The text of a row, cut wherever its style changes."""
        text = reading.article.document.text
        layers = self._layers(reading, row)
        cuts = sorted({row.start, row.end, *(edge for span, _ in layers for edge in (span.start, span.end))})
        cuts = [edge for edge in cuts if row.start <= edge <= row.end]
        pieces: Pieces = []
        for start, end in pairwise(cuts):
            style = self.inks.text
            for span, layer in layers:
                if span.start <= start and end <= span.end:
                    style += layer
            pieces.append((harmless(text[start:end]), style))
        return pieces

    def _layers(self, reading: Reading, row: Span) -> list[tuple[Span, Style]]:
        """What lies over a row, from the lowest to the highest."""
        layers = list(self._marking.layers(row, self.inks))
        if self.fact is not None and self.fact.span.overlaps(row):
            layers.append((self.fact.span, self.inks.tint))
        sentence = reading.sentence
        if sentence and sentence.overlaps(row):
            layers.append((sentence, self.inks.tint))
        first_hit = bisect_left(self._hits, row.start, key=lambda span: span.end)
        for index in range(first_hit, len(self._hits)):
            span = self._hits[index]
            if span.start >= row.end:
                break
            layers.append((span, self.inks.hit_here if index == self.hit else self.inks.hit))
        return layers


def _meta(reading: Reading, marks: Marks) -> str:
    """Date, publisher and source, how much is told, and the tags; a doubtful date has a question mark."""
    document, facts = reading.article.document, reading.facts
    published = day(document.published) or t("screen.undated")
    if document.published_doubtful:
        published += "?"
    parts = [published, document.publisher or "", document.source or ""]
    if facts.figures:
        parts.append(t("screen.reader.figures", count=len(facts.figures)))
    if facts.quotes:
        parts.append(t("screen.reader.quotes", count=len(facts.quotes)))
    parts.append(tag_words(marks))
    return " · ".join(dict.fromkeys(part for part in parts if part))
