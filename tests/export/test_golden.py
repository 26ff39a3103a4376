"""The forms of a brief as they were last read by somebody; what changes them is a change that readers see."""

from __future__ import annotations

import pytest

from kgtui.library import Library

from .golden import GOLDEN, golden_files


@pytest.fixture(scope="module")
def made(brief_library: Library) -> dict[str, bytes]:
    return golden_files(brief_library)


def test_the_same_files_are_made(made: dict[str, bytes]) -> None:
    assert set(made) == {path.name for path in GOLDEN.iterdir()}


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.glob("*")))
def test_golden(made: dict[str, bytes], name: str) -> None:
    """Where the change is meant: python -m tests.export.golden, and read the difference."""
    assert made[name].decode().splitlines() == (GOLDEN / name).read_text(encoding="utf-8").splitlines()
