"""Where the texts with gold are, and the least that has to be reached on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "tests" / "texts"
SEARCH = TEXTS / "search"
SLIPS = TEXTS / "slips"


@dataclass(frozen=True, slots=True)
class TextSet:
    """Articles in a folder, their gold, and the least that extraction has to reach on them.

    ``floors`` are F1 by field; that of ``published`` is accuracy, where a date rightly left open counts as right.
    """

    name: str
    about: str
    folder: Path
    gold: Path
    floors: Mapping[str, float]


SETS = (
    TextSet(
        name="seeds",
        about="the five articles that come with the program",
        folder=ROOT / "seeds",
        gold=TEXTS / "seeds_gold.jsonl",
        floors={"published": 1.0, "countries": 1.0, "persons": 0.95, "organisations": 0.80, "places": 0.85},
    ),
    TextSet(
        name="dev",
        about="24 constructed articles in the manner of the agencies",
        folder=TEXTS / "dev",
        gold=TEXTS / "dev" / "gold.jsonl",
        floors={"published": 0.95, "countries": 0.95, "persons": 0.85},
    ),
)
