"""Letters typed while the search for the one before runs, beside letters typed while nothing does.

Other work on the machine delays a letter too, often by more than what is looked for. So both kinds of letters are typed
in turn in one session, each letter of each query as either kind, and told by three clocks from the key until the letter
stands in the search line: the clock on the wall; the same without the time for which the screen's thread was ready to
run and had no processor, as the kernel counts it; the processor time of that thread. The second is what the program
itself makes one wait, whatever holds its screen up: its own steps, Python's lock in another thread, a pipe. The third
is what the steps of the screen alone cost. The delay is the difference of the two kinds, quantile by quantile.
"""

from __future__ import annotations

import os
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import pyte

from benchmarks.screen import KGTUI, environment_in
from benchmarks.terminal import Chunk, KeyTimes, Terminal

COLUMNS, LINES = 120, 40
RHYTHM = 0.08  # seconds between two letters: a fast typist
GAPS = (0.03, 0.12, 0.05, 0.2, 0.08)  # seconds after a letter: while it is searched for, and while its list is filled
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


def delays(libraries: Mapping[str, tuple[Path, str]], scratch: Path, rounds: int = 4) -> dict[str, Any]:
    """By library and clock the median, the 95th percentile and the worst of both kinds of letters, and the delay; the
    load of the machine before."""
    load = round(os.getloadavg()[0], 1)
    rows = {name: _of(library, title, scratch, rounds) for name, (library, title) in libraries.items()}
    return {"load": load, "libraries": rows}


def _of(library: Path, title: str, scratch: Path, rounds: int) -> dict[str, Any]:
    letters: dict[bool, list[KeyTimes]] = defaultdict(list)
    for number in range(rounds):
        for searching, times in _session(library, title, scratch, number % 2):
            letters[searching].append(times)
    rows: dict[str, Any] = {"letters": {"searching": len(letters[True]), "resting": len(letters[False])}}
    for clock in KeyTimes._fields:
        busy, rest = (_quantiles([getattr(each, clock) for each in letters[kind]]) for kind in (True, False))
        rows[clock] = {
            "searching": busy,
            "resting": rest,
            "delay": [round(a - b, 1) for a, b in zip(busy, rest, strict=True)],
        }
    return rows


def _session(library: Path, title: str, scratch: Path, turn: int) -> Iterator[tuple[bool, KeyTimes]]:
    """The queries typed one after the other; every second letter, which ones by ``turn``, soon after the one before."""
    terminal = Terminal(
        [*KGTUI, "--library", str(library)], environment=environment_in(scratch), columns=COLUMNS, lines=LINES
    )
    gaps = cycle(GAPS)
    try:
        terminal.wait_for(title)
        terminal.press(b"/")
        screen = _Screen(terminal.seen)
        for query in QUERIES:
            for index, letter in enumerate(query):
                searching = index > 0 and index % 2 == turn
                screen.feed(terminal.listen(next(gaps)) if searching else terminal.rest())
                yield searching, terminal.timed(letter.encode(), partial(screen.shows, query[: index + 1]))
            screen.feed(terminal.typed([DELETE] * len(query), RHYTHM / 4).chunks)
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

    def shows(self, query: str, chunk: bytes) -> bool:
        """Whether with this chunk the search line holds the query."""
        self._stream.feed(chunk)
        line = next((each for each in self._screen.display if each.startswith(" / ")), "")
        return line[3:].startswith(query)


def _quantiles(times: Sequence[float]) -> list[float]:
    """The median, the 95th percentile and the worst."""
    ordered = sorted(times)
    return [
        round(each, 1) for each in (statistics.median(ordered), ordered[round(0.95 * (len(times) - 1))], ordered[-1])
    ]
