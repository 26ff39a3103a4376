"""Every action of the screen, declared once: keys of both layouts, footer, help, palette, ``kgtui keys`` and the words
that name a key are made from this table. The reader may give an action other keys (``keymap.py``).

The words are in the catalogue under ``screen.action.<id>``: ``name`` (palette), ``help`` (one sentence) and, where an
action stands in a footer, ``footer`` (one word; ``footer.<area>`` where it is another one there).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from kgtui.keys.areas import CHOOSERS, DESK, FIELDS, PANES, Area
from kgtui.keys.names import is_typed, key_name
from kgtui.locale import catalogue, current_language, t


class Need(str, Enum):
    """What an action needs to work; ``screen.need.<value>`` says what is missing."""

    ROW = "row"
    ARTICLE = "article"
    HITS = "hits"
    MENDED = "mended"
    REPRINTS = "reprints"
    QUERY = "query"
    BACK = "back"
    FORWARD = "forward"
    FACTS = "facts"
    THING = "thing"
    SORTED = "sorted"
    EXPORTABLE = "exportable"
    WRITABLE = "writable"
    WORK = "work"
    MARKABLE = "markable"


class Group(str, Enum):
    """What an action is for: the help tells them apart, in this order; ``screen.help.group.<value>``."""

    READING = "reading"
    FINDING = "finding"
    MARKING = "marking"
    MOVING = "moving"
    LIBRARY = "library"
    SCREEN = "screen"


class InForce:
    """``keys``: the actions' own where the reader has given them others, by id."""

    keys: Mapping[str, tuple[str, ...]] = {}


