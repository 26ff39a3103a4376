"""How long searches take inside one process, by kind of query."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from kgtui.library import open_library
from kgtui.settings import load_settings

QUERIES = {
    "frequent word": ["сотрудничество", "встреча", "страны", "развитие", "президент"],
    "name": ["касымалиеву", "жапарову", "токаева", "расулзоды", "мишустиным"],
    "two words": ["президент узбекистана", "развитие торговли", "встреча касымалиева"],
    "phrase": ['"глава кабмина"', '"столица таджикистана"', '"железная дорога"'],
    "prefix": ["тамож*", "торг*", "сотр*", "пре*"],
    "country": ["киргизия", "таджикистан", "узбекистан"],
    "nothing": ["абвгдеж", "щщщщ"],
}


def searches(library: Path, rounds: int = 5) -> dict[str, Any]:
    """Milliseconds to all hits in order, and to twenty with their snippets; the first round is not counted."""
    rows: dict[str, Any] = {}
    with open_library(library, settings=load_settings(library=str(library))) as opened:
        for kind, queries in QUERIES.items():
            ranked: list[float] = []
            shown: list[float] = []
            for number in range(rounds + 1):
                for query in queries:
                    ranked += _timed(lambda query=query: opened.search(query, snippets=False), number)
                    shown += _timed(lambda query=query: opened.search(query, limit=20), number)
            rows[kind] = {"all_hits": _summary(ranked), "twenty_with_snippets": _summary(shown)}
    return rows


def _timed(search: Any, number: int) -> list[float]:
    start = time.perf_counter()
    search()
    return [(time.perf_counter() - start) * 1000] if number else []


def _summary(times: list[float]) -> dict[str, float]:
    times = sorted(times)
    return {
        "ms_median": round(statistics.median(times), 1),
        "ms_p95": round(times[round(0.95 * (len(times) - 1))], 1),
    }
