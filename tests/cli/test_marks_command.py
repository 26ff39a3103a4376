"""``kgtui marks``: what was marked on the screen, listed, chosen from, and taken elsewhere."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from kgtui.library import open_library
from kgtui.model import Marks
from kgtui.reader import MarkBook
from kgtui.settings import load_settings

from .conftest import Ran, environment, run_here

MINE = (
    Marks(bookmark=True, tags=("граница",), read=True),
    Marks(note="Сверить: =СУММ(1) *и* <b>\x1b[31m"),
    Marks(tags=("Граница", "торг")),
)
Run = Callable[..., Ran]


@pytest.fixture
def book(seeded: Path, tmp_path: Path) -> MarkBook:
    """The newest three articles of the seeds are marked, and one that is not there."""
    with patch.dict(os.environ, environment(tmp_path, KGTUI_LIBRARY=library_of(seeded)), clear=True):
        settings = load_settings()
        with open_library(settings.library, settings=settings) as library:
            book = MarkBook(library.identity)
            for headline, marks in zip(library.headlines(library.numbers()), MINE, strict=False):
                book.change(headline.id, marks)
        book.change("нет такой", Marks(note="осталась"))
        book.write()
    return book


@pytest.fixture
def run(seeded: Path, tmp_path: Path) -> Run:
    return lambda *arguments: run_here("marks", *arguments, home=tmp_path, KGTUI_LIBRARY=library_of(seeded))


def library_of(home: Path) -> str:
    with patch.dict(os.environ, environment(home), clear=True):
        return str(load_settings().library)


def ids(ran: Ran) -> list[str]:
    return [record["id"][:3] for record in ran.json]


def test_all_that_was_marked_on_purpose_is_listed(run: Run, book: MarkBook) -> None:
    ran = run()
    assert ran.code == 0
    assert "закладка #граница" in ran.out
    assert "Заметка: Сверить" in ran.out
    assert "\x1b" not in ran.out
    assert "Ещё 1 отмеченной статьи в этой библиотеке нет" in ran.err
    assert str(book.path) in ran.err


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ([], 3),
        (["--bookmarked"], 1),
        (["--noted"], 1),
        (["--tag", "граница"], 2),
        (["--tag", "ГРАНИЦА", "--tag", "торг"], 1),
        (["--unread"], 4),
        (["--unread", "--tag", "граница"], 1),
        (["--limit", "2"], 2),
    ],
)
@pytest.mark.usefixtures("book")
def test_conditions_hold_together(run: Run, arguments: list[str], count: int) -> None:
    ran = run(*arguments, "--json")
    assert (ran.code, len(ran.json)) == (0, count)


@pytest.mark.usefixtures("book")
def test_json_says_what_the_headline_and_the_reader_say(run: Run) -> None:
    first, second, third = run("--json").json
    assert set(first) == {"id", "title", "published", "source", "publisher", "bookmark", "tags", "note", "read"}
    assert (first["bookmark"], first["tags"], first["note"], first["read"]) == (True, ["граница"], "", True)
    assert second["note"] == MINE[1].note
    assert third["tags"] == ["Граница", "торг"]


@pytest.mark.usefixtures("book")
def test_a_spreadsheet_calculates_nothing_of_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "marks.csv"
    assert run("-o", str(file)).code == 0
    titles, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")))
    assert titles == ["дата", "заголовок", "источник", "издание", "id", "закладка", "метки", "заметка", "прочитана"]
    assert [row[5:7] for row in rows] == [["1", "граница"], ["0", ""], ["0", "Граница; торг"]]
    piped = run("--csv").out.splitlines()
    assert piped == file.read_text(encoding="utf-8-sig").splitlines()


@pytest.mark.usefixtures("book")
def test_markdown_reads_letter_for_letter(run: Run) -> None:
    out = run("--format", "md").out
    assert out.startswith("# Мои пометки\n\n## ")
    assert "> Сверить: \\=СУММ(1) \\*и\\* &lt;b&gt;" in out
    assert "закладка \\#граница" in out


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"], ["--format", "md"]])
def test_nothing_marked_is_exit_1(run: Run, form: list[str]) -> None:
    ran = run(*form)
    assert ran.code == 1
    if not form:
        assert "b — закладка" in ran.err


@pytest.mark.usefixtures("book")
def test_an_unknown_tag_is_answered_with_those_there_are(run: Run) -> None:
    ran = run("--tag", "абракадабра")
    assert (ran.code, ran.out) == (1, "")
    assert "граница" in ran.err.lower()


@pytest.mark.usefixtures("book")
def test_a_file_that_cannot_be_is_a_mistake_of_use(run: Run, tmp_path: Path) -> None:
    assert run("-o", str(tmp_path / "no" / "marks.md")).code == 2
    assert run("-o", str(tmp_path / "marks.pdf")).code == 2


def test_a_damaged_line_is_said_and_costs_itself_alone(run: Run, book: MarkBook) -> None:
    with book.path.open("a", encoding="utf-8") as lines:
        lines.write("{\n")
    ran = run("--json")
    assert (ran.code, len(json.loads(ran.out))) == (0, 3)
    assert "Пометка не понята" in ran.err
    assert str(book.path) in ran.err
