"""The index on disk: what is written is read, by this process and by others; what is torn is seen to be."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kgtui.search import IndexUnusableError, Zone
from kgtui.search.index.positions import unpack
from kgtui.search.index.whoosh_engine import WhooshEngine

from .conftest import MakeEngine, entry_of


def numbers(engine: WhooshEngine, word: str) -> list[int]:
    return sorted(engine.view().postings(Zone.BODY, "=" + word))


def opened(folder: Path) -> WhooshEngine:
    return WhooshEngine.open(folder, "record")


def test_what_was_written_is_read(make_engine: MakeEngine) -> None:
    view = make_engine({1: "договор договор", 5: "встреча договор"}).view()
    assert {n: list(unpack(p)) for n, p in view.postings(Zone.BODY, "=договор").items()} == {1: [0, 1], 5: [1]}
    assert view.postings(Zone.BODY, "=нет") == {}
    assert view.postings(Zone.TITLE, "=договор") == {}
    assert view.terms(Zone.BODY, "=до") == [("=договор", 2)]
    assert (view.count(), view.length(1), view.published(5), view.mean_length()) == (2, 2, 0, 2.0)


def test_postings_of_many_blocks_and_segments(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path, "record")
    for start in (1, 401, 801):
        engine.write([entry_of(n, "слово " * (n % 3 + 1)) for n in range(start, start + 400)], (), start)
    found = engine.view().postings(Zone.BODY, "=слово")
    assert {n: len(unpack(p)) for n, p in found.items()} == {n: n % 3 + 1 for n in range(1, 1201)}


def test_a_newer_entry_takes_the_place_of_the_older(make_engine: MakeEngine) -> None:
    engine = make_engine({1: "договор", 2: "договор", 3: "договор"})
    engine.write([entry_of(2, "встреча")], [3], 9)
    assert numbers(engine, "договор") == [1]
    assert numbers(engine, "встреча") == [2]
    assert engine.view().count() == 2
    engine.write([entry_of(2, "дорога")], (), 10)
    assert numbers(engine, "встреча") == []
    assert numbers(engine, "дорога") == [2]


def test_small_segments_are_merged(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path, "record")
    for number in range(1, 31):
        engine.write([entry_of(number, "договор")], [number - 2] if number % 5 == 0 else (), number)
    gone = {number - 2 for number in range(5, 31, 5)}
    assert numbers(engine, "договор") == [n for n in range(1, 31) if n not in gone]
    assert len(list((tmp_path / "1").glob("*.seg"))) < 10


def test_another_process_sees_what_was_written(make_engine: MakeEngine, tmp_path: Path) -> None:
    writer = make_engine({1: "договор"})
    reader = opened(tmp_path / "index")
    assert numbers(reader, "договор") == [1]
    writer.write([entry_of(2, "договор")], (), 7)
    assert reader.change == 7
    assert numbers(reader, "договор") == [1, 2]


def test_a_hidden_build_takes_the_place_when_shown(make_engine: MakeEngine, tmp_path: Path) -> None:
    make_engine({1: "договор"})
    reader = opened(tmp_path / "index")
    hidden = WhooshEngine.create(tmp_path / "index", "record", hidden=True)
    hidden.write([entry_of(2, "договор")], (), 8)
    assert numbers(reader, "договор") == [1]
    hidden.show()
    assert numbers(reader, "договор") == [2]
    assert [path.name for path in (tmp_path / "index").iterdir() if path.is_dir()] == ["2"]


def test_the_folder_is_closed_to_others(make_engine: MakeEngine, tmp_path: Path) -> None:
    make_engine({1: "договор"})
    assert (tmp_path / "index").stat().st_mode & 0o777 == 0o700


def test_a_missing_index(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusableError):
        opened(tmp_path / "index")


@pytest.mark.parametrize("key", ["record", "format", "terms", "engine"])
def test_an_index_of_another_kind(make_engine: MakeEngine, tmp_path: Path, key: str) -> None:
    make_engine({1: "договор"})
    state = tmp_path / "index" / "state.json"
    state.write_text(json.dumps({**json.loads(state.read_text()), key: "other"}))
    with pytest.raises(IndexUnusableError):
        opened(tmp_path / "index")


@pytest.mark.parametrize("pattern", ["state.json", "1/*.toc", "1/*.seg"])
@pytest.mark.parametrize("share", [0.0, 0.5])
def test_a_torn_index(make_engine: MakeEngine, tmp_path: Path, pattern: str, share: float) -> None:
    make_engine({number: f"договор слово{number}" for number in range(50)}).close()
    (path,) = (tmp_path / "index").glob(pattern)
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(Exception):  # noqa: B017, PT011 - a torn file may raise anything; the library rebuilds
        opened(tmp_path / "index").view().postings(Zone.BODY, "=договор")


def test_a_writer_that_fails_leaves_what_was(make_engine: MakeEngine) -> None:
    engine = make_engine({1: "договор"})

    def failing() -> object:
        yield entry_of(2, "договор")
        raise OSError(28, "no space left")

    with pytest.raises(OSError, match="no space"):
        engine.write(failing(), (), 5)  # type: ignore[arg-type]
    assert engine.change == 1
    assert numbers(engine, "договор") == [1]
    engine.write([entry_of(2, "договор")], (), 5)
    assert numbers(engine, "договор") == [1, 2]
