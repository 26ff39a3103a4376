"""The articles that all engines are given, kept on disk in parts, so that any number of them fits in memory.

Texts are those of `make_corpus`. Facts are drawn, not extracted, since extracting takes most of an hour for 100,000
articles and the engines do not care: each article names as many things of each kind as one of the seed articles does.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.engines.article import NAMED_KINDS
from benchmarks.make_corpus import articles as texts
from kgtui.extraction.extract import extract
from kgtui.gazetteer import load_gazetteer
from kgtui.language import TokenKind, analyse
from kgtui.language.analysis import tokens_in
from kgtui.reading import documents_in
from kgtui.settings import seeds_folder

VERSION = 1  # of what a part holds; parts of another version are made anew
SEED = 1
PART = 2000  # articles

_INVENTED = {"bloc": 25, "person": 3000, "organisation": 1500, "place": 800}  # different names of each kind


def parts(folder: Path, articles: int) -> list[Path]:
    """The files of the first so many articles; made where they are missing."""
    kept = folder / f"corpus-{VERSION}"
    paths = [kept / f"{start:07}.jsonl" for start in range(0, articles, PART)]
    if not all(path.exists() for path in paths):
        kept.mkdir(parents=True, exist_ok=True)
        _write(paths, articles)
    return paths


def _write(paths: Sequence[Path], articles: int) -> None:
    rows = _rows(articles)
    for path in paths:
        part = list(islice(rows, PART))
        if path.exists():
            continue
        unfinished = path.with_suffix(".new")
        with unfinished.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in part)
        unfinished.replace(path)
        print(f"corpus: {path.name}", flush=True)


def _rows(articles: int) -> Iterator[dict[str, object]]:
    chance = random.Random(SEED)  # noqa: S311 - a benchmark is to be repeatable
    counts, names = _counts_of_seeds(), _names(chance)
    for number, record in enumerate(texts(_whole(articles), SEED), 1):
        tokens = [token for token in tokens_in(record["text"]) if token.kind is not TokenKind.MARK]
        yield {
            "number": number,
            "title": record["title"],
            "text": record["text"],
            "date": record["date"],
            "source": record["source"],
            "title_words": " ".join(_words(record["title"])),
            "words": " ".join(token.text for token in tokens),
            "named": [
                (kind, name, token.start, token.end)
                for kind, count in chance.choice(counts).items()
                for name in dict.fromkeys(_drawn(names[kind], chance) for _ in range(count))
                for token in [chance.choice(tokens)]
            ],
        }


def _whole(articles: int) -> int:
    return -(-articles // PART) * PART


def _words(text: str) -> Iterable[str]:
    return (token.text for token in tokens_in(text) if token.kind is not TokenKind.MARK)


def _counts_of_seeds() -> list[Counter[str]]:
    """How many things of each kind each seed article names."""
    found = []
    for document in documents_in([seeds_folder()]):
        facts = extract(document, analyse(document.text, document.body))  # type: ignore[arg-type, union-attr]
        kinds = Counter(entity.kind.value for entity in facts.entities)
        found.append(Counter({kind: kinds[kind] for kind in NAMED_KINDS}))
    return found


def _names(chance: random.Random) -> dict[str, list[str]]:
    """The names of each kind; a country's is its code."""
    codes = list(load_gazetteer().countries)
    chance.shuffle(codes)
    invented = {kind: [f"{kind} {number}" for number in range(count)] for kind, count in _INVENTED.items()}
    return {**invented, "country": codes}


def _drawn(names: Sequence[str], chance: random.Random) -> str:
    """By Zipf's law: the rank's logarithm is even."""
    return names[min(int(len(names) ** chance.random()), len(names) - 1)]
