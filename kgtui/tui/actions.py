"""Every action of the screen, declared once: keys of both layouts, footer, help and palette are made from this table.

The words are in the catalogue under ``screen.action.<id>``: ``name`` (palette), ``help`` (one sentence) and, where an
action stands in a footer, ``footer`` (one word; ``footer.<area>`` where it is another one there).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding

from kgtui.locale import catalogue, current_language, t
from kgtui.tui.keyboard import both_layouts


class Area(str, Enum):
    """Where the focus is: the search line, a pane, or what lies over them. The value is also the widget's id."""

    SEARCH = "search"
    LIST = "list"
    ARTICLE = "article"
    COUNTRY = "country"
    ENTITIES = "entities"
    TABLE = "table"
    HELP = "help"
    QUERIES = "queries"
    WHY = "why"
    PALETTE = "palette"
    NARROW = "narrow"
    ANSWER = "answer"
    OUTLINE = "outline"
    MEND = "mend"
    EXPORT = "export"


PANES = (Area.LIST, Area.ARTICLE, Area.COUNTRY, Area.ENTITIES)
DESK = (*PANES, Area.TABLE)  # a table has the whole screen


class Need(str, Enum):
    """What an action needs to work; ``screen.need.<value>`` says what is missing."""

    ROW = "row"
    ARTICLE = "article"
    HITS = "hits"
    MENDED = "mended"
    QUERY = "query"
    BACK = "back"
    FORWARD = "forward"
    FACTS = "facts"
    THING = "thing"
    SORTED = "sorted"
    EXPORTABLE = "exportable"


@dataclass(frozen=True, slots=True)
class Action:
    """``keys``: the first is shown. ``where``: the areas in which the keys work. ``footer``: the areas whose footer
    shows it, in the order of the table. ``always``: works over everything, text fields too."""

    id: str
    keys: tuple[str, ...]
    where: tuple[Area, ...] = PANES
    footer: tuple[Area, ...] = ()
    need: Need | None = None
    always: bool = False
    in_palette: bool = True

    @property
    def name(self) -> str:
        return t(f"screen.action.{self.id}.name")

    @property
    def help(self) -> str:
        return t(f"screen.action.{self.id}.help")

    def footer_word(self, area: Area) -> str:
        """What it does, in a word: the one of the area where it has a word of its own there."""
        if f"screen.action.{self.id}.footer.{area.value}" in catalogue(current_language(), "screen"):
            return t(f"screen.action.{self.id}.footer.{area.value}")
        return t(f"screen.action.{self.id}.footer")


_LISTS = (Area.LIST, Area.COUNTRY, Area.ENTITIES, Area.TABLE, Area.QUERIES, Area.WHY)
_TEXTS = (*DESK, Area.HELP, Area.QUERIES, Area.WHY)
_SORTED = (Area.LIST, Area.COUNTRY, Area.TABLE)
_CHOOSERS = (Area.PALETTE, Area.NARROW, Area.OUTLINE, Area.MEND, Area.EXPORT)
_FIELDS = (Area.SEARCH, *_CHOOSERS, Area.ANSWER)

