"""The screens and states that are kept as snapshots, each by the keys that lead to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

DO = "do:"
SIZES = {"wide": (160, 45), "medium": (100, 30), "small": (80, 24)}


class Shelf(str, Enum):
    """What library the scene is played over."""

    SEEDS = "seeds"
    SHARED = "shared"
    EMPTY = "empty"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Scene:
    """``keys``: names of keys, or words that are typed letter by letter (they begin with a space, which is not typed).
    An action that is called by its name in the palette is written as ``do:ID``, as its name depends on the language.
    Between them the screen comes to rest. ``size`` is that of a window of its own, and the only one. ``held``: a line
    of work, by its name on the app, that gets no further while the scene is played; ``until`` the key of the words that
    are then waited for."""

    name: str
    keys: tuple[str, ...] = ()
    shelf: Shelf = Shelf.SEEDS
    size: tuple[int, int] | None = None
    held: str = ""
    until: str = ""

    @property
    def widths(self) -> tuple[str, ...]:
        return ("small",) if self.size else tuple(SIZES)


_SEARCHED = ("/", " касымалиеву")
_FOUND = (*_SEARCHED, "enter")
_READ = ("j", "enter")
_COUNTRIES = ("3",)
_BRIEFED = ("3", "j", "enter")
_PALETTE = "ctrl+p"

SCENES = (
    Scene("start"),
    Scene("searching", _SEARCHED),
    Scene("found", _FOUND),
    Scene("reading", _READ),
    Scene("hit", (*_FOUND, "enter", "n")),
    Scene("fact", (*_READ, "f", "enter")),
    Scene("outline", (*_READ, "o")),
    Scene("why", (*_FOUND, "w")),
    Scene("narrow", (*_FOUND, "\\")),
    Scene("narrowed", (*_FOUND, "\\", " путин", "enter")),
    Scene("mend", (*_READ, "f", "!")),
    Scene("countries", _COUNTRIES),
    Scene("brief", _BRIEFED),
    Scene("sentence", (*_BRIEFED, "down", "down", "down", "enter")),
    Scene("compare", ("3", "j", "=", "j", "=")),
    Scene("entities", (*_READ, "e")),
    Scene("figures", ("do:figures",)),
    Scene("meetings", ("do:timeline",)),
    Scene("palette", (_PALETTE,)),
    Scene("palette-typed", (_PALETTE, " к")),
    Scene("export", (*_BRIEFED, "x")),
    Scene("ask", (*_FOUND, "do:save_search")),
    Scene("help-list", ("?",)),
    Scene("help-article", ("2", "?")),
    Scene("query-help", ("/", "f1")),
    Scene("slip", ("/", " Rbhubpbz")),
    Scene("mistake", ("/", " касымалиеву дата:2025-99")),
    Scene("nothing", ("/", " абракадабра тамож*")),
    Scene("zoomed", (*_READ, "z")),
    Scene("by-sentence", (*_READ, "v", "j")),
    Scene("marked", ("b", "j", "m", " проверить", "enter", "t", " граница, ШОС", "enter", "escape")),
    Scene("marks", ("b", "j", "t", " ШОС", "enter", "i")),
    Scene("note", (*_READ, "m")),
    Scene("tags", (*_READ, "t", " гра")),
    Scene("add", ("a",)),
    Scene("tour", ("h", "h")),
    Scene("journal", ("b", "do:journal")),
    Scene("why-not", ("do:figures", "s", "escape", "n")),
    Scene("themes", ("do:theme",)),
    Scene("places", (*_READ, "3", "j", "enter", "p")),
    Scene("wider", (*_READ, "1", "+", "+")),
    Scene("long-message", ("+",), size=SIZES["small"]),
    Scene("awaiting-list", _SEARCHED, held="search_thread", until="screen.list.searching"),
    Scene("awaiting-brief", _BRIEFED, held="facts_thread", until="screen.country.loading"),
    Scene("awaiting-table", ("do:figures",), held="facts_thread", until="screen.table.loading"),
    Scene("rebuilding", (*_FOUND, "do:rebuild"), held="slow_thread", until="work.begun"),
    Scene("shared", (), Shelf.SHARED),
    Scene("low", (*_FOUND, "enter"), size=(40, 12)),
    Scene("flat", _FOUND, size=(20, 6)),
    Scene("too-small", _FOUND, size=(19, 6)),
    Scene("empty", (), Shelf.EMPTY),
    Scene("unusable", (), Shelf.UNUSABLE),
)
