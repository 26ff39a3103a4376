"""kgtui in a home of its own. Tests of streams, libraries and failures run it as a subprocess; those of what a command
says ask a library with the seeds, which is made once, from within this process.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from kgtui.__main__ import main
from kgtui.locale import use_language


@dataclass(frozen=True)
class Ran:
    """What a run gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def json_lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Kgtui = Callable[..., Ran]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of the reader's own environment but what Python needs."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "PYTHONPATH")}
    kept |= {name: value for name, value in os.environ.items() if name.startswith("COV_")}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    return {**kept, **folders, "HOME": str(home), "LANG": "C.UTF-8", "KGTUI_TODAY": "2025-11-21", **more}


def run_kgtui(*arguments: str, home: Path, stdin: bytes = b"", **more: str) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "kgtui", *arguments],
        input=stdin,
        capture_output=True,
        env=environment(home, **more),
        check=False,
        timeout=180,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose library holds the seeds; made once a worker."""
    home = tmp_path_factory.mktemp("seeded")
    made = run_here("search", "касымалиеву", home=home)
    assert made.code == 0, made.err
    return home


def run_here(*arguments: str, home: Path, stdin: bytes = b"", **more: str) -> Ran:
    """As ``run_kgtui``, without the half second of a new process."""
    out, err = io.BytesIO(), io.BytesIO()
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    streams = [io.TextIOWrapper(raw, encoding="utf-8", write_through=True) for raw in (out, err)]
    with (
        patch.dict(os.environ, environment(home, **more), clear=True),
        patch.object(sys, "stdin", given),
        redirect_stdout(streams[0]),
        redirect_stderr(streams[1]),
    ):
        code = main(arguments)
    use_language("ru")
    return Ran(code, out.getvalue().decode(), err.getvalue().decode())


@pytest.fixture
def kgtui(seeded: Path) -> Kgtui:
    """Ask the library of the seeds, which stays as it is: the same question is asked once a worker."""

    def run(*arguments: str, stdin: bytes = b"", **more: str) -> Ran:
        return _asked(seeded, arguments, stdin, tuple(sorted(more.items())))

    return run


@cache
def _asked(home: Path, arguments: tuple[str, ...], stdin: bytes, more: tuple[tuple[str, str], ...]) -> Ran:
    return run_here(*arguments, home=home, stdin=stdin, **dict(more))


@pytest.fixture
def fresh(tmp_path: Path) -> Kgtui:
    """Run as a subprocess in an empty home."""

    def run(*arguments: str, stdin: bytes = b"", **more: str) -> Ran:
        return run_kgtui(*arguments, home=tmp_path, stdin=stdin, **more)

    return run


@pytest.fixture
def here(tmp_path: Path) -> Kgtui:
    """Run within this process in an empty home."""

    def run(*arguments: str, stdin: bytes = b"", **more: str) -> Ran:
        return run_here(*arguments, home=tmp_path, stdin=stdin, **more)

    return run
