"""The figures of search, set by set, beside those of before."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from . import people
from .search import measured_search
from .texts import ROOT

KEPT = ROOT / "tests" / "quality" / "figures.json"

Row = dict[str, float]


def kept() -> dict[str, Any]:
    """``former``: the figures of every set before the language was finished; ``words`` and ``real``: those of the sets
    whose texts are not part of the program, treebanks and texts with marked names, when they were last given;
    ``joined``: F1 with the recogniser, when it was last installed.
    """
    figures: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8"))
    return figures


def keep(part: str, rows: Mapping[str, object]) -> None:
    """Keep what was measured in ``words``, ``joined`` or ``real`` in place of what is kept of the same sets."""
    figures = kept()
    figures[part] = {**figures.get(part, {}), **rows}
    KEPT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def measured_people() -> Row:
    with tempfile.TemporaryDirectory() as place:
        people.write(Path(place))
        return measured_search(Path(place))["all"]


def measured_words(folders: Iterable[Path]) -> dict[str, Row]:
    return {folder.name: measured_search(folder)["all"] for folder in folders}
