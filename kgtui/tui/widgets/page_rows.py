"""What pages of briefs are set of on the screen: titles of sections, rows with their notes, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from kgtui.locale import t
from kgtui.model import FactKind
from kgtui.tui.drawing.paint import Pieces, cut, cut_at_word, harmless, width_of, wrapped
from kgtui.tui.drawing.signs import LEADS_ON
from kgtui.tui.drawing.theme import Inks
from kgtui.tui.widgets.entry import Entry, EntryLine, gap

if TYPE_CHECKING:
    from kgtui.export.page_values import Page, PageRow, PageSource

_LINES = 2  # of a row at 80 columns; what is left out is behind Enter
_TOLD = 150  # cells: what a row tells in a narrower column too
_NOTES = 3  # of a row
_LABEL = 18  # cells at most
_HANGING_FROM = 46  # cells: from this width on labels have a column of their own
_INDENT = 2
_NEW = "+"


class PageRows:
    """Widths are in cells, that of the margin among them."""

    def __init__(self, inks: Inks) -> None:
        self._inks = inks

    def head(self, texts: Sequence[str], width: int) -> Iterator[EntryLine]:
        """What is said of the whole page, or of a section; the bars of its months among it."""
        for text in texts:
            yield from (
                EntryLine([(each, self._inks.dim)], []) for each in wrapped(text, max(1, width - 1), _lines(width))
            )

    def title(self, title: str, remark: str, width: int, value: object | None = None) -> Entry:
        """The remark beside the title where there is room, else below it; ``value`` is what the title leads to."""
        ink = self._inks
        pieces: Pieces = [(title, ink.accent), (f" {LEADS_ON}" if value else "", ink.dim)]
        if remark and cell_len(title) + cell_len(remark) + 6 <= width:
            return Entry((EntryLine([*pieces, (f"  {remark}", ink.dim)], []),), value)
        return Entry((EntryLine(pieces, []), *(self.head([remark], width) if remark else ())), value)

    def label_width(self, rows: Sequence[PageRow], width: int) -> int:
        """The column of labels, 0 where they stand in the text."""
        longest = max((cell_len(row.label) for row in rows), default=0)
        return min(longest, _LABEL) + 2 if longest and width >= _HANGING_FROM else 0

    def row(self, row: PageRow, width: int, *, label: int = 0, bullet: str = "") -> Entry:
        """``label`` cells are kept for the label; where none are, it begins the text, and what follows hangs."""
        ink = self._inks
        plot: Pieces = [(f"  {row.plot} ", ink.facts[FactKind.FIGURE])] if row.plot else []
        notes = "".join(f" [{note.label}]" for note in row.notes[:_NOTES]) + (" …" if row.notes[_NOTES:] else "")
        first = label + (_INDENT if row.is_part else 0)
        hanging = first if label else first + _INDENT
        text = bullet + (row.text if label or not row.label else f"{row.label}  {row.text}")
        begin = f"{cut(harmless(row.label), label - 2):<{label}}" if label else ""
        lines = []
        for index, pieces in enumerate(
            self._with_notes(text, notes, width - 1 - hanging - width_of(plot), _lines(width))
        ):
            margin = begin.ljust(first) if index == 0 else " " * hanging
            lines.append(EntryLine([(margin, ink.dim), *pieces], [] if index else plot))
        return Entry(tuple(lines), row, mark=(_NEW, ink.accent) if row.is_new else None)

    def _with_notes(self, text: str, notes: str, width: int, most: int) -> list[Pieces]:
        """The text in at most so many lines, and the notes after its last word, which are never left out."""
        ink, width = self._inks, max(1, width)
        texts = wrapped(text, width, most)
        lines: list[Pieces] = [[(each, ink.text)] for each in texts]
        size = cell_len(notes)
        if cell_len(texts[-1]) + size <= width:
            lines[-1].append((notes, ink.dim))
        elif len(lines) < most:
            lines.append([(notes.lstrip(), ink.dim)])
        else:
            lines[-1] = [*cut_at_word([(texts[-1], ink.text)], max(1, width - size)), (notes, ink.dim)]
        return lines

    def folded(self, more: int, value: object | None) -> Entry:
        """How many rows are not shown, and what shows them."""
        return Entry((EntryLine([(t("screen.country.more", count=more), self._inks.dim)], []),), value)

    def end(self, page: Page, width: int) -> list[Entry]:
        """The sources, and the state of the library."""
        ink = self._inks
        title: Pieces = [(t("dossier.section.sources"), ink.accent), (f"  {t('dossier.how_to_read')}", ink.dim)]
        foot = [gap(), Entry((EntryLine([(page.foot, ink.dim)], []),))] if page.foot else []
        if not page.sources:
            return foot
        return [gap(), Entry((EntryLine(title, []),)), *(self._source(each, width) for each in page.sources), *foot]

    def _source(self, source: PageSource, width: int) -> Entry:
        number = f"[{source.position}] "
        texts = wrapped(f"{source.name}  {source.id}", max(1, width - 1 - len(number)), _lines(width))
        margins = [number, *[" " * len(number)] * len(texts)]
        lines = (
            EntryLine([(margin, self._inks.dim), (text, self._inks.text)], [])
            for margin, text in zip(margins, texts, strict=False)
        )
        return Entry(tuple(lines), source)


def _lines(width: int) -> int:
    """How many lines a row may take: the narrower the column, the more."""
    return max(_LINES, -(-_TOLD // max(1, width)))
