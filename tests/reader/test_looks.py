"""When the reader last looked: kept for each library and subject, never taken back, whole after a kill."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kgtui.intake import take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import Document, EntityKind, Span
from kgtui.reader import DamagedFile, Look, last_look, look_at_subject, looked
from kgtui.settings import Settings

KAZAKHSTAN = look_at_subject(EntityKind.COUNTRY, "KZ")
UZBEKISTAN = look_at_subject(EntityKind.COUNTRY, "UZ")
DAY = date(2025, 11, 21)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "kgtui"


def opened(folder: Path, *texts: str) -> Library:
    library = open_library(folder, settings=Settings(library=folder, language="ru"))
    documents = [
        Document(id=text, origin=f"/{text}.txt", text=text, body=Span(0, len(text)), title=text) for text in texts
    ]
    take_in_documents(documents, library)
    return library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with opened(tmp_path / "library", "Казахстан.", "Узбекистан.") as library:
        yield library


def test_nobody_has_looked_yet(library: Library) -> None:
    assert last_look(library, KAZAKHSTAN) is None


def test_each_subject_has_its_own_look(library: Library) -> None:
    looked(library, KAZAKHSTAN, Look(1, DAY))
    looked(library, UZBEKISTAN, Look(2, DAY))
    assert (last_look(library, KAZAKHSTAN), last_look(library, UZBEKISTAN)) == (Look(1, DAY), Look(2, DAY))


def test_each_library_has_its_own_look(library: Library, tmp_path: Path) -> None:
    looked(library, KAZAKHSTAN, Look(1, DAY))
    with opened(tmp_path / "other", "Казахстан.") as other:
        assert last_look(other, KAZAKHSTAN) is None


def test_a_later_look_of_another_process_stays(library: Library) -> None:
    looked(library, KAZAKHSTAN, Look(2, DAY))
    looked(library, KAZAKHSTAN, Look(1, date(2025, 11, 20)))
    assert last_look(library, KAZAKHSTAN) == Look(2, DAY)


def test_a_look_beyond_a_library_that_was_put_back_does_not_count(library: Library) -> None:
    looked(library, KAZAKHSTAN, Look(library.change + 1, DAY))
    assert last_look(library, KAZAKHSTAN) is None
    looked(library, KAZAKHSTAN, Look(library.change, DAY))
    assert last_look(library, KAZAKHSTAN) == Look(library.change, DAY)


@pytest.mark.parametrize(
    "damage", ["{", "[]", '{"a": 1}', '{"a": {"news": {"change": "x", "on": "2025-11-21"}}}', '{"a": {"news": {}}}']
)
def test_a_damaged_file_is_said_and_left(damage: str, library: Library, state: Path) -> None:
    state.mkdir()
    (state / "looks.json").write_text(damage, encoding="utf-8")
    with pytest.raises(DamagedFile):
        last_look(library, KAZAKHSTAN)
    with pytest.raises(DamagedFile):
        looked(library, KAZAKHSTAN, Look(1, DAY))
    assert (state / "looks.json").read_text(encoding="utf-8") == damage


LOOKING = """
import sys
from datetime import date
from pathlib import Path
from kgtui.library import open_library
from kgtui.reader import Look, looked
from kgtui.settings import Settings
path = Path(sys.argv[1])
with open_library(path, settings=Settings(library=path, language="ru")) as library:
    for number in range(10_000):
        looked(library, f"country {number % 50}", Look(1, date(2025, 11, 21)))
        print(number, flush=True)
"""


def test_what_was_looked_at_outlives_a_kill(library: Library) -> None:
    writer = subprocess.Popen([sys.executable, "-c", LOOKING, str(library.path)], stdout=subprocess.PIPE)
    assert writer.stdout
    last = [int(writer.stdout.readline()) for _ in range(30)][-1]
    writer.kill()
    writer.wait()
    assert all(last_look(library, f"country {number}") == Look(1, DAY) for number in range(last + 1))
