"""Measure everything, keep the raw results, write docs/benchmarks.md.

usage: python -m benchmarks [--articles N …] [--keep FOLDER]

``--keep`` names a folder in which the synthetic libraries are kept between runs as ``synthetic-N``; making one takes
minutes, of 100,000 articles an hour.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.page import RESULTS, write
from benchmarks.readers import memory
from benchmarks.screen import first_paints, keys
from benchmarks.searching import searches
from benchmarks.typing_delays import delays
from kgtui.library import open_library
from kgtui.settings import load_settings

HERE = Path(__file__).parent
SIZES = ((120, 40), (80, 24))  # columns and lines


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure kgtui.")
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000], help="sizes of the synthetic libraries")
    parser.add_argument("--keep", type=Path, help="folder of the libraries (synthetic-N), made where they are missing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        results = measure(arguments.articles, arguments.keep or Path(scratch), Path(scratch))
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / "latest.json"
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{path}\n{write()}")


def measure(sizes: Sequence[int], kept: Path, scratch: Path) -> dict[str, Any]:
    """All figures of the page, of the seeds and of a synthetic library of each size."""
    load = round(os.getloadavg()[0], 1)
    small = scratch / "seeds"
    _kgtui("--library", str(small), "stats")
    large = {articles: kept / f"synthetic-{articles}" for articles in sizes}
    built = [_build(path, articles, scratch) for articles, path in large.items() if not path.exists()]
    paths = {"5 articles": small, **{f"{articles} articles": path for articles, path in large.items()}}
    libraries = {name: (path, _first_word(path)) for name, path in paths.items()}
    return {
        "machine": {
            "python": platform.python_version(),
            "cores": os.cpu_count(),
            "system": platform.system(),
            "load": load,
        },
        "build": built,
        "first_paint": first_paints(libraries, scratch),
        "keys": {
            f"{name}, {columns}x{lines}": keys(path, title, (columns, lines), scratch)
            for name, (path, title) in libraries.items()
            for columns, lines in SIZES
        },
        "typing": delays(libraries, scratch),
        "readers": memory(libraries, scratch),
        "search": searches(large[max(sizes)]),
    }


def _build(library: Path, articles: int, scratch: Path) -> dict[str, Any]:
    corpus = scratch / "corpus.jsonl"
    subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(HERE / "make_corpus.py"), str(corpus), "--articles", str(articles)], check=True
    )
    start = time.perf_counter()
    _kgtui("--library", str(library), "add", str(corpus))
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in library.rglob("*") if path.is_file())
    return {
        "articles": articles,
        "seconds": round(seconds, 1),
        "articles_per_second": round(articles / seconds),
        "text_mb": round(corpus.stat().st_size / 1e6, 1),
        "library_mb": round(size / 1e6, 1),
    }


def _first_word(library: Path) -> str:
    """The first word of the title that stands first in the list: what is waited for."""
    with open_library(library, settings=load_settings(library=str(library))) as opened:
        return opened.headlines(opened.numbers()[:1])[0].title.split()[0]


def _kgtui(*arguments: str) -> None:
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kgtui", *arguments], check=True, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    main()
