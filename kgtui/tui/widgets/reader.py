"""The reader: the text of one article at a comfortable measure, with hits and entities, and nothing of ours in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.style import Style
from textual.strip import Strip

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.model import Span
from kgtui.tui.paint import Pieces, line, spread, wrapped
from kgtui.tui.signs import BAR
from kgtui.tui.widgets.mark_signs import note_lines
from kgtui.tui.widgets.marking import Layer, Marking, clipped, styled, within
from kgtui.tui.widgets.pane import message_lines
from kgtui.tui.widgets.walked_pane import WalkedPane

if TYPE_CHECKING:
    from kgtui.model import Fact, Facts, Marks
    from kgtui.tui.typesetting import Row
    from kgtui.tui.widgets.reading import Reading

_BRIGHT = Style(dim=False)  # without colours dim is an attribute, which stays until it is taken away
_TITLE_LINES = 3
_FLAT = 10  # rows: a lower pane has one line of heading


class Reader(WalkedPane):
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
        self._marking = Marking(None)
        self._headline: Span | None = None  # the sentence of the text that is the title
        self._untitled = False

    # Content

    def show(self, reading: Reading, *, line: int | None = None) -> None:
        """From the row of the offset ``line``, else from the sentence that was asked for, else from the beginning."""
        from kgtui.tui.widgets.reading import headline_of  # noqa: PLC0415 - not before there is one

        self.reading = reading
        self.hit = -1
        self.fact = None
        self.card_open = False
        self.walk = None
        self._marking = Marking(reading.facts)
        self._headline = headline_of(reading.article.document)
        self.set_text(reading.article.document.text, reading.article.document.body)
        if line is not None:
            self.show_line(line)
            return
        if reading.sentence:
            self.reveal_span(reading.sentence)
        self.show_from(self.top)

    def close(self) -> None:
        """What was open is no longer there."""
        self.reading = self.fact = self.walk = None
        self.set_text("", Span(0, 0))
        self.repaint()

    def shows(self, id_: str) -> bool:
        """Whether the article of this id is open."""
        return self.reading is not None and self.reading.article.document.id == id_

    def show_hits(self, hits: tuple[Span, ...], hit: int = -1, *, in_title: tuple[str, ...] = ()) -> None:
        """The hits have been found; stand on one of them, or on none."""
        if self.reading is None:
            return
        self.reading = replace(self.reading, hits=hits, in_title=in_title)
        self.go_to_hit(hit if hit < len(hits) else len(hits) - 1)

    def go_to_hit(self, hit: int) -> None:
        self.hit = hit
        if 0 <= hit < len(self._hits):
            self.go_to_span(self._hits[hit])
        self.repaint()

    def next_hit(self, step: int) -> int | None:
        """The index of the hit before or after the one stood on, else of the first that is not yet passed; None where
        there is no further one."""
        following = self.hit + step
        if self.hit < 0 and (step > 0 or self.walk):
            following = within(self._hits, Span(self.looks_from, self._body.end)).start - (step < 0)
        return following if 0 <= following < len(self._hits) else None

    # Facts

    def next_fact(self, step: int) -> Fact | None:
        """The fact after (or before) the one stood on, else the first that begins in view or below; None at the end."""
        told = self._marking.told
        if self.fact in told:
            following = told.index(self.fact) + step
        else:
            following = self._marking.index_at(self.looks_from) - (step < 0 and self.walk is not None)
        return told[following] if 0 <= following < len(told) else None

    def show_facts(self, facts: Facts) -> None:
        """The facts have changed: stay where one is, on the same fact if it is still one."""
        if self.reading is None:
            return
        self.reading = replace(self.reading, facts=facts)
        self._marking = Marking(facts)
        former = self.fact
        same = [f for f in facts.told if former and f.span == former.span and f.fact_kind is former.fact_kind]
        self.stand_on(same[0] if same else None, card=self.card_open)

    def stand_on(self, fact: Fact | None, *, card: bool = False) -> None:
        """Mark a fact and bring it into view, perhaps with its card under the text."""
        self.fact = fact
        self.card_open = card and fact is not None
        self._forget_edges()
        if fact is not None:
            self.go_to_span(fact.span)
        self.show_from(self.top)

    def read_by_sentence(self, sentences: Sequence[Span]) -> None:
        """Go on sentence by sentence from where one reads."""
        at = self.fact.span.start if self.fact else self.place_in_text
        if sentences and at is not None:
            self.begin_walk(sentences, at)

    def leave_behind(self) -> None:
        self.fact, self.card_open, self.hit = None, False, -1
        self._forget_edges()

    @property
    def told(self) -> Sequence[Fact]:
        """What the open article tells, in the order of the text."""
        return self._marking.told

    @property
    def _hits(self) -> Sequence[Span]:
        return self.reading.hits if self.reading else ()

    @property
    def place_in_text(self) -> int | None:
        """Where one reads: the sentence that is read, the hit stood on, the sentence asked for, else the first row in
        view."""
        if self.reading is None:
            return None
        if self.walk is not None:
            return self.walk.here.start
        if 0 <= self.hit < len(self._hits):
            return self._hits[self.hit].start
        return self.reading.sentence.start if self.reading.sentence else max(self.line, self._body.start)

    def has_row(self) -> bool:
        return self.reading is not None

    # Lines

    def heading(self, width: int) -> list[Strip]:
        ink, reading = self.inks, self.reading
        if reading is None:
            return []
        from kgtui.tui.widgets.reading import about, which_hit  # noqa: PLC0415 - not before there is one

        margin = (" " * self.indent, ink.text)
        titles = [
            line([margin, *self._title(each, reading.in_title)], width, ink.text) for each in self._titles(reading)
        ]
        if self.size.height < _FLAT:
            return titles[:1]
        marks = self._marks_of(reading.article.document.id)
        rows = 3 if self.size.height >= 2 * _FLAT else 1
        note = [line([margin, *each], width, ink.text) for each in note_lines(marks, self.measure, rows, ink)]
        how_far = self._how_far(len(titles) + len(note) + 2)
        progress = " · ".join(part for part in (which_hit(reading, self.hit), how_far) if part)
        when, *others = about(reading, marks)
        told = (" · ".join(["", *others]), ink.dim)
        begin = self.title(when) if self._untitled else (when, ink.dim)
        meta = spread([margin, begin, told], [(progress + " ", ink.dim)], width, ink.text)
        return [*titles, meta, *note, line([], width, ink.text)]

    def _title(self, words: str, forms: Sequence[str]) -> Pieces:
        """A line of the title with the hits in it."""
        from kgtui.tui.excerpts import parted  # noqa: PLC0415 - not before an article is open

        return [(part, self.inks.hit) if is_hit else self.title(part) for part, is_hit in parted(words, forms)]

    def _titles(self, reading: Reading) -> list[str]:
        """The title in lines: in one where it is also in the text, in none where it is in view there."""
        headline = self._headline
        self._untitled = headline is not None and bool(self.rows) and self.rows[self.top].start < headline.end
        if self._untitled:
            return []
        return wrapped(reading.article.document.title, self.measure, 1 if headline else _TITLE_LINES) or [""]

    def room(self) -> int:
        """As far below, where the title stands above the text: whoever scrolls there sees what was to be seen."""
        return max(0, super().room() - self._untitled)

    def _how_far(self, heading: int) -> str:
        """How much has been read; nothing where all is in view."""
        rows, room = self.rows, self.size.height - heading - len(self.foot)
        if room < 1 or not rows:
            return ""
        last = rows.moved(self.top, room - 1)
        if last == len(rows) - 1:
            return t("screen.reader.read", percent=100) if self.top else ""
        read = 100 * (rows[last].end - self._body.start) // (self._body.end - self._body.start)
        return t("screen.reader.read", percent=read)

    def body_height(self) -> int:
        return super().body_height() if self.reading else len(self._message(self.inner_width))

    def body_line(self, row: int, width: int) -> Strip:
        ink = self.inks
        if self.reading is None:
            return line([(" ", ink.text), *self._message(width)[row]], width, ink.text)
        here = self.rows[row]
        indent = (" " * here.indent, ink.text)
        words = styled(self._text, here, self._ground_of(here), self._layers(self.reading, here))
        return line([*self._margin_of(here), indent, *words], width, ink.text)

    def _ground_of(self, row: Row) -> Style:
        """What a row is written with where nothing lies over it."""
        ground = self.inks.dim if self.walk else self.inks.text
        return ground + self.inks.selected if row.is_heading else ground

    def _margin_of(self, row: Row) -> Pieces:
        """The cells before a row: marks of what is told there, and the bar of what one stands on."""
        space = (" " * (self.indent - self.mark_cells), self.inks.text)
        if not self.mark_cells:
            return [space]
        mark, *rest = self._marking.margin(row, self.inks)
        if any(span.overlaps(row) for span in self._stood_on):
            mark = (BAR, self.inks.accent)
        return [space, mark, *rest]

    @property
    def _stood_on(self) -> list[Span]:
        """The fact one stands on, and the sentence that is read or was asked for: a bar stands beside them."""
        fact = [self.fact.span] if self.fact else []
        if self.walk is not None:
            return [*fact, self.walk.here]
        return [*fact, self.reading.sentence] if self.reading and self.reading.sentence else fact

    def _layers(self, reading: Reading, row: Row) -> list[Layer]:
        """What lies over a row, from the lowest to the highest."""
        ink = self.inks
        layers = [*self._marking.layers(row, ink)]
        if self._headline is not None and self.walk is None:
            layers.insert(0, (self._headline, ink.strong))
        if self.walk is not None:
            layers = [(self.walk.here, ink.text + _BRIGHT), *clipped(layers, self.walk.here)]
        layers += [(span, ink.tint) for span in self._stood_on if self.walk is None or span != self.walk.here]
        for index in within(reading.hits, row):
            layers.append((reading.hits[index], ink.hit_here if index == self.hit else ink.hit_beside))
        return layers

    def footing(self, width: int) -> list[Strip]:
        """The card of the fact that one stands on."""
        if self.reading is None or self.fact is None or not self.card_open:
            return []
        from kgtui.tui.widgets.fact_card import card_lines  # noqa: PLC0415 - not before the first paint

        ink = self.inks
        margin = (" " * self.indent, ink.text)
        lines = card_lines(self.fact, self._text, self.measure, ink)
        return [self.rule(width), *(line([margin, *pieces], width, ink.text) for pieces in lines)]

    def _message(self, width: int) -> Sequence[Pieces]:
        return message_lines(self.message, width - 2, self.inks.dim) if self.message else []
