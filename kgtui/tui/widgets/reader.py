"""The reader: the text of one article at a comfortable measure, with its hits and its heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.style import Style
from textual.strip import Strip

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.model import Span
from kgtui.tui.drawing.paint import Pieces, line, spread, wrapped
from kgtui.tui.widgets.mark_signs import note_lines
from kgtui.tui.widgets.marking import Layer, clipped, styled, within
from kgtui.tui.widgets.pane import message_lines
from kgtui.tui.widgets.told_pane import ToldPane

if TYPE_CHECKING:
    from kgtui.model import Fact, Facts, Marks
    from kgtui.tui.typesetting import Row
    from kgtui.tui.widgets.reading import Reading

_BRIGHT = Style(dim=False)  # without colours dim is an attribute, which stays until it is taken away
_TITLE_LINES = 3
_FLAT = 10  # rows: a lower pane has one line of heading


class Reader(ToldPane):
    """Shows a reading; ``hit`` is the index of the hit one stands on, -1 for none yet."""

    ruled = True

    def __init__(self, marks_of: Callable[[str], Marks]) -> None:
        super().__init__(Area.ARTICLE)
        self._marks_of = marks_of
        self.reading: Reading | None = None
        self.hit = -1
        self.message = ""
        self._headline: Span | None = None  # the sentence of the text that is the title
        self._untitled = False

    # Content

    def show(self, reading: Reading, *, line: int | None = None) -> None:
        """From the row of the offset ``line``, else from the sentence that was asked for, else from the beginning. One
        stands on the fact that was asked for."""
        from kgtui.tui.widgets.reading import headline_of  # noqa: PLC0415 - not before there is one

        self.reading = reading
        self.hit = -1
        self._headline = headline_of(reading.article.document)
        self.set_told(reading.article.document.text, reading.article.document.body, reading.facts)
        self.fact = self._asked_fact
        if line is not None:
            self.show_line(line)
            return
        if reading.sentence:
            self.reveal_span(reading.sentence)
        self.show_from(self.top)

    def close(self) -> None:
        """What was open is no longer there."""
        self.reading = None
        self.set_told("", Span(0, 0), None)
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

    def show_facts(self, facts: Facts) -> None:
        """The facts have come or changed: stay where one is, on the fact that was asked for if they were awaited."""
        if self.reading is not None:
            are_awaited = self.reading.facts is None
            self.reading = replace(self.reading, facts=facts)
            self.tell(facts)
            if are_awaited and self.fact is None:
                self.fact = self._asked_fact
                self.repaint()

    @property
    def has_moved_on(self) -> bool:
        """Whether one stands on another fact than the one that was asked for, or looks at its card."""
        return self.fact is not None and (self.card_open or self.fact != self._asked_fact)

    def step_back(self) -> None:
        """To how the article was opened: from a card to its fact, if that was asked for, else from all facts."""
        asked = self._asked_fact
        self.stand_on(asked if self.fact == asked else None)

    @property
    def _asked_fact(self) -> Fact | None:
        from kgtui.tui.widgets.reading import asked_fact  # noqa: PLC0415 - not before there is one

        return asked_fact(self.reading)

    def read_by_sentence(self, sentences: Sequence[Span]) -> None:
        """Go on sentence by sentence from where one reads."""
        at = self.fact.span.start if self.fact else self.place_in_text
        if sentences and at is not None:
            self.begin_walk(sentences, at)

    def leave_behind(self) -> None:
        super().leave_behind()
        self.hit = -1

    @property
    def looks_from(self) -> int:
        """Also from the sentence that was asked for, while it is in view."""
        asked = self.reading.sentence if self.reading and not self.walk else None
        if asked is None or not self.rows:
            return super().looks_from
        last = self.rows.moved(self.top, max(0, self.room() - 1))
        return asked.start if self.line <= asked.start < self.rows[last].end else super().looks_from

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
        from kgtui.tui.jobs.excerpts import parted  # noqa: PLC0415 - not before an article is open

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
        if here.remark:
            return self.remark_line(here, width)
        indent = (" " * here.indent, ink.text)
        words = styled(self._text, here, self._ground_of(here), self._layers(self.reading, here))
        return line([*self.margin_of(here), indent, *words], width, ink.text)

    def _ground_of(self, row: Row) -> Style:
        """What a row is written with where nothing lies over it."""
        ground = self.inks.dim if self.walk else self.inks.text
        return ground + self.inks.selected if row.is_heading else ground

    @property
    def stood_on(self) -> list[Span]:
        """Also the sentence that was asked for, where one does not go on from it."""
        asked = self.reading.sentence if self.reading and not self.walk else None
        return [*super().stood_on, *([asked] if asked else [])]

    def _layers(self, reading: Reading, row: Row) -> list[Layer]:
        """What lies over a row, from the lowest to the highest."""
        ink = self.inks
        layers = [*self._marking.layers(row, ink)]
        if self._headline is not None and self.walk is None:
            layers.insert(0, (self._headline, ink.strong))
        if self.walk is not None:
            layers = [(self.walk.here, ink.text + _BRIGHT), *clipped(layers, self.walk.here)]
        layers += [(span, ink.tint) for span in self.stood_on if self.walk is None or span != self.walk.here]
        for index in within(reading.hits, row):
            layers.append((reading.hits[index], ink.hit_here if index == self.hit else ink.hit_beside))
        return layers

    def _message(self, width: int) -> Sequence[Pieces]:
        return message_lines(self.message, width - 2, self.inks.dim) if self.message else []
