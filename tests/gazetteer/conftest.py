"""What the tests of the gazetteer ask it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgtui.gazetteer import Gazetteer, GazetteerMatch, load_gazetteer
from kgtui.language import analyse


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="session")
def found(gazetteer: Gazetteer) -> Callable[[str], tuple[GazetteerMatch, ...]]:
    """The matches of a text."""
    return lambda text: gazetteer.match(analyse(text))


@pytest.fixture(scope="session")
def seen(gazetteer: Gazetteer) -> Callable[[str], list[tuple[str, str, str]]]:
    """Kind, code and surface of each match, offices left out."""

    def see(text: str) -> list[tuple[str, str, str]]:
        matches = gazetteer.match(analyse(text))
        return [(m.kind.value, m.code, m.span.of(text)) for m in matches if m.kind.value != "office"]

    return see
