"""docs/reprints.md from the raw results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.planted import NEAR_MISSES, REPRINTS

_INTRODUCTION = """# How well reprints are told

Made by `python -m benchmarks.reprints --peers` from `benchmarks/results/reprints.json`; not edited by hand.
{articles} constructed articles of about 190 words (`benchmarks/planted.py`), Python {python}. One in twenty is a
reprint of another; one in twenty only looks like one. Every article has a title of its own. The libraries beside our
method make MinHash sketches of runs of five words; pairs with a Jaccard index of 0.5 or more count.

"""
_REASONS = """
`rensa` 0.5.0 (MIT, Rust, wheels for Python 3.10–3.13) and `datasketch` 2.0.0 (MIT, needs numpy and scipy) find texts
that are alike as wholes. To them a template filled with other names or figures is a reprint, and a text cut to its
half is none. Both would still need our comparison of sentences, a store that follows updates and removals in the
record's transactions, and a compiled dependency; the look-up, which they do well, is one SQLite table. So kgtui uses
neither.

What is weaker: a text rewritten sentence by sentence shares no run of words and is not found; a run that stands in more
than 64 different texts is passed over, so of more variants of one text than that not all are found.
"""


def page(results: dict[str, Any]) -> str:
    """The page as Markdown; every figure in it stands in the raw results."""
    methods = results["methods"]
    rows = [
        ["precision", *_each(methods, "precision"), "≥ 0.98"],
        ["recall", *_each(methods, "recall"), "≥ 0.95"],
        *_kinds(methods, REPRINTS, "found: {}", ""),
        *_kinds(methods, NEAR_MISSES, "taken for a reprint: {}", "0"),
        ["CPU seconds", *_each(methods, "placing_cpu_seconds"), ""],
        ["share of the CPU time of all else in a build", *_each(methods, "share_of_build"), "≤ 0.2"],
    ]
    return _INTRODUCTION.format(**results) + _table(["", *methods, "aim"], rows) + _REASONS


def _each(methods: dict[str, Any], key: str) -> list[Any]:
    return [method.get(key, "") for method in methods.values()]


def _kinds(methods: dict[str, Any], kinds: Iterable[str], name: str, aim: str) -> list[list[Any]]:
    return [[name.format(kind), *(method["found_of"][kind] for method in methods.values()), aim] for kind in kinds]


def _table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"
