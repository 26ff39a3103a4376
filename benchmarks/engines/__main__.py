"""Compare the engines, keep the raw results, write docs/benchmarks.md.

usage: python -m benchmarks.engines [--articles N ...] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.engines.runner import measured
from benchmarks.page import RESULTS, write


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description="Compare search engines.")
    parser.add_argument("--articles", type=_hundreds, nargs="+", default=[20_000, 100_000], help="sizes of the corpus")
    parser.add_argument("--keep", type=Path, help="folder in which the corpus is kept between runs")
    arguments = parser.parse_args()
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
    for articles in arguments.articles:
        with tempfile.TemporaryDirectory(dir=arguments.keep) as scratch:  # beside the corpus: both may be large
            results = measured(articles, arguments.keep or Path(scratch), Path(scratch))
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"engines-{articles}.json"
        path.write_text(json.dumps(results, ensure_ascii=False) + "\n", encoding="utf-8")
        print(path)
    print(write())


def _hundreds(text: str) -> int:
    articles = int(text)
    if articles <= 0 or articles % 100:
        raise argparse.ArgumentTypeError("a multiple of 100")
    return articles


if __name__ == "__main__":
    main()
