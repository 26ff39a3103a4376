"""The index on disk: what is written is read, by this process and by others; what is torn is seen to be."""

from __future__ import annotations

import gc
import json
import os
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from weakref import ref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.search import IndexUnusableError, Zone
from kgtui.search.index.blocks import Block, pack_block
from kgtui.search.index.positions import pack
from kgtui.search.index.protocol import SHIFT
from kgtui.search.index.standing import needs_wide
from kgtui.search.index.whoosh_engine import WhooshEngine
from kgtui.search.slips import completions
from kgtui.search.units import first_term
from kgtui.search.weights import BODY_STARTS

from .conftest import MakeEngine, entry_of


def places(engine: WhooshEngine, word: str) -> dict[int, list[int]]:
    """Number → positions in the text, of the articles that have a word."""
    view = engine.view()
    found: dict[int, list[int]] = {}
    for unit in view.units(Zone.TEXT, "=" + word):
        for spot in sorted(unit.spots(frozenset(unit.places) - view.deleted)):
            found.setdefault(view.numbers[spot >> SHIFT], []).append((spot & 0xFFFF) - BODY_STARTS)
    return found


def numbers(engine: WhooshEngine, word: str) -> list[int]:
    return sorted(places(engine, word))


def opened(folder: Path) -> WhooshEngine:
    return WhooshEngine.open(folder, "record")


def test_what_was_written_is_read(make_engine: MakeEngine) -> None:
    engine = make_engine({1: "договор договор", 5: "встреча договор"})
    view = engine.view()
    assert places(engine, "договор") == {1: [0, 1], 5: [1]}
    assert places(engine, "нет") == {}
    assert [(first_term(name), articles) for name, articles in view.unit_names(Zone.TEXT, "=до")] == [("=договор", 2)]
    assert view.unit_names(Zone.PERSONS, "=до") == []
    assert (view.count(), list(view.lengths), list(view.published)) == (2, [2, 2], [0, 0])
    assert (view.place(5), view.place(2)) == (1, None)


def test_a_view_goes_with_all_that_was_made_of_it(make_engine: MakeEngine) -> None:
    engine = make_engine({1: "договор"})
    former = ref(engine.view())
    assert [each.text for each in completions("дог", 3, engine.view())] == ["договор"]
    engine.write([entry_of(2, "дорога")], (), 2)
    assert [each.text for each in completions("дор", 3, engine.view())] == ["дорога"]
    gc.collect()
    assert former() is None


def test_words_of_one_beginning_are_one_unit(make_engine: MakeEngine) -> None:
    view = make_engine({1: "договор дорога", 2: "договора", 3: "доходы"}).view()
    (unit,) = view.units(Zone.TEXT, "*дого")
    assert [view.numbers[place] for place in unit.places] == [1, 2]
    assert unit.spots(frozenset(unit.places)) == []
    assert [unit.name.split("\t")[0] for unit in view.units_beginning(Zone.TEXT, "=до")] == [
        "=договор",
        "=договора",
        "=дорога",
        "=доходы",
    ]


def test_many_articles_and_segments(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path, "record")
    for start in (1, 401, 801):
        engine.write([entry_of(n, "слово " * (n % 3 + 1)) for n in range(start, start + 400)], (), start)
    assert {n: len(found) for n, found in places(engine, "слово").items()} == {n: n % 3 + 1 for n in range(1, 1201)}


def test_a_word_that_stands_very_often_and_very_far(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path, "record")
    engine.write([entry_of(1, "да " * 70_000 + "нет"), entry_of(2, "нет")], (), 1)
    assert len(places(engine, "да")[1]) == 70_000
    (unit,) = engine.view().units(Zone.TEXT, "=нет")
    assert [spot - (place << SHIFT) - BODY_STARTS for place, spot in enumerate(unit.spots(frozenset({0, 1})))] == [
        70_000,
        0,
    ]


RUNS = st.builds(lambda first, count: list(range(first, first + count)), st.integers(0, 70_000), st.integers(1, 600))


@given(
    st.dictionaries(
        st.integers(0, 200_000),
        st.tuples(st.integers(1, 255), st.lists(st.integers(0, 100_000), min_size=1, max_size=4, unique=True) | RUNS),
        min_size=1,
    ),
    st.integers(0, 1000),
)
def test_blocks_come_back(found: dict[int, tuple[int, list[int]]], base: int) -> None:
    places = sorted(found)
    rows = [sorted(found[place][1]) for place in places]
    packed = [pack(row) for row in rows]
    wide = needs_wide(places[-1] + 1, packed)
    block = Block(pack_block(places, bytes(found[place][0] for place in places), packed, wide=wide), base)
    assert block.places == [base + place for place in places]
    assert list(block.weights) == [found[place][0] for place in places]
    assert block.rows() == rows
    spots = {place: [place << SHIFT | at for at in row] for place, row in zip(block.places, rows, strict=True)}
    assert block.spots_of(block.standing) == list(chain.from_iterable(spots.values()))
    for within in (block.places[::2], block.places[-1:]):
        assert block.spots(frozenset(within)) == list(chain.from_iterable(map(spots.__getitem__, within)))


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


WORDS = ["договор", "дорога", "встреча", "визит", "газ", "вода"]
WRITINGS = st.tuples(
    st.dictionaries(st.integers(1, 12), st.sets(st.sampled_from(WORDS)), max_size=2), st.sets(st.integers(1, 12))
)


@settings(deadline=None, max_examples=30)
@given(st.lists(WRITINGS, min_size=10, max_size=20))
def test_whatever_is_written_and_taken_out_is_merged(writings: list[tuple[dict[int, set[str]], set[int]]]) -> None:
    there: dict[int, set[str]] = {}
    with TemporaryDirectory() as folder:
        engine = WhooshEngine.create(Path(folder), "record")
        for change, (articles, gone) in enumerate(writings):
            engine.write([entry_of(number, " ".join(words)) for number, words in articles.items()], gone, change)
            there = {n: words for n, words in there.items() if n not in gone} | articles
        assert sorted(engine.view().numbers[place] for place in engine.view().places(there)) == sorted(there)
        for word in WORDS:
            assert numbers(engine, word) == sorted(number for number, words in there.items() if word in words)


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
        numbers(opened(tmp_path / "index"), "договор")


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
