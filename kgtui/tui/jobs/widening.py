"""What to say where a query finds nothing: how many articles each of its parts finds, and a wider query that finds
some. The query language is imported where it is used: not before the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.tui.jobs.narrowing import conditions

if TYPE_CHECKING:
    from kgtui.library import Library


@dataclass(frozen=True, slots=True)
class Widening:
    """``parts`` with their counts of articles; ``query`` finds ``articles`` of them."""

    parts: tuple[tuple[str, int], ...]
    query: str
    articles: int


def widening(library: Library, query: str) -> Widening | None:
    """Without the parts that find nothing; where that is not enough, with any one of the others. None where there is
    but one part, or where none finds anything."""
    from kgtui.search import printed  # noqa: PLC0415
    from kgtui.search.query.nodes import All, Either  # noqa: PLC0415

    asked = conditions(library.read(query).root)
    parts = tuple((printed(each), _articles(library, printed(each))) for each in asked)
    found = tuple(each for each, (_, articles) in zip(asked, parts, strict=True) if articles)
    if len(parts) < 2 or not found:
        return None
    whole = found[0] if len(found) == 1 else All(found)
    for wider in (whole, Either(found)):
        if articles := _articles(library, printed(wider)):
            return Widening(parts, printed(wider), articles)
    return None


def _articles(library: Library, query: str) -> int:
    return len(library.ranking(query, mend=False).numbers)