class Action(NamedTuple):
    """``default``: its keys, unless the reader has given it others; the first is shown. ``where``: the areas in which
    the keys work. ``footer``: the areas whose footer shows it, in the order of the table. ``always``: works over
    everything, text fields too."""

    id: str
    default: tuple[str, ...]
    where: tuple[Area, ...] = PANES
    footer: tuple[Area, ...] = ()
    need: Need | None = None
    always: bool = False
    in_palette: bool = True
    group: Group = Group.READING

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in force."""
        return InForce.keys.get(self.id, self.default)

    @property
    def is_remapped(self) -> bool:
        return self.id in InForce.keys

    def keys_in(self, area: Area) -> tuple[str, ...]:
        """The keys that do it in an area: what types a letter types it in a text field."""
        return tuple(key for key in self.keys if not (area in FIELDS and is_typed(key)))

    def shown_key(self, area: Area | None = None) -> str:
        """The name of its first key, of those that work in the area, or else in all of its own; empty without one."""
        areas = self.where if area is None else (area,)
        keys = [key for key in self.keys if all(key in self.keys_in(each) for each in areas)]
        return key_name((keys or self.keys)[0]) if self.keys else ""

    @property
    def sign(self) -> str:
        """What stands before the text field that it opens: its key, where that is one sign."""
        key = self.shown_key()
        return key if len(key) == 1 else ">"

    @property
    def name(self) -> str:
        return t(f"screen.action.{self.id}.name")

    @property
    def also(self) -> str:
        """Other words by which somebody may look for it; mostly none."""
        key = f"screen.action.{self.id}.also"
        return t(key) if key in catalogue(current_language(), "screen") else ""

    @property
    def help(self) -> str:
        return t(f"screen.action.{self.id}.help")

    def footer_word(self, area: Area) -> str:
        """What it does, in a word: the one of the area where it has a word of its own there."""
        if f"screen.action.{self.id}.footer.{area.value}" in catalogue(current_language(), "screen"):
            return t(f"screen.action.{self.id}.footer.{area.value}")
        return t(f"screen.action.{self.id}.footer")


_LISTS = (Area.LIST, Area.COUNTRY, Area.ENTITIES, Area.TABLE, Area.QUERIES, Area.WHY)
_TEXTS = (*DESK, Area.HELP, Area.QUERIES, Area.WHY, Area.JOURNAL)
_SORTED = (Area.LIST, Area.COUNTRY, Area.TABLE)

ACTIONS: tuple[Action, ...] = (
    Action("open", ("enter",), (*FIELDS, *_LISTS), footer=(*FIELDS, *_LISTS), need=Need.ROW, in_palette=False),
    Action("search", ("/",), footer=(Area.LIST,), group=Group.FINDING),
    Action("next_hit", ("n",), footer=(Area.ARTICLE,), need=Need.HITS, group=Group.FINDING),
    Action("card", ("enter",), (Area.ARTICLE,), footer=(Area.ARTICLE,), need=Need.FACTS, in_palette=False),
    Action("previous_hit", ("N",), need=Need.HITS, group=Group.FINDING),
    Action("next_fact", ("f",), footer=(Area.ARTICLE,), need=Need.FACTS),
    Action("previous_fact", ("F",), need=Need.FACTS),
    Action("outline", ("o",), need=Need.FACTS),
    Action("by_sentence", ("v",), need=Need.ARTICLE),
    Action("speakers", ()),
    Action("mend", ("!",), (Area.ARTICLE, Area.ENTITIES, Area.COUNTRY), need=Need.THING, group=Group.MARKING),
    Action("bookmark", ("b",), need=Need.MARKABLE, group=Group.MARKING),
    Action("note", ("m",), need=Need.MARKABLE, group=Group.MARKING),
    Action("tag", ("t",), need=Need.MARKABLE, group=Group.MARKING),
    Action("read", ("r",), need=Need.MARKABLE, group=Group.MARKING),
    Action("marks", ("i",), DESK, group=Group.MARKING),
    Action("undo", ("u",), DESK, group=Group.MARKING),
    Action("narrow", ("\\",), footer=(Area.LIST,), group=Group.FINDING),
    Action("filter", ("/",), (Area.TABLE,), footer=(Area.TABLE,), in_palette=False, group=Group.FINDING),
    Action("sort", ("s",), _SORTED, footer=_SORTED, need=Need.SORTED, group=Group.FINDING),
    Action("reprints", ("d",), (Area.LIST,), need=Need.REPRINTS, group=Group.FINDING),
    Action("why", ("w",), (Area.LIST, Area.ARTICLE, Area.WHY), need=Need.QUERY, group=Group.FINDING),
    Action("like", ("l",), need=Need.MARKABLE, group=Group.FINDING),
    Action("country", ("c",), footer=PANES),
    Action("entities", ("e",), footer=(Area.LIST, Area.ARTICLE, Area.ENTITIES)),
    Action("compare", ("=",), footer=(Area.COUNTRY,)),
    Action("export", ("x",), DESK, footer=(Area.COUNTRY, Area.TABLE), need=Need.EXPORTABLE),
    Action(
        "copy",
        ("y",),
        (*DESK, Area.JOURNAL),
        footer=(Area.ARTICLE, Area.COUNTRY, Area.TABLE, Area.JOURNAL),
        need=Need.ROW,
    ),
    Action("as_typed", ("backspace",), (Area.LIST,), need=Need.MENDED, group=Group.FINDING),
    Action("copy_query", ("Y",), need=Need.QUERY, group=Group.FINDING),
    Action(
        "back",
        ("escape",),
        (*FIELDS, *_TEXTS),
        footer=(
            *FIELDS,
            Area.ARTICLE,
            Area.COUNTRY,
            Area.ENTITIES,
            Area.TABLE,
            Area.HELP,
            Area.QUERIES,
            Area.WHY,
            Area.JOURNAL,
        ),
        in_palette=False,
        group=Group.MOVING,
    ),
    Action("down", ("j", "down"), _TEXTS, in_palette=False, group=Group.MOVING),
    Action("up", ("k", "up"), _TEXTS, in_palette=False, group=Group.MOVING),
    Action("top", ("g", "home"), _TEXTS, in_palette=False, group=Group.MOVING),
    Action("bottom", ("G", "end"), _TEXTS, in_palette=False, group=Group.MOVING),
    Action("page_down", ("pagedown", "space"), (*_TEXTS, *CHOOSERS), in_palette=False, group=Group.MOVING),
    Action("page_up", ("pageup",), (*_TEXTS, *CHOOSERS), in_palette=False, group=Group.MOVING),
    Action("list_down", ("down",), (Area.SEARCH, *CHOOSERS), in_palette=False, group=Group.MOVING),
    Action("list_up", ("up",), (Area.SEARCH, *CHOOSERS), in_palette=False, group=Group.MOVING),
    Action(
        "accept",
        ("right",),
        (Area.SEARCH, Area.TAGS, Area.ADD),
        footer=(Area.TAGS, Area.ADD),
        in_palette=False,
        group=Group.FINDING,
    ),
    Action("complete", ("tab",), (Area.ADD,), in_palette=False, group=Group.FINDING),
    Action("next_pane", ("tab", "right"), in_palette=False, group=Group.MOVING),
    Action("previous_pane", ("shift+tab", "left"), in_palette=False, group=Group.MOVING),
    Action("leave_search", ("tab", "shift+tab"), (Area.SEARCH,), in_palette=False, group=Group.MOVING),
    Action("pane_list", ("1",), DESK, group=Group.MOVING),
    Action("pane_article", ("2",), DESK, group=Group.MOVING),
    Action("pane_country", ("3",), DESK, group=Group.MOVING),
    Action("pane_entities", ("4",), DESK, group=Group.MOVING),
    Action("place_back", ("[",), DESK, need=Need.BACK, group=Group.MOVING),
    Action("place_forward", ("]",), DESK, need=Need.FORWARD, group=Group.MOVING),
    Action("places", ("p",), DESK, group=Group.MOVING),
    Action("all_articles", (), group=Group.FINDING),
    Action("all_countries", ()),
    Action("figures", ()),
    Action("timeline", ()),
    Action("save_search", (), need=Need.QUERY, group=Group.FINDING),
    Action("add", ("a",), DESK, need=Need.WRITABLE, group=Group.LIBRARY),
    Action("remove", (), need=Need.WRITABLE, group=Group.LIBRARY),
    Action("refresh", ("R",), DESK, group=Group.LIBRARY),
    Action("rebuild", (), group=Group.LIBRARY),
    Action("renew_facts", (), need=Need.WRITABLE, group=Group.LIBRARY),
    Action("enrich", (), need=Need.WRITABLE, group=Group.LIBRARY),
    Action("stop_work", (), need=Need.WORK, group=Group.LIBRARY),
    Action("journal", (), group=Group.LIBRARY),
    Action("zoom", ("z",), group=Group.SCREEN),
    Action("wider", ("+",), group=Group.SCREEN),
    Action("thinner", ("-",), group=Group.SCREEN),
    Action("theme", (), group=Group.SCREEN),
    Action("mouse", (), group=Group.SCREEN),
    Action("low_bandwidth", (), group=Group.SCREEN),
    Action("redraw", ("ctrl+l",), always=True, group=Group.SCREEN),
    Action("palette", ("ctrl+p",), always=True, in_palette=False, group=Group.SCREEN),
    Action("palette_line", (":",), DESK, in_palette=False, group=Group.SCREEN),
    Action("tour", ("h",), group=Group.SCREEN),
    Action("help", ("?", "f1"), _TEXTS, footer=DESK, group=Group.SCREEN),
    Action("search_help", ("f1",), (Area.SEARCH,), footer=(Area.SEARCH,), group=Group.SCREEN),
    Action("close", ("q",), _TEXTS, footer=(Area.LIST,), group=Group.SCREEN),
    Action("suspend", ("ctrl+z",), always=True, group=Group.SCREEN),
    Action("quit", ("ctrl+q",), always=True, group=Group.SCREEN),
)

BY_ID = {action.id: action for action in ACTIONS}


def footer_of(area: Area) -> list[Action]:
    return [action for action in ACTIONS if area in action.footer and action.keys_in(area)]


def helpful_in(area: Area) -> list[Action]:
    """The actions to explain to somebody who stands in an area."""
    return [action for action in ACTIONS if action.keys_in(area) and (area in action.where or action.always)]
