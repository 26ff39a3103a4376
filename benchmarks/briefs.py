"""How long briefs take beside plain SQL over the same rows: warm, in processor time, in one process and one run.

    python -m benchmarks.briefs [--articles N] [--keep FOLDER]

The library is of the articles of `benchmarks.make_news`; making it takes a quarter of an hour, so ``--keep`` names a
folder in which it stays. Writes `benchmarks/results/briefs.json` and the page.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Connection, connect
from statistics import median
from typing import Any

from benchmarks.page import RESULTS, write
from kgtui.dossier import Frame, Subject, country_subject, dossier_of, head_of, subject_of
from kgtui.dossier.overview import overview
from kgtui.export.page import page_of
from kgtui.library import Library, open_library
from kgtui.library.connections import FILE
from kgtui.model import EntityKind
from kgtui.settings import load_settings

ROUNDS = 5
HOME = "KG"
TODAY = date(2025, 12, 31)

# What a brief is about: the articles that name its subject, all that is said of it, and what else they name.
ARTICLES = """
SELECT number, id, title, articles.published, source, publisher FROM entities JOIN articles USING (number)
WHERE kind = ? AND key = ? ORDER BY articles.published DESC, number DESC
"""
SAID = """
SELECT number, facts.kind, value FROM concerned JOIN facts USING (fact, number) WHERE entity_kind = ? AND key = ?
"""
NAMED = """
SELECT number, other.kind, other.key, other.name, other.role, other.country FROM entities AS own
JOIN entities AS other USING (number) WHERE own.kind = ? AND own.key = ?
"""
# What the overview tells: how often and when each country is named, and all meetings and figures that concern one.
COUNTRIES = "SELECT key, articles.published, mentions FROM entities JOIN articles USING (number) WHERE kind = 'country'"
OF_COUNTRIES = """
SELECT key, number, value FROM concerned JOIN facts USING (fact, number)
WHERE entity_kind = 'country' AND concerned.kind IN ('meeting', 'figure')
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.briefs", description="Measure briefs.")
    parser.add_argument("--articles", type=int, default=20_000, help="size of the synthetic library")
    parser.add_argument("--keep", type=Path, help="folder of the synthetic library, made where it is missing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        library = _library(arguments.keep or Path(scratch), arguments.articles)
        results = {"articles": arguments.articles, **measured(library)}
    path = RESULTS / "briefs.json"
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{path}\n{write()}")


def measured(path: Path) -> dict[str, Any]:
    """Milliseconds of plain SQL, and of the head, the whole brief and the overview."""
    with (
        open_library(path, settings=load_settings(library=str(path))) as library,
        closing(connect(f"file:{path / FILE}?mode=ro", uri=True)) as record,
    ):
        briefs = {name: _brief(library, record, subject) for name, subject in _subjects(library)}
        return {"briefs": briefs, "overview": _overview(library, record)}


def _subjects(library: Library) -> Iterator[tuple[str, Subject]]:
    """The reader's own country, the most named other one, one of a tenth and one of a fiftieth of the articles; the
    most named person and bloc."""
    counts = library.country_counts()
    others = [count for count in counts if count.code != HOME]
    yield "own country", country_subject(HOME)
    yield "most frequent country", country_subject(others[0].code)
    for name, share in (("country of a tenth", 0.1), ("rare country", 0.02)):
        wanted = share * library.count()
        nearest = min(others, key=lambda count: abs(count.articles - wanted))
        yield name, country_subject(nearest.code)
    for kind in (EntityKind.PERSON, EntityKind.BLOC):
        first = library.entities(kind, limit=1)[0]
        yield kind.value, subject_of(kind, first.key, first.name)


def _brief(library: Library, record: Connection, subject: Subject) -> dict[str, Any]:
    frame, whom = Frame(TODAY, HOME), (subject.kind.value, subject.key)
    listed = _clocked(lambda: record.execute(ARTICLES, whom).fetchall())
    plain = _clocked(lambda: [record.execute(asked, whom).fetchall() for asked in (ARTICLES, SAID, NAMED)])
    head = _clocked(lambda: page_of(head_of(library, subject, frame)))
    whole = _clocked(lambda: page_of(dossier_of(library, subject, frame)))
    return {
        "articles": len(library.numbers_naming(subject.kind, subject.key)),
        "listed_ms": round(1000 * listed, 1),
        **_beside(plain, head=head, whole=whole),
    }


def _overview(library: Library, record: Connection) -> dict[str, Any]:
    plain = _clocked(lambda: [record.execute(asked).fetchall() for asked in (COUNTRIES, OF_COUNTRIES)])
    return _beside(plain, whole=_clocked(lambda: overview(library, HOME, TODAY)))


def _beside(plain: float, **ours: float) -> dict[str, Any]:
    return {
        "sql_ms": round(1000 * plain, 1),
        **{f"{name}_ms": round(1000 * seconds, 1) for name, seconds in ours.items()},
        **{f"{name}_ratio": round(seconds / plain, 2) for name, seconds in ours.items()},
    }


def _clocked(job: Callable[[], object]) -> float:
    """Processor seconds, the median of some rounds after a first one that fills caches; garbage is left, as the screen
    freezes what it has loaded."""
    job()
    gc.collect()
    gc.freeze()
    return median(_once(job) for _ in range(ROUNDS))


def _once(job: Callable[[], object]) -> float:
    started = time.process_time()
    job()
    return time.process_time() - started


def _library(kept: Path, articles: int) -> Path:
    library = kept / f"news-{articles}"
    if not library.exists():
        corpus = kept / f"news-{articles}.jsonl"
        _run("benchmarks.make_news", str(corpus), "--articles", str(articles))
        _run("kgtui", "--library", str(library), "add", str(corpus))
    return library


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)  # noqa: S603 - our own programs


if __name__ == "__main__":
    main()
