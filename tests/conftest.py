"""How many tests run at once, and the library that briefs are shown on (see ``texts/brief/README.md``)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgtui.intake import take_in
from kgtui.library import Library, open_library
from kgtui.settings import Settings

WORKERS_PER_CORE = 2  # a test of the screen waits half of its time: for a terminal, a process, a thread
BRIEF_TEXTS = Path(__file__).parent / "texts/brief"


def pytest_xdist_auto_num_workers() -> int:
    return WORKERS_PER_CORE * (os.cpu_count() or 1)


@pytest.fixture(scope="session")
def brief_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Made once a worker; to be read only."""
    settings = Settings(library=tmp_path_factory.mktemp("brief") / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        take_in(sorted(BRIEF_TEXTS.glob("*.txt")), opened)
        yield opened
