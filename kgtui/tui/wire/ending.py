"""The end of the terminal is the end of the program: a hang-up, a request to end, a line that breaks."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
from collections.abc import Callable

# What the reader keeps is written at every change: once nobody looks, work that is under way need not be waited for.
_PATIENCE_SECONDS = 1.0


def end_with_terminal(end: Callable[[], object]) -> None:
    """Have the program ended as Ctrl+Q does; to be called in the loop of the main thread."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(number, end)
    threading.Thread(target=_wait_for_hangup, args=(loop, end), name="kgtui-hangup", daemon=True).start()


def _wait_for_hangup(loop: asyncio.AbstractEventLoop, end: Callable[[], object]) -> None:
    """Blocks until the other side of stdin is closed; Textual itself would go on reading nothing, at full speed."""
    poll = select.poll()
    poll.register(sys.__stdin__ or 0, 0)  # hang-up and errors are reported unasked
    poll.poll()
    impatience = threading.Timer(_PATIENCE_SECONDS, os._exit, (0,))
    impatience.daemon = True
    impatience.start()
    loop.call_soon_threadsafe(end)
