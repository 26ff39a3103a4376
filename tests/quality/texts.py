"""Where the texts with gold are, and the least that has to be reached on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .score import read_jsonl

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "tests" / "texts"
SEARCH = TEXTS / "search"
SLIPS = TEXTS / "slips"
FACTS = TEXTS / "facts"


@dataclass(frozen=True, slots=True)
class TextSet:
    """Articles (a folder of ``*.txt``, or JSON lines), their gold, and the least that extraction has to reach on them.

    ``floors`` are F1 by field; that of ``published`` is accuracy, where a date rightly left open counts as right. The
    errors in an ``unread`` set are counted, but not shown.
    """

    name: str
    about: str
    articles: Path
    gold: Path
    floors: Mapping[str, float]
    unread: bool = False

    def wording(self) -> dict[str, str]:
        """The text of each article by its id."""
        if self.articles.is_dir():
            return {path.stem: path.read_text(encoding="utf-8") for path in self.articles.glob("*.txt")}
        return {article: record["text"] for article, record in read_jsonl(self.articles).items()}


SETS = (
    TextSet(
        name="seeds",
        about="the five articles that come with the program",
        articles=ROOT / "seeds",
        gold=TEXTS / "seeds_gold.jsonl",
        floors={
            "published": 1.0,
            "countries": 1.0,
            "persons": 1.0,
            "organisations": 1.0,
            "places": 1.0,
            "projects": 1.0,
            "figures_value": 1.0,
            "figures_full": 0.95,
            "quotes_span": 1.0,
            "quotes_speaker": 1.0,
            "meetings": 0.95,
            "promises": 0.85,
        },
    ),
    TextSet(
        name="dev",
        about="24 constructed articles in the manner of the agencies",
        articles=TEXTS / "dev",
        gold=TEXTS / "dev" / "gold.jsonl",
        floors={"published": 0.95, "countries": 0.95, "persons": 0.97, "organisations": 0.97, "places": 0.97},
    ),
    TextSet(
        name="near",
        about="94 short constructed texts with every hard pattern and its near-misses, read while rules are written",
        articles=FACTS / "near_texts.jsonl",
        gold=FACTS / "near_gold.jsonl",
        floors={
            "published": 0.95,
            "countries": 0.97,
            "persons": 0.97,
            "organisations": 0.95,
            "places": 0.95,
            "projects": 0.85,
            "figures_value": 0.98,
            "figures_full": 0.88,
            "quotes_span": 0.97,
            "quotes_speaker": 0.95,
            "meetings": 0.90,
            "promises": 0.85,
        },
    ),
    TextSet(
        name="blind",
        about="93 more, whose errors nobody reads",
        articles=FACTS / "blind_texts.jsonl",
        gold=FACTS / "blind_gold.jsonl",
        floors={
            "published": 0.95,
            "countries": 0.97,
            "persons": 0.91,
            "organisations": 0.84,
            "places": 0.94,
            "figures_value": 0.94,
            "figures_full": 0.75,
            "quotes_span": 0.95,
            "quotes_speaker": 0.80,
            "meetings": 0.65,
            "promises": 0.50,
        },
        unread=True,
    ),
    TextSet(
        name="pages",
        about="60 short constructed texts in the manner of saved news pages; its errors were read after the first run",
        articles=FACTS / "pages_texts.jsonl",
        gold=FACTS / "pages_gold.jsonl",
        floors={"published": 0.98, "countries": 0.95},
    ),
    TextSet(
        name="patterns",
        about="the hard patterns, a sentence or two each",
        articles=FACTS / "patterns_texts.jsonl",
        gold=FACTS / "patterns_gold.jsonl",
        floors={"figures_full": 0.95, "quotes_span": 0.95, "quotes_speaker": 0.92},
    ),
)
