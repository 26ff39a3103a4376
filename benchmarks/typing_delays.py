"""Letters typed while searches run: how long each takes until it stands in the search line."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyte

from benchmarks.screen import KGTUI, environment_in
from benchmarks.terminal import Chunk, Terminal

COLUMNS, LINES = 120, 40
RHYTHM = 0.08  # seconds between two letters: a fast typist
_PARTS = ("median", "p95", "max")
DELETE = b"\x7f"
# What costs a search most: frequent words and beginnings, a country, phrases, several conditions.
QUERIES = (
    "президент",
    "а*",
    "кыргызстан сотрудничество",
    "страна:узбекистан",
    '"глава кабмина"',
    "с* ИЛИ п*",
    "встреча страна:россия",
)


def delays(libraries: Mapping[str, tuple[Path, str]], scratch: Path, rounds: int = 3) -> dict[str, Any]:
    """Milliseconds a letter in each library, by turns. The first of the libraries tells what a letter costs where there
    is next to nothing to search, on the machine as it was meanwhile: the delay of the others is what is above that,
    the median above the median, the worst above the worst."""
    found: dict[str, list[float]] = {name: [] for name in libraries}
    for _ in range(rounds):
        for name, (library, title) in libraries.items():
            found[name] += _letters(library, title, scratch)
    rows = {name: _summary(sorted(times)) for name, times in found.items()}
    quiet = next(iter(rows.values()))
    return {
        name: {**row, **{f"delay_{part}": round(row[f"ms_{part}"] - quiet[f"ms_{part}"], 1) for part in _PARTS}}
        for name, row in rows.items()
    }


def _letters(library: Path, title: str, scratch: Path) -> list[float]:
    """One session: the queries typed one after the other, at once after the start."""
    terminal = Terminal(
        [*KGTUI, "--library", str(library)], environment=environment_in(scratch), columns=COLUMNS, lines=LINES
    )
    try:
        terminal.wait_for(title)
        terminal.typed([b"/"], RHYTHM)
        screen = _Screen(terminal.seen)
        times: list[float] = []
        for query in QUERIES:
            typed = terminal.typed([letter.encode() for letter in query], RHYTHM)
            times += screen.latencies(query, typed.sent, typed.chunks)
            wiped = terminal.typed([DELETE] * len(query), RHYTHM / 4)
            screen.feed(wiped.chunks)
        return times
    finally:
        terminal.close()


class _Screen:
    """What the terminal shows, told chunk by chunk."""

    def __init__(self, sent: bytes) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._stream.feed(sent)

    def feed(self, chunks: Sequence[Chunk]) -> None:
        for _, chunk in chunks:
            self._stream.feed(chunk)

    def latencies(self, query: str, sent: Sequence[float], chunks: Sequence[Chunk]) -> Iterator[float]:
        """For each letter of a query: from when it was sent until the search line shows all up to it."""
        shown = 0
        for at, chunk in chunks:
            self._stream.feed(chunk)
            line = next((each for each in self._screen.display if each.startswith(" / ")), "")
            while shown < len(query) and line[3:].startswith(query[: shown + 1]):
                yield (at - sent[shown]) * 1000
                shown += 1
        if shown < len(query):
            raise TimeoutError(f"{query!r} was not shown beyond {query[:shown]!r}")


def _summary(times: Sequence[float]) -> dict[str, float]:
    return {
        "ms_median": round(statistics.median(times), 1),
        "ms_p95": round(times[round(0.95 * (len(times) - 1))], 1),
        "ms_max": round(times[-1], 1),
        "letters": len(times),
    }
