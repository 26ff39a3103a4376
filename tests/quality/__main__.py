"""Measure extraction and search, and write docs/quality.md."""

from __future__ import annotations

from .extraction import measured
from .report import page
from .score import say
from .search import measured_search
from .slips import measured_slips, understood
from .texts import ROOT, SETS


def main() -> None:
    text = page([(texts, measured(texts)) for texts in SETS], measured_search(), understood(measured_slips()))
    (ROOT / "docs" / "quality.md").write_text(text, encoding="utf-8")
    say(text)


main()
