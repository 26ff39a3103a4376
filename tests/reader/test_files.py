"""The reader's own files: what is kept comes back, whoever else writes; what is damaged is said and left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgtui import reader
from kgtui.reader import DamagedFile


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "kgtui"


def test_saved_searches_come_back_and_go() -> None:
    assert reader.saved_searches() == {}
    reader.save("граница", "мост или дорога")
    reader.save("торг", "товарооборот")
    assert [(search.name, search.query) for search in reader.saved_searches().values()] == [
        ("граница", "мост или дорога"),
        ("торг", "товарооборот"),
    ]
    assert reader.forget("граница")
    assert not reader.forget("граница")
    assert list(reader.saved_searches()) == ["торг"]


def test_the_file_is_plain_and_can_be_written_by_hand(state: Path) -> None:
    reader.save("граница", "мост")
    file = state / "searches.json"
    assert json.loads(file.read_text(encoding="utf-8")) == {"граница": {"query": "мост", "marks": {}}}
    file.write_text('{"вода": {"query": "река"}}', encoding="utf-8")
    assert reader.saved_searches()["вода"].query == "река"


def test_a_file_that_is_a_link_stays_one(state: Path, tmp_path: Path) -> None:
    state.mkdir()
    (state / "searches.json").symlink_to(tmp_path / "elsewhere.json")
    reader.save("граница", "мост")
    assert (state / "searches.json").is_symlink()
    assert "мост" in (tmp_path / "elsewhere.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"a": 1}', '{"a": {}}', '{"a": {"query": "б", "marks": {"x": "y"}}}', "\udcff"]
)
def test_a_damaged_file_is_said_and_left_as_it_is(damage: str, state: Path) -> None:
    state.mkdir()
    file = state / "searches.json"
    file.write_text(damage, encoding="utf-8", errors="surrogateescape")
    before = file.read_bytes()
    with pytest.raises(DamagedFile) as caught:
        reader.save("граница", "мост")
    assert caught.value.path == file
    assert file.read_bytes() == before


def test_two_processes_at_once_lose_nothing() -> None:
    script = "import sys\nfrom kgtui import reader\nfor n in range(25): reader.save(f'{sys.argv[1]}{n}', 'мост')"
    writers = [subprocess.Popen([sys.executable, "-c", script, name]) for name in ("a", "b")]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert set(reader.saved_searches()) == {f"{name}{number}" for name in ("a", "b") for number in range(25)}


def test_history_is_latest_first_and_each_once() -> None:
    for query in ("мост", "дорога", " мост ", "  "):
        reader.remember(query)
    assert reader.recent() == ["мост", "дорога"]


def test_history_forgets_what_was_half_typed() -> None:
    for query in ("Жап", "Жапаров", "Жапаров Токаев", "Жапаров"):
        reader.remember(query)
    assert reader.recent() == ["Жапаров", "Жапаров Токаев"]


@given(st.lists(st.text(max_size=8), max_size=6))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_query_can_be_remembered(queries: list[str]) -> None:
    for query in queries:
        reader.remember(query)
        assert not query.strip() or reader.recent()[0] == query.strip()
