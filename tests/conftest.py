"""The library that briefs are shown on: what is in it says ``texts/brief/README.md``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kgtui.intake import take_in
from kgtui.library import Library, open_library
from kgtui.settings import Settings

BRIEF_TEXTS = Path(__file__).parent / "texts/brief"


@pytest.fixture(scope="session")
def brief_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Made once a worker; to be read only."""
    settings = Settings(library=tmp_path_factory.mktemp("brief") / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        take_in(sorted(BRIEF_TEXTS.glob("*.txt")), opened)
        yield opened
