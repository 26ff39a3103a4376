"""Measure everything, keep the raw results, write docs/benchmarks.md.

usage: python -m benchmarks [--articles N] [--keep FOLDER]

``--keep`` names a folder in which the synthetic library is kept between runs; making it takes minutes.
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
from pathlib import Path
from typing import Any

from benchmarks.page import RESULTS, write
from benchmarks.screen import environment_in, first_paints, keys
from benchmarks.searching import searches
from kgtui.library import open_library
from kgtui.settings import load_settings

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure kgtui.")
    parser.add_argument("--articles", type=int, default=20_000, help="size of the synthetic library")
    parser.add_argument("--keep", type=Path, help="folder of the synthetic library, made where it is missing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        results = measure(arguments.articles, arguments.keep or Path(scratch), Path(scratch))
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / "latest.json"
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{path}\n{write()}")


def measure(articles: int, kept: Path, scratch: Path) -> dict[str, Any]:
    environment = environment_in(scratch)
    small = scratch / "seeds"
    _kgtui("--library", str(small), "stats")
    large = kept / f"synthetic-{articles}"
    built = None if large.exists() else _build(large, articles, scratch)
    libraries = {"5 articles": (small, _first_word(small)), f"{articles} articles": (large, _first_word(large))}
    return {
        "machine": {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.system()},
        "build": built,
        "first_paint": first_paints(libraries, environment),
        "keys": {name: keys(path, title, environment) for name, (path, title) in libraries.items()},
        "search": searches(large),
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
