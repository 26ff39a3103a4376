"""Rows of marked pieces, and how a marked piece looks: in colour, by style alone, in brackets or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from kgtui.model import EntityKind
from kgtui.terminal import terminal_safe


class Mark(Enum):
    """Why a piece stands out."""

    HEADING = "heading"
    FAINT = "faint"
    HIT = "hit"
    COUNTRY = "country"
    BLOC = "bloc"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PROJECT = "project"

    @classmethod
    def of(cls, kind: EntityKind) -> Mark:
        return cls(kind.value)


class Marking(Enum):
    """What the device can show: nothing, signs only, styles without colour, or colour."""

    NONE = "none"
    SIGNS = "signs"
    STYLES = "styles"
    COLOURS = "colours"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look; it may hold anything, ``paint`` makes it harmless."""

    text: str
    mark: Mark | None = None


Row = tuple[Piece, ...]


def rows_of(lines: Iterable[str], mark: Mark | None = None) -> Iterator[Row]:
    """Lines as rows of one look."""
    return ((Piece(line, mark),) for line in lines)


# SGR parameters: style (told apart without colour), then colour.
_LOOKS: dict[Mark, tuple[str, str]] = {
    Mark.HEADING: ("1", ""),
    Mark.FAINT: ("2", ""),
    Mark.HIT: ("1;7", ""),
    Mark.COUNTRY: ("4", "36"),
    Mark.BLOC: ("1;4", "34"),
    Mark.PERSON: ("1", "33"),
    Mark.ORGANISATION: ("3", "32"),
    Mark.PLACE: ("3;4", "35"),
    Mark.PROJECT: ("1;3", "31"),
}
# The signs of the kinds, as the screen's lists have them; all are in the smallest console fonts.
_SIGNS = {
    Mark.COUNTRY: "○",
    Mark.BLOC: "■",
    Mark.ORGANISATION: "□",
    Mark.PERSON: "●",
    Mark.PLACE: "▲",
    Mark.PROJECT: "◊",
}


def paint(row: Iterable[Piece], marking: Marking) -> str:
    """A row as the characters that show it; the only escape sequences in it are those of the marks."""
    return "".join(_painted(piece, marking) for piece in row)


def _painted(piece: Piece, marking: Marking) -> str:
    text = terminal_safe(piece.text)
    if piece.mark is None or marking is Marking.NONE:
        return text
    if marking is Marking.SIGNS:
        return f"[{text}]" if piece.mark is Mark.HIT else text
    style, colour = _LOOKS[piece.mark]
    if marking is Marking.STYLES:
        text = _SIGNS.get(piece.mark, "") + text
    sgr = f"{style};{colour}" if colour and marking is Marking.COLOURS else style
    return f"\x1b[{sgr}m{text}\x1b[0m"
