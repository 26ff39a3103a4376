"""Marks of articles: what was set comes back, whoever else marks; nothing is lost to a kill, a full disk or a hand."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgtui.intake import take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import NO_MARKS, Document, MarkFilter, MarkKind, Marks, Span
from kgtui.reader import MarkBook, numbers_marked, tags_in
from kgtui.settings import Settings

FULL = Marks(bookmark=True, note="Сверить с «Кабаром»", tags=("граница", "торг"), read=True)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "kgtui"


def book() -> MarkBook:
    """As another session opens it."""
    opened = MarkBook("library")
    opened.load()
    return opened


def marked(article: str, marks: Marks) -> MarkBook:
    kept = book()
    kept.change(article, marks)
    kept.write()
    return kept


def test_marks_come_back_and_go() -> None:
    kept = marked("а", FULL)
    assert book().of("а") == FULL
    kept.change("а", NO_MARKS)
    kept.write()
    assert book().items() == []


def test_each_library_has_its_own(state: Path) -> None:
    marked("а", FULL)
    other = MarkBook("other")
    other.load()
    assert other.of("а") == NO_MARKS
    assert [path.name for path in (state / "marks").iterdir()] == ["library.jsonl"]


def test_the_file_can_be_read_and_written_by_hand(state: Path) -> None:
    marked("а", Marks(note="сверить"))
    file = state / "marks" / "library.jsonl"
    assert file.read_text(encoding="utf-8") == '{"article": "а", "note": "сверить"}\n'
    file.write_text('{"article": "б", "tags": ["вода", "свет"]}', encoding="utf-8")  # without an end of the line
    kept = book()
    assert kept.of("б").tags == ("вода", "свет")
    kept.change("б", replace(kept.of("б"), read=True))
    kept.write()
    assert book().of("б") == Marks(tags=("вода", "свет"), read=True)


def test_opening_an_article_costs_one_short_line_however_many_were_read(state: Path) -> None:
    kept = book()
    for number in range(20_000):
        kept.change(f"статья {number}", Marks(read=True))
    kept.write()
    file = state / "marks" / "library.jsonl"
    before = file.stat()
    kept.change("ещё одна", Marks(read=True))
    kept.write()
    after = file.stat()
    assert after.st_ino == before.st_ino
    assert after.st_size - before.st_size == len('{"article": "ещё одна", "read": true}\n'.encode())


def test_sessions_see_each_other_and_take_nothing_back() -> None:
    one, other = book(), book()
    one.change("а", Marks(bookmark=True))
    other.change("а", Marks(note="сверить"))
    one.write()
    other.write()
    assert other.of("а") == Marks(bookmark=True, note="сверить")
    one.load()
    assert one.of("а") == other.of("а")
    one.change("а", replace(one.of("а"), bookmark=False))
    one.write()
    assert book().of("а") == Marks(note="сверить")


marks = st.builds(
    Marks,
    bookmark=st.booleans(),
    note=st.text(max_size=8),
    tags=st.lists(st.text(max_size=4), max_size=3).map(tuple),
    read=st.booleans(),
)
texts = st.text(st.characters(), min_size=1, max_size=4)  # surrogates too: names of files that are no text


@given(st.lists(st.tuples(st.integers(0, 2), texts, marks, st.booleans()), max_size=12))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_marked_comes_back_in_every_session(changes: list[tuple[int, str, Marks, bool]]) -> None:
    sessions = [book() for _ in range(3)]
    wanted = dict(sessions[0].items())
    for number, article, marks_, others_load in changes:
        session = sessions[number]
        session.load()
        session.change(article, marks_)
        session.write()
        wanted[article] = marks_
        for other in sessions if others_load else ():
            other.load()
    for session in (*sessions, book()):
        session.load()
        assert dict(session.items()) == {key: value for key, value in wanted.items() if value != NO_MARKS}


@pytest.mark.parametrize(
    "damage", ["{", "[]", '{"a": 1}', '{"article": 1}', '{"article": "б", "read": 1}', '{"article": "б", "stars": 5}']
)
def test_a_damaged_line_costs_itself_alone_and_stays(damage: str, state: Path) -> None:
    file = state / "marks" / "library.jsonl"
    marked("а", FULL)
    with file.open("a", encoding="utf-8") as lines:
        lines.write(f"{damage}\n")
    marked("в", FULL)
    kept = book()
    assert kept.damaged == [2]
    assert {article for article, _ in kept.items()} == {"а", "в"}
    toggle(kept, "а", 3000)
    assert damage in file.read_text(encoding="utf-8").splitlines()
    assert book().damaged == [1]


def toggle(kept: MarkBook, article: str, times: int) -> None:
    """So often that the file is written anew."""
    for _ in range(times // 2):
        for read in (False, True):
            kept.change(article, replace(kept.of(article), read=read))
    kept.write()


def test_lines_of_no_effect_are_left_out_and_nobody_loses_by_it(state: Path) -> None:
    other = marked("а", FULL)
    toggle(kept := book(), "б", 3000)
    assert len((state / "marks" / "library.jsonl").read_bytes().splitlines()) == 2
    other.change("в", FULL)
    other.write()
    kept.load()
    assert kept.of("в") == FULL
    assert dict(book().items()) == {"а": FULL, "б": Marks(read=True), "в": FULL}


def test_a_file_that_is_a_link_stays_one(state: Path, tmp_path: Path) -> None:
    (state / "marks").mkdir(parents=True)
    (state / "marks" / "library.jsonl").symlink_to(tmp_path / "elsewhere.jsonl")
    toggle(marked("а", FULL), "б", 3000)
    assert (state / "marks" / "library.jsonl").is_symlink()
    assert "граница" in (tmp_path / "elsewhere.jsonl").read_text(encoding="utf-8")


def test_what_could_not_be_written_holds_and_is_written_the_next_time(state: Path) -> None:
    state.mkdir()
    (state / "marks").write_text("no folder")
    kept = MarkBook("library")
    kept.change("а", FULL)
    with pytest.raises(OSError, match=r"."):
        kept.write()
    assert kept.of("а") == FULL
    (state / "marks").unlink()
    kept.change("б", FULL)
    kept.write()
    assert {article for article, _ in book().items()} == {"а", "б"}


FULL_DISK = """
import resource, signal
from dataclasses import replace
from kgtui.model import Marks
from kgtui.reader import MarkBook
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
kept = MarkBook("library")
for number in range(100):
    kept.change(f"a{number}", Marks(read=True))
