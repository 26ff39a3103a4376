"""The article list: one fixed number of lines a row, so that twenty thousand rows cost no more than twenty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.model import MarkKind
from kgtui.tui.drawing.paint import Pieces, cut_at_word, line, spread, width_of, wrapped
from kgtui.tui.jobs.listing import Listing, ListingKind
from kgtui.tui.widgets.article_rows import dateline, excerpt_pieces, title_ink, title_pieces
from kgtui.tui.widgets.mark_signs import note_pieces
from kgtui.tui.widgets.pane import Pane, message_lines
from kgtui.tui.words import mark_name

if TYPE_CHECKING:
    from kgtui.model import Headline, Marks
    from kgtui.tui.jobs.excerpts import Excerpt

_BETWEEN = 2  # columns between what stands at the two ends of the heading
_COLUMN = 60  # narrower than this the list is a column of a page, and its rows are set apart by an empty line

HeadlineReader = Callable[[Listing, int, int], "list[Headline | None]"]  # none of the rows where they cannot be read
MarksReader = Callable[[str], "Marks"]  # by the id of an article


class ArticleList(Pane):
    """Shows a listing. Posts ``Opened`` for a click, ``RowsSeen`` when rows without excerpts come into view."""

    class Opened(Message):
        pass

    class RowsSeen(Message):
        """``numbers`` of rows on the screen without an excerpt."""

        def __init__(self, listing: Listing, numbers: list[int]) -> None:
            super().__init__()
            self.listing = listing
            self.numbers = numbers

    def __init__(self, read: HeadlineReader, marks_of: MarksReader) -> None:
        super().__init__(Area.LIST)
        self._read = read
        self._marks_of = marks_of
        self.listing = Listing(ListingKind.ALL, (), 0)
        self.cursor = 0
        self.message = ""
        self._awaited = ""

    # Content

    def wait_for(self, words: str) -> None:
        """Say above the list what is being looked for, while that of before still stands there."""
        self._awaited = words
        self.repaint()

    def show(self, listing: Listing, *, cursor: int = 0, top: int = 0, message: str = "") -> None:
        """Show a listing with the cursor on a row; ``message`` stands there when it is empty."""
        self.listing = listing
        self.message = message
        self._awaited = ""
        self.cursor = max(0, min(cursor, len(listing.numbers) - 1))
        self.top = top
        self._reveal_cursor()
        self.repaint()

    def repaint(self) -> None:
        super().repaint()
        self._ask_for_excerpts()

    @property
    def number(self) -> int | None:
        """The article under the cursor."""
        numbers = self.listing.numbers
        return numbers[self.cursor] if self.cursor < len(numbers) else None

    @property
    def headline(self) -> Headline | None:
        found = self._read(self.listing, self.cursor, 1)
        return found[0] if found else None

    def has_row(self) -> bool:
        return self.number is not None

    # Geometry

    @property
    def _has_excerpts(self) -> bool:
        return self.listing.kind is not ListingKind.ALL

    @property
    def _has_notes(self) -> bool:
        """Whether the reader's notes stand where excerpts would."""
        wanted = self.listing.marked
        return not self._has_excerpts and wanted is not None and wanted.kind in (MarkKind.NOTE, MarkKind.CHOSEN)

    @property
    def _title_lines(self) -> int:
        return 1 if self._has_excerpts and self.inner_width >= _COLUMN else 2

    @property
    def row_height(self) -> int:
        return 1 + self._title_lines + (self._has_excerpts or self._has_notes) + (self.inner_width < _COLUMN)

    def body_height(self) -> int:
        return len(self.listing.numbers) * self.row_height or len(self._message(self.inner_width))

    def _reveal_cursor(self) -> None:
        height = self.row_height
        self.reveal(self.cursor * height, self.cursor * height + height - 1 - (self.inner_width < _COLUMN), turn=True)

    def on_resize(self) -> None:
        self._reveal_cursor()
        self._ask_for_excerpts()

    # Lines

    def heading(self, width: int) -> list[Strip]:
        rows = len(self.listing.numbers) + self.listing.rest
        place = f"{t('screen.list.place', place=self.cursor + 1, count=rows)} " if rows else ""
        what, right = self._what(), [(place, self.inks.dim)]
        for order in self._order():
            if width_of([*what, order, *right]) + _BETWEEN <= width:
                what.append(order)
                break
        return [spread(what, right, width, self.inks.text)]

    def _order(self) -> Pieces:
        """In which order the list is, in a few words and in one."""
        sort = self.listing.sort
        if sort is None or self._awaited:
            return []
        words = (t(f"screen.list.sort.{sort.value}"), t(f"screen.list.order.{sort.value}"))
        return [(f" · {each}", self.inks.dim) for each in words]

    def _what(self) -> Pieces:
        """What is listed, or will be."""
        if self._awaited:
            return [(" ", self.inks.text), self.title(self._awaited)]
        listing, found = self.listing, len(self.listing.every)
        if listing.kind is ListingKind.SEARCH:
            words = t("screen.list.found", count=found, total=listing.total)
            begun = listing.read_as != listing.query and not listing.mended
            mark = f" · {mark_name(listing.marked)}" if listing.marked else ""
            as_read = f" · {listing.read_as}" if begun else ""
            return [(" ", self.inks.text), self.title(words), (mark, self.inks.accent), (as_read, self.inks.dim)]
        if listing.kind is ListingKind.AWAITED:
            return [(" ", self.inks.text), self.title(t("screen.list.awaiting"))]
        if listing.kind is ListingKind.LIKE and listing.like:
            words = t("screen.list.like", count=found)
            return [(" ", self.inks.text), self.title(words), (f" · {listing.like.title}", self.inks.dim)]
        if listing.kind is ListingKind.NEWS:
            return [(" ", self.inks.text), self.title(t("screen.list.news", count=found))]
        words = mark_name(listing.marked) if listing.marked else t("screen.list.all")
        return [(" ", self.inks.text), self.title(words[:1].upper() + words[1:])]

    def body_line(self, row: int, width: int) -> Strip:
        if not self.listing.numbers:
            return line([(" ", self.inks.text), *self._message(width)[row]], width, self.inks.text)
        index, part = divmod(row, self.row_height)
        on_cursor = index == self.cursor
        is_gap = part == self.row_height - 1 and self.inner_width < _COLUMN
        bar = self.cursor_bar() if on_cursor and not is_gap else (" ", self.inks.text)
        if width < 2:
            return line([bar], width, self.inks.text)
        return Strip([Segment(*bar), *self._part(index, part, width - 1)], width)

    def _part(self, index: int, part: int, width: int) -> Strip:
        ink = self.inks
        read = self._read(self.listing, index, 1)
        headline = read[0] if read else None
        if headline is None:
            why = t("screen.list.gone" if read else "screen.list.unread")
            return line([(why if part == 0 else "", ink.dim)], width, ink.text)
        marks = self._marks_of(headline.id)
        if part == 0:
            return dateline(headline, self.listing, marks, ink, width)
        title = wrapped(headline.title, width - 1, self._title_lines)
        excerpt = self._excerpt(headline.number) if self._has_excerpts else None
        if part - 1 < len(title):
            words = title_ink(marks, ink, self.explorer.abilities.colours)
            return line(title_pieces(title[part - 1], excerpt, words, ink), width, ink.text)
        if part - 1 == len(title) and self._has_notes:
            return line(cut_at_word(note_pieces(marks, ink), width), width, ink.text)
        if part - 1 == len(title) and excerpt is not None:
            shown = excerpt.beside(" ".join(title))
            return line(cut_at_word(excerpt_pieces(shown, ink), width - 1), width, ink.text)
        return line([], width, ink.text)

    def _excerpt(self, number: int) -> Excerpt | None:
        return self.listing.excerpts.get(number) or self.listing.former.get(number)

    def _message(self, width: int) -> Sequence[Pieces]:
        return message_lines(self.message, width - 2, self.inks.dim) if self.message else []

    # Moving

    def move(self, step: int) -> None:
        self.put_cursor(self.cursor + step)

    def move_page(self, direction: int) -> None:
        self.put_cursor(self.cursor + direction * max(1, self.room() // self.row_height))

    def move_to_end(self, *, last: bool) -> None:
        self.put_cursor(len(self.listing.numbers) - 1 if last else 0)

    def put_cursor(self, index: int) -> None:
        self.cursor = max(0, min(index, len(self.listing.numbers) - 1))
        self._reveal_cursor()
        self.repaint()

    # Excerpts

    def _ask_for_excerpts(self) -> None:
        if not self._has_excerpts or not self.size:
            return
        first = self.top // self.row_height
        last = (self.top + self.room()) // self.row_height + 1
        missing = [n for n in self.listing.numbers[first:last] if n not in self.listing.excerpts]
        if missing:
            self.post_message(self.RowsSeen(self.listing, missing))

    # Mouse

    def on_click(self, event: events.Click) -> None:
        row = self.body_row_at(event.y)
        if row is None or not self.listing.numbers:
            return
        self.put_cursor(row // self.row_height)
        self.post_message(self.Opened())
