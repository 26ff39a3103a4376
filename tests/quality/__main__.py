"""Measure extraction and search, and write docs/quality.md.

    python -m tests.quality [--words FOLDER …]

FOLDER is a set of queries (`articles.jsonl`, `queries.jsonl`), as `tests.quality.treebank` makes them from sentences;
the page keeps the figures of sets that are not given.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .extraction import measured
from .figures import keep, kept, measured_people, measured_words
from .known_errors import known_errors
from .patterns import patterns_right
from .questions import answers
from .recogniser import measured_joined
from .report import Figures, page
from .score import say
from .search import measured_search
from .slips import measured_slips, understood
from .speed import words_a_second
from .texts import ROOT, SETS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=Path, nargs="+", default=[])
    options = parser.parse_args()
    speed = words_a_second()
    if options.words:
        keep("words", measured_words(options.words))
    known, classes = kept(), measured_search()
    figures = Figures(
        extraction=[(texts, measured(texts)) for texts in SETS],
        first=known["first"],
        patterns=patterns_right(),
        known_errors=known_errors(),
        classes=classes,
        sets={"sentences": classes["all"], "people": measured_people(), **known["words"]},
        former=known["former"],
        speed=speed,
        answers=answers(),
        slips=understood(measured_slips()),
        joined=measured_joined(),
        real=known["real"],
    )
    text = page(figures)
    (ROOT / "docs" / "quality.md").write_text(text, encoding="utf-8")
    say(text)


main()
