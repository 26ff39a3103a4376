"""What a row of the article list is set of: its dateline, its title, its excerpt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from kgtui.abilities import Colours
from kgtui.locale import t
from kgtui.model import FactKind
from kgtui.tui.drawing.paint import Pieces, harmless, spread, width_of
from kgtui.tui.drawing.signs import FACT_MARKS, UNDER
from kgtui.tui.drawing.theme import Inks
from kgtui.tui.widgets.mark_signs import mark_pieces
from kgtui.tui.words import day

if TYPE_CHECKING:
    from kgtui.model import Headline, Marks
    from kgtui.tui.jobs.excerpts import Excerpt
    from kgtui.tui.jobs.listing import Listing


def dateline(headline: Headline, listing: Listing, marks: Marks, ink: Inks, width: int) -> Strip:
    """Date, outlet and the reader's marks; at the end of the line the reprints, and how many figures there are."""
    under = UNDER if listing.is_under_another(headline.number) else ""
    name = headline.outlet
    left: Pieces = [
        (under + (day(headline.published) or t("screen.undated")), ink.dim),
        *([("  " + name, ink.dim)] if name else []),
        *mark_pieces(marks, ink),
    ]
    right: Pieces = []
    if figures := listing.figures(headline.number):
        right = [(f"{figures} {FACT_MARKS[FactKind.FIGURE]} ", ink.dim)]
    room = width - width_of([*left, *right]) - 3
    return spread(left, [*_reprints(headline.number, listing, ink, room), *right], width, ink.text)


def _reprints(number: int, listing: Listing, ink: Inks, room: int) -> Pieces:
    """How many there are, and whose where that fits."""
    reprints = listing.reprints(number)
    if not reprints:
        return []
    words = t("screen.list.reprints", count=len(reprints))
    named = f"{words}: {', '.join(listing.outlets(reprints))}"
    choice = next((each for each in (named, words) if cell_len(each) <= room), f"+{len(reprints)}")
    return [(choice + " ", ink.accent)]


def title_ink(marks: Marks, ink: Inks, colours: Colours) -> Style:
    """Less of it where an article was read; where no colour can say so, more where it was not."""
    if colours is Colours.NONE:
        return ink.text if marks.read else ink.strong
    return ink.dim if marks.read else ink.text


def title_pieces(words: str, excerpt: Excerpt | None, words_ink: Style, ink: Inks) -> Pieces:
    """A line of the title, with those words on their ground that are hits in the excerpt."""
    if excerpt is None or not excerpt.spans:
        return [(words, words_ink)]
    from kgtui.tui.jobs.excerpts import parted  # noqa: PLC0415 - not before the first paint

    return [(part, ink.hit if is_hit else words_ink) for part, is_hit in parted(words, excerpt.forms)]


def excerpt_pieces(excerpt: Excerpt, ink: Inks) -> Pieces:
    """The excerpt with its hits on their ground. Offsets are those of the raw text, so each part is made harmless
    by itself."""
    pieces: Pieces = []
    at = 0
    for span in excerpt.spans:
        pieces.append((harmless(excerpt.text[at : span.start]), ink.dim))
        pieces.append((harmless(span.of(excerpt.text)), ink.hit))
        at = span.end
    pieces.append((harmless(excerpt.text[at:]), ink.dim))
    return [piece for piece in pieces if piece[0]]
