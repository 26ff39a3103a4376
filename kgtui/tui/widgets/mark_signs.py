"""How the reader's marks of an article are shown: signs and tags beside its date, the note under its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.tui.drawing.paint import Pieces, wrapped
from kgtui.tui.drawing.signs import BOOKMARK, NOTE
from kgtui.tui.drawing.theme import Inks

if TYPE_CHECKING:
    from kgtui.model import Marks


def mark_pieces(marks: Marks, ink: Inks) -> Pieces:
    """Bookmark, note and tags in a few cells; nothing where there are none."""
    signs = BOOKMARK * marks.bookmark + NOTE * bool(marks.note)
    pieces: Pieces = [("  " + signs, ink.accent)] if signs else []
    if tags := tag_words(marks):
        pieces.append(((" " if signs else "  ") + tags, ink.dim))
    return pieces


def tag_words(marks: Marks) -> str:
    return " ".join(f"#{tag}" for tag in marks.tags)


def note_pieces(marks: Marks, ink: Inks) -> Pieces:
    """The note on one line."""
    return [(f"{NOTE} ", ink.accent), (marks.note, ink.dim)] if marks.note else []


def note_lines(marks: Marks, width: int, rows: int, ink: Inks) -> list[Pieces]:
    """The note, set apart from the article's own words by its sign and its ink; as much as fits some rows."""
    if not marks.note:
        return []
    texts = wrapped(marks.note, max(1, width - 2), rows)
    margins = [f"{NOTE} ", *["  "] * rows]
    return [[(margin, ink.accent), (text, ink.dim)] for margin, text in zip(margins, texts, strict=False)]
