"""The screen's end of its helper: started by the first job, ended with the screen."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from socket import socket, socketpair
from typing import TYPE_CHECKING

import kgtui
from kgtui.settings import Settings
from kgtui.tui.jobs.worker import Answer, Job, Worker
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.tui.jobs.helper import wire
else:
    wire = Unloaded("kgtui.tui.jobs.helper.wire")

_THRIFTY = {
    # Of glibc: one heap for all threads, of which only one runs at a time, and what a search needed goes back to the
    # system when it is done. Thirty readers of a large library hold a tenth less so; other systems do not heed it.
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(1 << 18),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 20),
}


class HelperGone(Exception):  # noqa: N818 - named for what is the matter
    """The helper has ended in the middle of a job. The next job starts another one."""


class Helper:
    """One process for some lines of work. It listens on a socket of which only the screen has the other end: where the
    screen is gone, however it went, the helper goes too."""

    def __init__(self, settings: Settings, names: Sequence[str]) -> None:
        self._settings = replace(settings, library=settings.library.absolute())
        self._names = names
        self._lines: dict[str, wire.Line] = {}
        self._life: wire.Line
        self._child: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._stopped = False
        self._cannot_start = False

    @property
    def pid(self) -> int | None:
        """None while it does not run."""
        return self._child.pid if self._child and self._child.poll() is None else None

    def worker(self, name: str, instead: Worker) -> Worker:
        """Does the jobs of a line, which must be picklable, as their answers must; ``instead`` does them where no
        process can be started: a server allows each of its users so many."""
        return partial(self._steps, name, instead)

    def stop(self) -> None:
        """What runs is not waited for: a crash could end it at any byte."""
        with self._starting:
            self._stopped = True
            self._end()

    def _steps(self, name: str, instead: Worker, job: Job) -> Generator[Answer | None, None, None]:
        line = self._line(name)
        if line is None:
            yield from instead(job)
            return
        try:
            line.write(job)
            while not isinstance(told := line.read(), wire.End):
                if isinstance(told, wire.Failed):
                    raise told.error from wire.ToldByHelper(told.told)
                try:
                    yield told.answer
                except GeneratorExit:
                    with suppress(wire.Gone):
                        line.write(False)
                    raise
                line.write(True)
        except wire.Gone as gone:
            self._give_up(line)
            raise HelperGone from gone

    def _line(self, name: str) -> wire.Line | None:
        """None where there is no helper, and will be none."""
        with self._starting:
            if self._child is None and not self._stopped and not self._cannot_start:
                self._start()
            return None if self._cannot_start else self._lines[name]

    def _give_up(self, line: wire.Line) -> None:
        """The next job starts another one, unless that was done since."""
        with self._starting:
            if line in self._lines.values():
                self._end()

    def _start(self) -> None:
        ends = {name: socketpair() for name in self._names}
        own, other = socketpair()
        try:
            self._child = _process(other, [end for _, end in ends.values()])
        except OSError:
            self._cannot_start = True
            for end in (own, *(end for end, _ in ends.values())):
                end.close()
        else:
            self._life = wire.Line(own)
            self._life.write(self._settings)
            self._lines = {name: wire.Line(end) for name, (end, _) in ends.items()}
        finally:
            for end in (other, *(end for _, end in ends.values())):
                end.close()

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            for line in (self._life, *self._lines.values()):
                line.close()
            self._child = None


def _process(life: socket, ends: Sequence[socket]) -> subprocess.Popen[bytes]:
    """A helper with these ends of the sockets. Raises OSError where no process can be started."""
    descriptors = [end.fileno() for end in ends]
    return subprocess.Popen(  # noqa: S603 - this program
        [sys.executable, "-m", "kgtui.tui.jobs.helper", *map(str, descriptors)],
        stdin=life.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**_THRIFTY, **os.environ},
        cwd=Path(kgtui.__file__).parents[1],  # ``-m`` looks for the program where it is started
        pass_fds=descriptors,
        start_new_session=True,  # a key that stops the screen, or a terminal that goes, is not its business
    )
