"""Where one stands, how far one has read, what was chosen: all comes back, each library for itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgtui import reader
from kgtui.model import EntityKind, FactKind, Span
from kgtui.reader import DamagedFile, KeptAbout, KeptFact, KeptListing, KeptPlace, KeptTable, Session


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "kgtui"


counts = st.integers(0, 10_000)
spans = st.builds(lambda start, size: Span(start, start + size), counts, counts)
abouts = st.builds(KeptAbout, st.sampled_from(EntityKind), st.text(), st.text(), st.text(), st.text(), st.text())
listings = st.builds(
    KeptListing, st.text(), st.text(), st.booleans(), st.text(), st.text(), st.lists(st.text(), max_size=3).map(tuple)
)
tables = st.builds(KeptTable, st.text(), st.none() | abouts, st.text(), st.none() | counts, counts, counts)
places = st.builds(
    KeptPlace,
    area=st.text(),
    zoomed=st.booleans(),
    listing=listings,
    row=st.text(),
    list_cursor=counts,
    article=st.text(),
    line=counts,
    hit=st.integers(-1, 9),
    sentence=st.none() | spans,
    fact=st.none() | st.builds(KeptFact, st.sampled_from(FactKind), spans, st.booleans()),
    about=st.lists(abouts, max_size=2).map(tuple),
    table=st.none() | tables,
)
sessions = st.builds(Session, st.none() | places, st.lists(places, max_size=2).map(tuple), list_width=counts)


@given(sessions)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_session_comes_back(session: Session) -> None:
    reader.keep_session("library", session)
    assert (reader.load_session("library") or Session()) == session


def test_each_library_has_its_own() -> None:
    reader.keep_session("one", Session(KeptPlace(row="a")))
    reader.keep_positions("one", {"a": 5})
    assert reader.load_session("two") is None
    assert reader.load_positions("two") == {}


def test_what_a_later_program_keeps_is_passed_over(state: Path) -> None:
    (state / "sessions").mkdir(parents=True)
    (state / "sessions/library.json").write_text('{"here": {"row": "a", "moon": 1}, "sun": []}')
    assert reader.load_session("library") == Session(KeptPlace(row="a"))


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"here": 1}', '{"here": {"row": 1}}', '{"past": {}}', "\udcff"])
def test_a_damaged_session_is_said_and_left_as_it_is(damage: str, state: Path) -> None:
    file = state / "sessions/library.json"
    file.parent.mkdir(parents=True)
    file.write_text(damage, encoding="utf-8", errors="surrogateescape")
    before = file.read_bytes()
    for touch in (lambda: reader.load_session("library"), lambda: reader.keep_session("library", Session())):
        with pytest.raises(DamagedFile):
            touch()
    assert file.read_bytes() == before


def test_positions_are_kept_beside_those_of_other_articles() -> None:
    reader.keep_positions("library", {"a": 5, "b": 7})
    reader.keep_positions("library", {"b": 9, "c": 3})
    assert reader.load_positions("library") == {"a": 5, "b": 9, "c": 3}
    reader.keep_positions("library", {"a": 0})
    assert reader.load_positions("library") == {"b": 9, "c": 3}


def test_of_very_many_positions_the_last_are_kept() -> None:
    reader.keep_positions("library", {f"a{number}": 1 + number for number in range(4000)})
    reader.keep_positions("library", {"a1500": 7})
    kept = list(reader.load_positions("library"))
    assert len(kept) == 3000
    assert (kept[0], kept[-1]) == ("a1000", "a1500")


@pytest.mark.parametrize("damage", ["[]", '{"a": "b"}', '{"a": null}'])
def test_damaged_positions_are_said(damage: str, state: Path) -> None:
    (state / "positions").mkdir(parents=True)
    (state / "positions/library.json").write_text(damage)
    with pytest.raises(DamagedFile):
        reader.load_positions("library")


def test_preferences_come_back() -> None:
    assert reader.preferences().theme == ""
    reader.prefer(theme="paper")
    assert reader.preferences().theme == "paper"


KEEPING = """
import sys
from kgtui.reader import KeptPlace, Session, keep_session
for number in range(100_000):
    keep_session("library", Session(KeptPlace(row=sys.argv[1], list_cursor=number)))
    print(number, flush=True)
"""


def keeping(name: str) -> Any:
    return subprocess.Popen([sys.executable, "-c", KEEPING, name], stdout=subprocess.PIPE)


def test_what_was_kept_outlives_a_kill_and_two_at_once_do_no_damage() -> None:
    writers = [keeping("a"), keeping("b")]
    last = [int(writer.stdout.readline()) for _ in range(20) for writer in writers][-1]
    for writer in writers:
        writer.kill()
        writer.wait()
    here = reader.load_session("library").here
    assert here is not None
    assert here.row in ("a", "b")
    assert here.list_cursor >= last
