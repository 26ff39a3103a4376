"""Sending text to the terminal's clipboard, without ever claiming that it arrived.

Inside tmux its own buffer is loaded with the flag that passes it on; else the terminal is asked by OSC 52. A file gets
the text in any case. No helper of a graphical desktop is called: over SSH it would hang.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from kgtui import settings

_TMUX_SECONDS = 2.0
# Terminals drop a longer sequence whole, and say nothing: the least of their limits is 100,000 bytes of base64.
_OSC52_BYTES = 74_000


class Copied(NamedTuple):
    """Whether the terminal was given the text, and the file that holds it, None where none could be written."""

    sent: bool
    path: Path | None


def copy(text: str, environment: Mapping[str, str], send_osc52: Callable[[str], None]) -> Copied:
    """Hand the text on, to the terminal and to a file."""
    sent = bool(environment.get("TMUX")) and _load_tmux_buffer(text)
    if not sent and len(text.encode()) <= _OSC52_BYTES:
        send_osc52(text)
        sent = True
    return Copied(sent, _write(text))


def _load_tmux_buffer(text: str) -> bool:
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],  # noqa: S607 - the user's own tmux
            input=text.encode(),
            capture_output=True,
            timeout=_TMUX_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _write(text: str) -> Path | None:
    path = settings.state_folder() / "copied.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError:
        return None
    return path
