"""kgtui as a subprocess, in a home of its own; one library with the seeds is shared by the tests that only read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest


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
        timeout=60,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose library holds the seeds; made once a worker."""
    home = tmp_path_factory.mktemp("seeded")
    made = run_kgtui("stats", home=home)
    assert made.code == 0, made.err
    return home


@pytest.fixture
def kgtui(seeded: Path) -> Kgtui:
    """Run with the library of the seeds, which stays as it is: the same question is asked once a worker."""

    def run(*arguments: str, stdin: bytes = b"", **more: str) -> Ran:
        return _asked(seeded, arguments, stdin, tuple(sorted(more.items())))

    return run


@cache
def _asked(home: Path, arguments: tuple[str, ...], stdin: bytes, more: tuple[tuple[str, str], ...]) -> Ran:
    return run_kgtui(*arguments, home=home, stdin=stdin, **dict(more))


@pytest.fixture
def fresh(tmp_path: Path) -> Kgtui:
    """Run in an empty home."""

    def run(*arguments: str, stdin: bytes = b"", **more: str) -> Ran:
        return run_kgtui(*arguments, home=tmp_path, stdin=stdin, **more)

    return run
