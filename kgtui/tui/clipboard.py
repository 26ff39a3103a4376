"""Sending text to the terminal's clipboard, without ever claiming that it arrived.

Inside tmux its own buffer is loaded with the flag that passes it on; else the terminal is asked by OSC 52. A file gets
the text in any case. No helper of a graphical desktop is called: over SSH it would hang.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from kgtui import settings

_TMUX_SECONDS = 2.0


def copy(text: str, environment: Mapping[str, str], send_osc52: Callable[[str], None]) -> Path | None:
    """Hand the text on; gives the file that holds it too, None where none could be written."""
    if not (environment.get("TMUX") and _load_tmux_buffer(text)):
        send_osc52(text)
    return _write(text)


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
