"""First paint against an empty app, bytes and milliseconds a key, silence when idle."""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp
from typing import Any, NamedTuple

from benchmarks.terminal import Answer, Terminal

HERE = Path(__file__).parent
KGTUI = [sys.executable, "-m", "kgtui"]
DOWN, UP, PAGE_DOWN, PAGE_UP = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~"
ENTER, ESCAPE, TAB, QUIT = b"\r", b"\x1b", b"\t", b"\x11"
_SEARCHED = "сотрудничество"

Paint = tuple[float, float]  # milliseconds of the clock and of the processor


class _Start(NamedTuple):
    """What is waited for; the environment, and the reader's own files of a session before."""

    marker: str
    variables: Mapping[str, str]
    files: Path | None = None


def environment_in(scratch: Path) -> dict[str, str]:
    """A truecolor terminal and a Russian locale; the program keeps its own files in a new folder in the scratch one, so
    that no session goes on where another stopped."""
    files = Path(mkdtemp(dir=scratch))
    return {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "ru_RU.UTF-8",
        "XDG_STATE_HOME": str(files / "state"),
        "XDG_CACHE_HOME": str(files / "cache"),
        "XDG_CONFIG_HOME": str(files / "config"),
        "PYTHONPATH": str(HERE.parent),
        # Compiled, as an installer leaves a package, both programs alike and whatever the caller's environment says.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
    }


def first_paints(libraries: Mapping[str, tuple[Path, str]], scratch: Path, rounds: int = 9) -> dict[str, Any]:
    """From the start of the empty app to its line, and of kgtui, without arguments as its readers start it, to the
    first title of each library, one after the other each round: milliseconds of the clock (``ms``, ``ratio``) and of
    the processor (``cpu_ms``, ``cpu_ratio``), which other work on the machine disturbs less. Also where a session goes
    on that was left while an article was read, or in a search: then to its query."""
    load = round(os.getloadavg()[0], 1)
    starts: dict[str, _Start] = {}
    for name, (library, title) in libraries.items():
        starts[name] = fresh = _Start(title, {"KGTUI_LIBRARY": str(library)})
        starts[f"{name}, an article left open"] = fresh._replace(files=_left(fresh, [DOWN, DOWN, ENTER], scratch))
        typed = [b"/", *(letter.encode() for letter in _SEARCHED), ENTER]
        starts[f"{name}, left in a search"] = fresh._replace(marker=_SEARCHED, files=_left(fresh, typed, scratch))
    empty: list[Paint] = []
    paints: dict[str, list[Paint]] = {name: [] for name in starts}
    for _ in range(rounds + 1):
        empty.append(_paint([sys.executable, str(HERE / "empty_app.py")], "READY", environment_in(scratch)))
        for name, start in starts.items():
            environment = {**environment_in(scratch), **start.variables}
            if start.files:
                copytree(start.files, environment["XDG_STATE_HOME"])
            paints[name].append(_paint(KGTUI, start.marker, environment))
    rows: dict[str, dict[str, Any]] = {"empty": _times(empty)}
    for name, values in paints.items():
        ratios = [(ms / floor[0], cpu / floor[1]) for (ms, cpu), floor in zip(values[1:], empty[1:], strict=True)]
        clock, processor = (sorted(each) for each in zip(*ratios, strict=True))
        rows[name] = {
            **_times(values),
            "ratio": round(statistics.median(clock), 3),
            "cpu_ratio": round(statistics.median(processor), 3),
        }
    return {"load": load, "rows": rows}


def _left(start: _Start, keys: Sequence[bytes], scratch: Path) -> Path:
    """The reader's own files after a session with these keys."""
    environment = {**environment_in(scratch), **start.variables}
    terminal = Terminal(KGTUI, environment=environment)
    try:
        terminal.wait_for(start.marker)
        terminal.rest()
        for key in keys:
            terminal.press(key)
        terminal.rest()
        terminal.press(QUIT)
    finally:
        terminal.close()
    return Path(environment["XDG_STATE_HOME"])


def keys(library: Path, title: str, size: tuple[int, int], scratch: Path, presses: int = 40) -> dict[str, Any]:
    """Bytes and milliseconds of the common keys in a window of columns and lines, in one session."""
    columns, lines = size
    terminal = Terminal(
        [*KGTUI, "--library", str(library)], environment=environment_in(scratch), columns=columns, lines=lines
    )
    try:
        terminal.wait_for(title)
        terminal.settle()
        rows: dict[str, Any] = {"down": _summary([terminal.press(key) for key in _walk(terminal, presses)])}
        terminal.press(b"/")
        # Letters that change the line but not the list: nothing holds such a word.
        letters = [terminal.press(letter.encode()) for letter in "жжжжжжжж"]
        rows["letter"] = _summary(letters[3:])
        for _ in range(8):
            terminal.press(b"\x7f")
        rows["search_letter"] = _summary([terminal.press(letter.encode()) for letter in "кыргызстан"])
        terminal.press(ENTER)
        opened = []
        for _ in range(5):
            opened.append(terminal.press(ENTER))
            terminal.press(ESCAPE)
            terminal.press(DOWN)
        rows["open"] = _summary(opened)
        terminal.press(ENTER)
        rows["page_down"] = _summary([terminal.press(key) for key in (PAGE_DOWN, PAGE_UP) * 3])
        rows["tab"] = _summary([terminal.press(TAB) for _ in range(8)])
        rows["idle"] = {"bytes": terminal.idle(10.0), "seconds": 10}
        return rows
    finally:
        terminal.close()


def _walk(terminal: Terminal, presses: int) -> list[bytes]:
    """Down and up in turn after a first step, so that a short list never ends under the cursor."""
    terminal.press(DOWN)
    return [DOWN if number % 2 else UP for number in range(presses)]


def _paint(command: list[str], marker: str, environment: dict[str, str]) -> Paint:
    terminal = Terminal(command, environment=environment)
    try:
        ms = terminal.wait_for(marker)
        terminal.stop()  # what it does after the paint is not counted
        return ms, terminal.processor_ms()
    finally:
        terminal.close()


def _times(paints: list[Paint]) -> dict[str, float]:
    """The medians; the first round compiles what was never imported before, and warms the file cache."""
    clock, processor = zip(*paints[1:], strict=True)
    return {"ms": round(statistics.median(clock), 1), "cpu_ms": round(statistics.median(processor), 1)}


def _summary(answers: list[Answer]) -> dict[str, float]:
    times = sorted(answer.ms for answer in answers)
    return {
        "bytes_median": statistics.median(answer.size for answer in answers),
        "bytes_max": max(answer.size for answer in answers),
        "ms_median": round(statistics.median(times), 1),
        "ms_p95": round(times[min(len(times) - 1, round(0.95 * (len(times) - 1)))], 1),
    }
