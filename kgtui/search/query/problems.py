"""What in a query could not be understood as it was meant, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgtui.model import Span


class ProblemKind(str, Enum):
    """The catalogue says each in a few words (``search.problem.<value>``), with the place's text as ``{text}``, and
    where there is room what was made of it (``search.instead.<value>``)."""

    UNCLOSED_QUOTE = "unclosed_quote"
    UNCLOSED_BRACKET = "unclosed_bracket"
    UNOPENED_BRACKET = "unopened_bracket"
    EMPTY_FIELD = "empty_field"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_COUNTRY = "unknown_country"
    BAD_DATE = "bad_date"
    BAD_NEAR = "bad_near"
    SHORT_PREFIX = "short_prefix"
    STAR_INSIDE = "star_inside"
    DANGLING_OPERATOR = "dangling_operator"
    NOTHING_TO_SEARCH = "nothing_to_search"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Problem:
    """``place`` is where in the query's text: offsets in code points, for a caret under it."""

    kind: ProblemKind
    place: Span
    text: str
