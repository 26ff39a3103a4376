"""A command of the program in a process of its own, which yields the processor to others: for the screen, whose keys it
must not delay.

The command says how far it is in JSON lines (``--jsonl``): ``{"done", "of"}`` a step, and at its end what it did. It is
ended as Ctrl+C would end it, so that what it has committed stays and is indexed; where the screen goes without a word,
it ends at its next step, since nobody takes that from it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kgtui

_NICENESS = 19
_PAUSE = 1.0  # seconds between two steps that are told
_INTERRUPTIONS = (130, -signal.SIGINT)


@dataclass(frozen=True, slots=True)
class Step:
    """How far it is: ``done`` of so many, ``of`` is None where that is not known; ``took`` so many seconds so far."""

    done: int
    of: int | None
    took: float

    @property
    def left(self) -> float | None:
        """Seconds that it may still take, None where that cannot be told."""
        return self.took / self.done * (self.of - self.done) if self.of and self.done else None


@dataclass(frozen=True, slots=True)
class Ended:
    """What the command says it did; nothing of one that was interrupted."""

    report: Mapping[str, Any]
    interrupted: bool = False


class BesideFailed(Exception):  # noqa: N818 - named for what is the matter
    """The command could not go on; ``message`` is what it said, in the reader's language."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Beside:
    """A command that runs; ``steps`` are to be taken by one thread, ``interrupt`` may be called from any. To make one
    raises OSError where no process can be started."""

    def __init__(self, command: str, *arguments: str) -> None:
        self._talk = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the steps
        self._began = time.monotonic()
        self._child = subprocess.Popen(  # noqa: S603 - this program
            [sys.executable, "-m", "kgtui", command, "--jsonl", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._talk,
            cwd=Path(kgtui.__file__).parents[1],  # ``-m`` looks for the program where it is started
            start_new_session=True,  # a terminal that goes does not end it in the middle of a step
        )
        os.setpriority(os.PRIO_PROCESS, self._child.pid, _NICENESS)

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def is_running(self) -> bool:
        return self._child.poll() is None

    def interrupt(self) -> None:
        """Have it end soon; its end is told by the steps."""
        self._child.send_signal(signal.SIGINT)

    def steps(self) -> Iterator[Step | Ended]:
        """How far it is, now and then, and how it ended. Raises BesideFailed."""
        told, report = 0.0, {}
        with self._child as child, self._talk:
            for line in child.stdout or ():
                record = json.loads(line)
                if "done" not in record:
                    report = record
                elif (took := time.monotonic() - self._began) - told >= _PAUSE:
                    told = took
                    yield Step(record["done"], record["of"], took)
            code = child.wait()
            if code not in (0, 1, *_INTERRUPTIONS) or (code == 1 and not report):
                raise BesideFailed(self._said() or f"exit {code}")
        yield Ended(report, interrupted=code in _INTERRUPTIONS)

    def _said(self) -> str:
        self._talk.seek(0)
        return self._talk.read().decode(errors="replace").strip()
