"""What is kept of where the reader stands: what it takes to show a place again, never what it showed.

Articles are kept by their ids, so that a place goes with a library that is moved, rebuilt or added to.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgtui.model import EntityKind, FactKind, MarkFilter, Span


@dataclass(frozen=True, slots=True)
class KeptListing:
    """What was listed. ``kind``, ``sort`` and the names of ``unfolded`` groups are those of the screen's listing,
    ``like`` is the id of the article that all are alike to, ``marked`` the mark that all have. What was new was written
    between the changes ``since`` and ``upto`` of the library."""

    kind: str = ""
    query: str = ""
    to_the_letter: bool = False
    sort: str = ""
    like: str = ""
    unfolded: tuple[str, ...] = ()
    marked: MarkFilter | None = None
    since: int = 0
    upto: int = 0


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact that was stood on, by its kind and its words; ``card``: whether its card was open."""

    kind: FactKind
    span: Span
    card: bool = False


@dataclass(frozen=True, slots=True)
class KeptAbout:
    """Whose brief: one ``section`` of it or all, of the articles between two days (``2025-11-21``) or of all."""

    kind: EntityKind
    key: str
    name: str = ""
    section: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table by its name, and how it was looked at: the words typed, the place of the column that it was sorted by."""

    name: str
    about: KeptAbout | None = None
    typed: str = ""
    order: int | None = None
    cursor: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """A place on the screen in plain values. ``area`` is where the focus was, ``row`` the id of the article under the
    cursor of the list, ``article`` that of the open one, ``line`` the offset of its first row in view, ``walked`` the
    sentence on which one stands where one reads by sentences. ``about`` holds nobody, one, or two that are compared;
    ``country`` is the code of the one under the cursor, where countries are listed. Cursors count entries, tops count
    lines."""

    area: str = ""
    zoomed: bool = False
    listing: KeptListing = KeptListing()
    row: str = ""
    list_cursor: int = 0
    list_top: int = 0
    article: str = ""
    line: int = 0
    hit: int = -1
    sentence: Span | None = None
    walked: Span | None = None
    fact: KeptFact | None = None
    about: tuple[KeptAbout, ...] = ()
    country: str = ""
    brief_cursor: int = 0
    brief_top: int = 0
    entities_cursor: int = 0
    entities_top: int = 0
    table: KeptTable | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """``here`` is None where nothing was kept yet. ``past`` and ``future`` are the places of one step back and forward,
    the nearest last. ``sort`` is the order chosen for searches, ``country_order`` that for countries. Widths are in
    columns, 0 for the usual ones."""

    here: KeptPlace | None = None
    past: tuple[KeptPlace, ...] = ()
    future: tuple[KeptPlace, ...] = ()
    sort: str = ""
    country_order: str = ""
    list_width: int = 0
    side_width: int = 0
