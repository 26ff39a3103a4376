"""What is held of a terminal by its environment."""

from __future__ import annotations

import pytest

from kgtui.abilities import Colours, abilities_of


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, Colours.TRUE),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, Colours.NONE),
        ({"TERM": "tmux-256color", "NO_COLOR": ""}, Colours.MANY),
        ({"TERM": "screen"}, Colours.FEW),
    ],
)
def test_colours(environment: dict[str, str], colours: Colours) -> None:
    assert abilities_of(environment).colours is colours


@pytest.mark.parametrize(
    ("environment", "unicode"),
    [
        ({}, True),
        ({"LANG": "ru_RU.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "ru_RU.KOI8-R"}, False),
        ({"LANG": "C", "LC_CTYPE": "UTF-8"}, True),
    ],
)
def test_letters(environment: dict[str, str], unicode: bool) -> None:
    assert abilities_of({"TERM": "xterm", **environment}).unicode is unicode
    assert abilities_of({"TERM": "xterm", **environment}).blocks is unicode


def test_a_terminal_that_cannot_place_text() -> None:
    assert not abilities_of({}).can_place_text
    assert not abilities_of({"TERM": "dumb"}).can_place_text
    assert abilities_of({"TERM": "linux"}).can_place_text