kept.write()
resource.setrlimit(resource.RLIMIT_FSIZE, (kept.path.stat().st_size + 50, resource.RLIM_INFINITY))
kept.change("big", Marks(note="x" * 500))
try:
    kept.write()
except OSError:
    print(kept.of("big").note == "x" * 500)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
kept.change("last", Marks(bookmark=True))
kept.write()
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the system has no such limit")
def test_a_full_disk_leaves_no_half_line_and_loses_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", FULL_DISK], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")
    kept = book()
    assert kept.damaged == []
    assert len(kept.items()) == 102
    assert kept.of("big").note == "x" * 500


MARKING = """
import sys
from dataclasses import replace
from kgtui.model import Marks
from kgtui.reader import MarkBook
kept = MarkBook("library")
for number in range(int(sys.argv[2])):
    kept.change(f"{sys.argv[1]}{number % 40}", Marks(note=str(number)))
    if number % 10 == 9:
        kept.write()
        print(number, flush=True)
"""


def test_two_processes_at_once_lose_nothing() -> None:
    """Each so often that it writes the file anew, too."""
    writers = [
        subprocess.Popen([sys.executable, "-c", MARKING, name, "1300"], stdout=subprocess.DEVNULL) for name in "аб"
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    kept = book()
    assert kept.damaged == []
    assert {article: marks_.note for article, marks_ in kept.items()} == {
        f"{name}{number % 40}": str(number) for name in "аб" for number in range(1260, 1300)
    }


def test_what_was_marked_outlives_a_kill() -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", MARKING, "а", "1000000"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(30)]
    writer.kill()
    said += writer.stdout.readlines()
    writer.wait()
    writer.stdout.close()
    last = int([line for line in said if line.endswith("\n")][-1])
    kept = book()
    assert kept.damaged == []
    assert int(kept.of(f"а{last % 40}").note) >= last


# What is asked of them


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "library"
    with open_library(folder, settings=Settings(library=folder, language="ru")) as library:
        texts = ("Казахстан.", "Узбекистан.", "Туркмения.")
        take_in_documents([Document(text, text, text, Span(0, len(text)), text) for text in texts], library)
        yield library


def test_articles_are_asked_for_by_their_marks(library: Library) -> None:
    kept = book()
    kept.change("Казахстан.", Marks(bookmark=True, tags=("Граница",), read=True))
    kept.change("Узбекистан.", Marks(note="сверить"))
    kept.change("нет такой", FULL)

    def ids(kind: MarkKind, tag: str = "") -> set[str]:
        wanted = numbers_marked(library, kept, MarkFilter(kind, tag))
        return {headline.id for headline in library.headlines(list(wanted))}

    assert ids(MarkKind.BOOKMARK) == {"Казахстан."}
    assert ids(MarkKind.NOTE) == {"Узбекистан."}
    assert ids(MarkKind.TAG, "граница") == {"Казахстан."}
    assert ids(MarkKind.CHOSEN) == {"Казахстан.", "Узбекистан."}
    assert ids(MarkKind.UNREAD) == {"Узбекистан.", "Туркмения."}
    assert dict(kept.items())["нет такой"] == FULL


def test_tags_are_counted_whatever_their_capitals() -> None:
    kept = book()
    kept.change("а", Marks(tags=("Вода", "свет")))
    kept.change("б", Marks(tags=("Вода",)))
    kept.change("в", Marks(tags=("вода",)))
    assert kept.tags() == [("Вода", 3), ("свет", 1)]


@given(st.lists(st.text(max_size=6), max_size=5), st.lists(st.text(min_size=1, max_size=6), max_size=3))
def test_tags_of_a_line_are_clean_and_each_once(parts: list[str], known: list[str]) -> None:
    tags = tags_in(",".join(parts), known)
    assert all(tag in known or tag == " ".join(tag.split()) != "" for tag in tags)
    assert len({tag.casefold() for tag in tags}) == len(tags)
    assert json.loads(json.dumps(tags)) == list(tags)
