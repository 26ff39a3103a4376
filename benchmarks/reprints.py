"""How well reprints are told from articles that only look like them, and what that costs; writes docs/reprints.md.

usage: python -m benchmarks.reprints [--articles N] [--peers]

``--peers`` measures `rensa` and `datasketch` beside our own method (`pip install '.[bench]'`).
"""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.planted import NEAR_MISSES, REPRINTS, Planted, planted_corpus
from benchmarks.reprints_page import page
from kgtui.intake import take_in
from kgtui.library import open_library, reprints
from kgtui.library.connections import FILE
from kgtui.settings import load_settings

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "reprints.json"
PAGE = HERE.parent / "docs" / "reprints.md"
SHARE = 0.05  # of the articles are reprints, and as many look like some
SEED = 7

Pairs = set[tuple[int, int]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reprints", description="Measure reprints.")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--peers", action="store_true", help="also rensa and datasketch, of kgtui[bench]")
    arguments = parser.parse_args()
    corpus = planted_corpus(arguments.articles, SHARE, SEED)
    with tempfile.TemporaryDirectory() as scratch:
        methods = {"kgtui": ours(corpus, Path(scratch))}
    if arguments.peers:
        methods |= peers(corpus)
    results = {"articles": arguments.articles, "python": platform.python_version(), "methods": methods}
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(results), encoding="utf-8")
    print(f"{RESULTS}\n{PAGE}")


def ours(corpus: list[Planted], scratch: Path) -> dict[str, Any]:
    """A library built by the usual way; then the reprints of all its articles found once more, for what they cost."""
    feed = scratch / "corpus.jsonl"
    feed.write_text("\n".join(json.dumps(planted.record) for planted in corpus), encoding="utf-8")
    folder = scratch / "library"
    with open_library(folder, settings=load_settings(library=str(folder))) as library:
        build = _cpu(lambda: take_in([feed], library))
        number_of = {headline.number: int(headline.id[-6:]) for headline in library.headlines(library.numbers())}
        groups = [[number_of[number] for number in library.reprints(number)] for number in number_of]
    placing = _placing(folder / FILE)
    return {
        **_score(corpus, {_pair(*pair) for group in groups for pair in combinations(group, 2)}),
        "build_cpu_seconds": round(build, 1),
        "placing_cpu_seconds": round(placing, 1),
        "share_of_build": round(placing / (build - placing), 3),
    }


def _placing(record: Path) -> float:
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE worded SET version = -1")
        return _cpu(lambda: reprints.place_missing(connection, 10**9))


def peers(corpus: list[Planted]) -> dict[str, Any]:
    from benchmarks import near_duplicates  # noqa: PLC0415 - needs packages that nothing else does

    return {
        "rensa": _peer(corpus, near_duplicates.by_rensa),
        "datasketch": _peer(corpus, near_duplicates.by_datasketch),
    }


def _peer(corpus: list[Planted], pairs: Callable[[Sequence[Planted]], Pairs]) -> dict[str, Any]:
    found: Pairs = set()
    seconds = _cpu(lambda: found.update(pairs(corpus)))
    return {**_score(corpus, found), "placing_cpu_seconds": round(seconds, 1)}


def _score(corpus: list[Planted], found: Pairs) -> dict[str, Any]:
    made = [planted for planted in corpus if planted.original is not None]
    by_kind = {
        kind: [_pair(planted.number, planted.original or 0) for planted in made if planted.kind == kind]
        for kind in (*REPRINTS, *NEAR_MISSES)
    }
    wanted = {pair for kind in REPRINTS for pair in by_kind[kind]}
    return {
        "precision": _share(found & wanted, found),
        "recall": _share(found & wanted, wanted),
        "found_of": {kind: _share(found.intersection(pairs), pairs) for kind, pairs in by_kind.items()},
    }


def _share(part: Iterable[Any], whole: Iterable[Any]) -> float:
    return round(len(set(part)) / max(1, len(set(whole))), 4)


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
