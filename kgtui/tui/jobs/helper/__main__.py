"""The helper: a thread a line of work, one library for them all. It ends when the screen does."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from functools import partial
from socket import socket

from kgtui.library import Library, open_library
from kgtui.locale import use_language
from kgtui.settings import Settings
from kgtui.tui.jobs.helper.wire import End, Failed, Gone, Line, Step
from kgtui.tui.jobs.worker import Job, steps_of


class _Opened:
    """The library, opened by the first job; one that cannot be opened is tried anew by the next."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._library: Library | None = None
        self._opening = threading.Lock()

    def __call__(self) -> Library:
        with self._opening:
            if self._library is None:
                self._library = open_library(self._settings.library, create=False, settings=self._settings)
            return self._library


def main() -> None:
    life = Line(socket(fileno=sys.stdin.fileno()))
    settings: Settings = life.read()
    use_language(settings.language)
    opened = _Opened(settings)
    for descriptor in map(int, sys.argv[1:]):
        line = Line(socket(fileno=descriptor))
        threading.Thread(target=partial(_serve, line, opened), daemon=True).start()
    with suppress(Gone):
        life.read()  # comes to an end with the screen
    os._exit(0)  # whatever is being done is for nobody


def _serve(line: Line, opened: _Opened) -> None:
    with suppress(Gone):
        while True:
            try:
                job: Job = line.read()
                for answer in steps_of(job, opened()):
                    line.write(Step(answer))
                    if not line.read():
                        break
                else:
                    line.write(End())
            except Gone:
                raise
            except Exception as error:  # the screen says it
                line.write(Failed.by(error))


if __name__ == "__main__":
    main()
