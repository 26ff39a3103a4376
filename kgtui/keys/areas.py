"""Where keys can work: the search line, the panes, and what lies over them."""

from __future__ import annotations

from enum import Enum


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
    TAGS = "tags"
    MARKS = "marks"
    THEMES = "themes"
    ADD = "add"
    JOURNAL = "journal"
    PLACES = "places"


PANES = (Area.LIST, Area.ARTICLE, Area.COUNTRY, Area.ENTITIES)
DESK = (*PANES, Area.TABLE)  # a table has the whole screen

# What has a text field, in which letters are typed: the choosers have a list below it.
CHOOSERS = (
    Area.PALETTE,
    Area.NARROW,
    Area.OUTLINE,
    Area.MEND,
    Area.EXPORT,
    Area.TAGS,
    Area.MARKS,
    Area.THEMES,
    Area.ADD,
    Area.PLACES,
)
FIELDS = (Area.SEARCH, *CHOOSERS, Area.ANSWER)
