"""Does any form find every form? A small library of short articles, queried with the forms of names and words."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from kgtui.intake import take_in
from kgtui.library import Library, open_library
from kgtui.search import Tier
from kgtui.settings import Settings

from .agreement import Record
from .score import read_lines
from .texts import SEARCH


def measured_search(folder: Path = SEARCH) -> dict[str, dict[str, float]]:
    """Queries, recall, false hits and mean average precision, by class of query and for all of them.

    Recall is wanted articles found of all wanted; ``false`` the unwanted share of what was found. Articles that a
    query ignores (another person of the name, another word for the country) count for neither.
    """
    queries = read_lines(folder / "queries.jsonl")
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(library=Path(place) / "library", language="ru")
        with open_library(settings.library, settings=settings) as library:
            take_in([folder / "articles.jsonl"], library)
            ranked = [_ranked(library, query) for query in queries]
    return _summary(zip(queries, ranked, strict=True))


def _ranked(library: Library, query: Record) -> list[str]:
    unwanted = set(query["ignore"]) - set(query["relevant"])
    hits = library.search(str(query["query"]), snippets=False, mend=False).hits
    return [hit.headline.id for hit in hits if hit.tier is not Tier.RELATED and hit.headline.id not in unwanted]


def _summary(results: Iterable[tuple[Record, list[str]]]) -> dict[str, dict[str, float]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    precision: defaultdict[str, float] = defaultdict(float)
    for query, ranked in results:
        wanted = set(query["relevant"])
        for name in (str(query["class"]), "all"):
            counts[name].update(queries=1, wanted=len(wanted), found=len(ranked), right=len(wanted & set(ranked)))
            precision[name] += average_precision(ranked, wanted)
    return {
        name: {
            "queries": count["queries"],
            "recall": count["right"] / count["wanted"],
            "false": 1 - count["right"] / count["found"] if count["found"] else 0.0,
            "map": precision[name] / count["queries"],
        }
        for name, count in counts.items()
    }


def average_precision(ranked: Sequence[str], wanted: set[str]) -> float:
    """1 where all wanted articles stand before all others."""
    right, total = 0, 0.0
    for rank, article in enumerate(ranked, 1):
        if article in wanted:
            right += 1
            total += right / rank
    return total / len(wanted)