ACTIONS: tuple[Action, ...] = (
    Action("open", ("enter",), (*_FIELDS, *_LISTS), footer=(*_FIELDS, *_LISTS), need=Need.ROW, in_palette=False),
    Action("card", ("enter",), (Area.ARTICLE,), footer=(Area.ARTICLE,), need=Need.FACTS, in_palette=False),
    Action("search", ("/",), footer=(Area.LIST,)),
    Action("next_hit", ("n",), footer=(Area.ARTICLE,), need=Need.HITS),
    Action("previous_hit", ("N",), need=Need.HITS),
    Action("next_fact", ("f",), footer=(Area.ARTICLE,), need=Need.FACTS),
    Action("previous_fact", ("F",), need=Need.FACTS),
    Action("outline", ("o",), need=Need.FACTS),
    Action("mend", ("!",), (Area.ARTICLE, Area.ENTITIES), need=Need.THING),
    Action("undo", ("u",)),
    Action("narrow", ("\\",), footer=(Area.LIST,)),
    Action("filter", ("/",), (Area.TABLE,), footer=(Area.TABLE,), in_palette=False),
    Action("sort", ("s",), _SORTED, footer=_SORTED, need=Need.SORTED),
    Action("reprints", ("d",), (Area.LIST,)),
    Action("why", ("w",), (Area.LIST, Area.ARTICLE, Area.WHY), need=Need.QUERY),
    Action("like", ("l",)),
    Action("country", ("c",), footer=PANES),
    Action("entities", ("e",), footer=(Area.LIST, Area.ARTICLE, Area.ENTITIES)),
    Action("compare", ("=",), footer=(Area.COUNTRY,)),
    Action("export", ("x",), DESK, footer=(Area.COUNTRY, Area.TABLE), need=Need.EXPORTABLE),
    Action("copy", ("y",), DESK, footer=(Area.ARTICLE, Area.COUNTRY, Area.TABLE), need=Need.ROW),
    Action("as_typed", ("backspace",), (Area.LIST,), need=Need.MENDED),
    Action("copy_query", ("Y",), need=Need.QUERY),
    Action(
        "back",
        ("escape",),
        (*_FIELDS, *_TEXTS),
        footer=(*_FIELDS, Area.ARTICLE, Area.COUNTRY, Area.ENTITIES, Area.TABLE, Area.HELP, Area.QUERIES, Area.WHY),
        in_palette=False,
    ),
    Action("down", ("j", "down"), _TEXTS, in_palette=False),
    Action("up", ("k", "up"), _TEXTS, in_palette=False),
    Action("top", ("g", "home"), _TEXTS, in_palette=False),
    Action("bottom", ("G", "end"), _TEXTS, in_palette=False),
    Action("page_down", ("pagedown", "space"), _TEXTS, in_palette=False),
    Action("page_up", ("pageup",), _TEXTS, in_palette=False),
    Action("list_down", ("down",), (Area.SEARCH, *_CHOOSERS), in_palette=False),
    Action("list_up", ("up",), (Area.SEARCH, *_CHOOSERS), in_palette=False),
    Action("accept", ("right",), (Area.SEARCH,), in_palette=False),
    Action("next_pane", ("tab", "right"), in_palette=False),
    Action("previous_pane", ("shift+tab", "left"), in_palette=False),
    Action("leave_search", ("tab", "shift+tab"), (Area.SEARCH,), in_palette=False),
    Action("pane_list", ("1",), DESK),
    Action("pane_article", ("2",), DESK),
    Action("pane_country", ("3",), DESK),
    Action("pane_entities", ("4",), DESK),
    Action("place_back", ("[",), DESK, need=Need.BACK),
    Action("place_forward", ("]",), DESK, need=Need.FORWARD),
    Action("figures", ()),
    Action("timeline", ()),
    Action("save_search", (), need=Need.QUERY),
    Action("enrich", ()),
    Action("zoom", ("z",)),
    Action("theme", ()),
    Action("palette", ("ctrl+p",), always=True, in_palette=False),
    Action("palette_line", (":",), DESK, in_palette=False),
    Action("help", ("?", "f1"), _TEXTS, footer=DESK),
    Action("search_help", ("f1",), (Area.SEARCH,), footer=(Area.SEARCH,)),
    Action("close", ("q",), _TEXTS, footer=(Area.LIST,)),
    Action("quit", ("ctrl+q",), always=True),
)

BY_ID = {action.id: action for action in ACTIONS}


def bindings_of(area: Area) -> list[Binding]:
    """The keys that work in one area, under both layouts.

    In a pane a key acts at once, before the next one is looked at: what is typed right after ``/`` is meant for the
    search line. A text field takes its keys in their order, letters and Enter alike; one that comes to its turn when
    the focus is in a pane already acts there, so that a pane has its keys both ways.
    """
    actions = [action for action in ACTIONS if area in action.where and action.keys and not action.always]
    ways = (False,) if area in _FIELDS else (True, False)
    return [_binding(action, at_once) for action in actions for at_once in ways]


def bindings_for_all() -> list[Binding]:
    """The keys that work wherever one is."""
    return [_binding(action, True) for action in ACTIONS if action.always]


def footer_of(area: Area) -> list[Action]:
    return [action for action in ACTIONS if area in action.footer]


def helpful_in(area: Area) -> list[Action]:
    """The actions to explain to somebody who stands in an area."""
    return [action for action in ACTIONS if action.keys and (area in action.where or action.always)]


def _binding(action: Action, at_once: bool) -> Binding:
    return Binding(
        both_layouts(action.keys),
        f"app.do('{action.id}')",
        description=action.id,
        show=False,
        priority=at_once,
    )
