"""The briefs in docs/examples are those that the program makes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgtui.settings import seeds_folder

from .examples import EXAMPLES, example_files
from .libraries import KEPT, library_of


@pytest.fixture(scope="module")
def made() -> Iterator[dict[str, bytes]]:
    with library_of(seeds_folder()) as seeds:
        yield example_files(seeds)


def test_the_same_briefs_are_made(made: dict[str, bytes]) -> None:
    assert set(made) == {path.name for path in EXAMPLES.iterdir()} - {KEPT}


@pytest.mark.parametrize("name", sorted({path.name for path in EXAMPLES.iterdir()} - {KEPT}))
def test_example(made: dict[str, bytes], name: str) -> None:
    """Where the change is meant: make examples, and read them against the seeds."""
    assert made[name].decode().splitlines() == (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
