"""What one of thirty readers of a library takes of the machine's memory."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.screen import KGTUI, environment_in
from benchmarks.terminal import Terminal
from benchmarks.typing_delays import RHYTHM

READERS = 30
ENTER = b"\r"


def memory(libraries: Mapping[str, tuple[Path, str]], scratch: Path, readers: int = READERS) -> Any:
    """Megabytes of one session, alone and beside the others: each has searched and reads an article."""
    return {name: _of(library, title, scratch, readers) for name, (library, title) in libraries.items()}


def _of(library: Path, title: str, scratch: Path, readers: int) -> dict[str, Any]:
    sessions: list[Terminal] = []
    try:
        sessions.append(_session(library, title, scratch))
        alone = sessions[0].memory()
        sessions += [_session(library, title, scratch) for _ in range(readers - 1)]
        among = [session.memory() for session in sessions]
        return {
            "readers": readers,
            "alone": alone,
            "one_of_them": {part: round(statistics.median(each[part] for each in among), 1) for part in alone},
            "pss_of_all": round(sum(each["pss"] for each in among)),
        }
    finally:
        for session in sessions:
            session.close()


def _session(library: Path, title: str, scratch: Path) -> Terminal:
    terminal = Terminal([*KGTUI, "--library", str(library)], environment=environment_in(scratch))
    terminal.wait_for(title)
    terminal.settle()
    terminal.typed([letter.encode() for letter in "/сотрудничество"], RHYTHM)
    terminal.press(ENTER)
    terminal.press(ENTER)
    terminal.settle()
    return terminal
