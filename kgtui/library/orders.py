"""In which order articles come, and how much of what they can be narrowed by."""

from __future__ import annotations

from enum import Enum

SHOWN = 12  # values of a facet, where no other limit is given


class Order(Enum):
    """The order of all articles."""

    NEWEST = "newest"
    OLDEST = "oldest"


class Sort(str, Enum):
    """The order of hits: relevance is tier, then score, then newest."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
