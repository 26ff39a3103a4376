"""What a page is made of: sections of rows in words, and the sources that their notes refer to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.dossier import Note, Row, SectionKind


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row. ``label`` is what stands before the text («обсуждено», «публ. 04.03.2025»), or nothing.

    ``text`` is one line without line breaks or control characters; ``notes`` stand at its end. ``is_part`` belongs to
    the row above (a value of a conflict, a later step). ``row`` is what it was made of.
    """

    text: str
    notes: tuple[Note, ...]
    label: str = ""
    is_new: bool = False
    is_part: bool = False
    plot: str = ""
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class PageSection:
    """``remark`` is said of the whole section, beside its title; ``more`` rows are not shown.

    A section without rows has a remark: what the library lacks. ``is_run_in``: its rows are so short that forms set
    them one after another.
    """

    kind: SectionKind
    title: str
    rows: tuple[PageRow, ...]
    remark: str = ""
    more: int = 0
    is_run_in: bool = False


@dataclass(frozen=True, slots=True)
class PageSource:
    """An article in the list of sources: its number on the page, the words that name it, its id, and the notes that
    refer to it, in the order of the article."""

    position: int
    name: str
    id: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``head`` are the lines under the title: names, coverage, gaps, bars of the months. ``folded`` says of which
    sections no row is shown, and how many they have; ``foot`` is the state of the library."""

    title: str
    as_of: str
    head: tuple[str, ...]
    sections: tuple[PageSection, ...]
    sources: tuple[PageSource, ...]
    folded: str = ""
    foot: str = ""
