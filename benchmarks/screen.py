"""First paint against an empty app, bytes and milliseconds a key, silence when idle."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.terminal import Answer, Terminal

HERE = Path(__file__).parent
KGTUI = [sys.executable, "-m", "kgtui"]
DOWN, UP, PAGE_DOWN, END = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[F"


def environment_in(scratch: Path) -> dict[str, str]:
    """A truecolor terminal and a Russian locale; the program keeps its own files in the scratch folder."""
    return {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "ru_RU.UTF-8",
        "XDG_STATE_HOME": str(scratch / "state"),
        "XDG_CACHE_HOME": str(scratch / "cache"),
        "XDG_CONFIG_HOME": str(scratch / "config"),
        "PYTHONPATH": str(HERE.parent),
    }


def first_paints(libraries: Mapping[str, tuple[Path, str]], base: Mapping[str, str], rounds: int = 9) -> dict[str, Any]:
    """Milliseconds to the empty app's line and to the first title of each library, one after the other each round."""
    empty: list[float] = []
    paints: dict[str, list[float]] = {name: [] for name in libraries}
    for _ in range(rounds + 1):
        empty.append(_paint([sys.executable, str(HERE / "empty_app.py")], "READY", base))
        for name, (library, title) in libraries.items():
            paints[name].append(_paint([*KGTUI, "--library", str(library)], title, base))
    rows: dict[str, dict[str, Any]] = {"empty": {"ms": _median(empty)}}
    for name, values in paints.items():
        ratios = [value / floor for value, floor in zip(values[1:], empty[1:], strict=True)]
        rows[name] = {"ms": _median(values), "ratio": round(statistics.median(ratios), 3), "all": _rounded(ratios)}
    return rows


def keys(library: Path, title: str, base: Mapping[str, str], presses: int = 40) -> dict[str, Any]:
    """Bytes and milliseconds of the common keys at 120x40, in one session."""
    terminal = Terminal([*KGTUI, "--library", str(library)], environment=base)
    try:
        terminal.wait_for(title)
        terminal.settle()
        rows: dict[str, Any] = {
            "down": _summary([terminal.press(key) for key in _walk(terminal, presses)]),
            "page_down": _summary([terminal.press(PAGE_DOWN) for _ in range(5)]),
        }
        terminal.press(b"/")
        # Letters that change the line but not the list: nothing holds such a word.
        letters = [terminal.press(letter.encode()) for letter in "жжжжжжжж"]
        rows["letter"] = _summary(letters[3:])
        for _ in range(8):
            terminal.press(b"\x7f")
        rows["search_letter"] = _summary([terminal.press(letter.encode()) for letter in "кыргызстан"])
        terminal.press(b"\x1b")
        rows["idle"] = {"bytes": terminal.idle(10.0), "seconds": 10}
        rows["memory_mb"] = round(terminal.resident_mb(), 1)
        return rows
    finally:
        terminal.close()


def _walk(terminal: Terminal, presses: int) -> list[bytes]:
    """Down and up in turn after a first step, so that a short list never ends under the cursor."""
    terminal.press(DOWN)
    return [DOWN if number % 2 else UP for number in range(presses)]


def _paint(command: list[str], marker: str, base: Mapping[str, str]) -> float:
    terminal = Terminal(command, environment=base)
    try:
        return terminal.wait_for(marker)
    finally:
        terminal.close()


def _summary(answers: list[Answer]) -> dict[str, float]:
    times = sorted(answer.ms for answer in answers)
    return {
        "bytes_median": statistics.median(answer.size for answer in answers),
        "bytes_max": max(answer.size for answer in answers),
        "ms_median": round(statistics.median(times), 1),
        "ms_p95": round(times[min(len(times) - 1, round(0.95 * (len(times) - 1)))], 1),
    }


def _median(values: list[float]) -> float:
    return round(statistics.median(values[1:]), 1)  # the first round warms the file cache


def _rounded(values: list[float]) -> list[float]:
    return [round(value, 3) for value in values]
