"""What the system and the database refuse is told in the interface's words, whatever the C library says."""

from __future__ import annotations

import os
import re
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kgtui import refusal
from kgtui.locale import use_language


@pytest.fixture(params=["ru", "en"], autouse=True)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_language("ru")


def use_up_descriptors(folder: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    held: list[int] = []
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(64, soft), hard))
    try:
        while True:
            held.append(os.open(folder, os.O_RDONLY))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for each in held:
            os.close(each)


def write_to_full_disk(_folder: Path) -> None:
    Path("/dev/full").write_text("x")


def through_a_file(folder: Path) -> None:
    (folder / "file").touch()
    (folder / "file" / "below").read_text()


def link_to_itself(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "link")
    (folder / "link").read_text()


@pytest.mark.parametrize(
    "refused",
    [
        lambda folder: (folder / "nothing").read_text(),
        lambda folder: folder.mkdir(),
        lambda folder: folder.read_text(),
        lambda folder: (folder / ("x" * 300)).touch(),
        lambda _folder: os.waitpid(os.getpid(), 0),
        through_a_file,
        link_to_itself,
        write_to_full_disk,
        use_up_descriptors,
    ],
)
def test_what_the_system_refuses(refused: Callable[[Path], object], tmp_path: Path, language: str) -> None:
    with pytest.raises(OSError, match="Errno") as caught:
        refused(tmp_path)
    reason, sentence = refusal.reason(caught.value), refusal.sentence(caught.value)
    assert os.strerror(caught.value.errno) not in sentence
    assert reason in sentence
    assert str(caught.value.filename or "") in sentence
    assert bool(re.search("[а-я]", reason)) is (language == "ru")


def test_what_is_rare_keeps_the_words_of_the_system() -> None:
    error = ConnectionRefusedError(111, "Connection refused", "/srv/x")
    assert refusal.reason(error) == "Connection refused"
    assert "/srv/x: Connection refused" in refusal.sentence(error)
    assert refusal.reason(OSError("odd")) == "odd"


def damaged(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE held AS SELECT hex(zeroblob(50000)) AS text")
        connection.commit()
    os.truncate(file, 8192)


@pytest.mark.parametrize(
    "spoil",
    [damaged, lambda file: file.write_bytes(b"no database" * 1000), lambda file: file.mkdir()],
    ids=["damaged", "another file", "a folder"],
)
def test_what_the_database_refuses(spoil: Callable[[Path], object], tmp_path: Path, language: str) -> None:
    file = tmp_path / "held.sqlite3"
    spoil(file)
    with pytest.raises(sqlite3.Error) as caught, closing(sqlite3.connect(file)) as connection:
        connection.execute("SELECT sum(length(text)) FROM held").fetchall()
    assert refusal.reason(caught.value) != str(caught.value)
    assert bool(re.search("[а-я]", refusal.reason(caught.value))) is (language == "ru")
