"""How keys may be written in a configuration file."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.keys import ACTIONS, both_layouts, canonical, key_name, twin
from kgtui.locale import use_language


def test_the_table_writes_keys_as_it_reads_them() -> None:
    for action in ACTIONS:
        assert tuple(map(canonical, action.default)) == action.default


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("о", "j"),
        ("П", "G"),
        ("ю", "."),
        ("ё", "`"),
        (".", "."),
        (" ", "space"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("Ctrl+Щ", "ctrl+o"),
        ("ctrl + n", "ctrl+n"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("alt+ч", "alt+x"),
        ("alt+Ч", "alt+shift+x"),
        ("alt+1", "alt+1"),
        ("F5", "f5"),
    ],
)
def test_keys_are_understood_as_people_write_them(written: str, key: str) -> None:
    assert canonical(written) == key


@pytest.mark.parametrize("written", ["", "strg+q", "ctrl", "ctrl+", "ctrl+i", "ctrl+ш", "ctrl+1", "shift+a", "f13"])
def test_what_not_all_terminals_send_is_no_key(written: str) -> None:
    assert canonical(written) is None


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_none(written: str) -> None:
    key = canonical(written)
    assert key is None or canonical(key) == key


@pytest.mark.parametrize("key", [*string.ascii_letters, "/", "ctrl+o", "alt+x", "alt+shift+x"])
def test_a_key_and_its_russian_twin_are_one(key: str) -> None:
    other = twin(key)
    assert other is not None
    assert set(both_layouts((key,))) == {key, other}
    if other.rpartition("+")[2].isalpha():
        assert canonical(other) == key


@pytest.mark.parametrize(("language", "space"), [("ru", "пробел"), ("en", "Space")])
def test_keys_are_named_to_people(language: str, space: str) -> None:
    use_language(language)
    try:
        names = [key_name(key) for key in ("space", "shift+tab", "ctrl+p", "j", "alt+shift+x", "ctrl+left", "f1")]
    finally:
        use_language("ru")
    assert names == [space, "Shift+Tab", "Ctrl+P", "j", "Alt+Shift+X", "Ctrl+←", "F1"]
