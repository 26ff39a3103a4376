"""The slow pass over a library: what it changes, that it can be ended at any moment, and that it goes on."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgtui.enrichment import BATCH, enrich
from kgtui.intake import renew_facts, take_in
from kgtui.language import analyse
from kgtui.library import Library, open_library
from kgtui.library.connections import FILE
from kgtui.model import EntityKind, Facts, Recognition
from kgtui.recognition import RECOGNISER_VERSION
from kgtui.settings import Settings

from . import needs_recogniser

pytestmark = needs_recogniser

ARTICLES = BATCH + BATCH // 2


def source(folder: Path, texts: dict[str, str]) -> Path:
    path = folder / "articles.jsonl"
    lines = ({"id": id_, "text": text, "date": f"2025-11-{day:02}"} for day, (id_, text) in enumerate(texts.items(), 1))
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "library"
    with open_library(folder, settings=Settings(folder, "ru")) as opened:
        yield opened


@pytest.fixture
def many(library: Library, tmp_path: Path) -> Library:
    lines = [{"id": f"a{number}", "text": f"Приз {number} получила Гиффордс."} for number in range(ARTICLES)]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    take_in([path], library)
    return library


def facts(library: Library, id_: str) -> Facts:
    article = library.article_by_id(id_)
    assert article is not None
    return library.facts(article.number)


def persons(library: Library, id_: str) -> list[str]:
    return [entity.name for entity in facts(library, id_).entities if entity.kind is EntityKind.PERSON]


def left(library: Library) -> int:
    return len(library.behind_recogniser(RECOGNISER_VERSION))


def test_what_the_recogniser_finds_is_kept_and_found(library: Library, tmp_path: Path) -> None:
    take_in([source(tmp_path, {"a": "Приз получила Гиффордс.", "b": "Президент Садыр Жапаров прибыл."})], library)
    before = library.change
    assert persons(library, "a") == []
    assert library.search("кто:Гиффордс").total == 0
    steps: list[tuple[int, int]] = []
    assert enrich(library, progress=lambda done, total: steps.append((done, total))) == 2
    assert steps == [(2, 2)]
    assert persons(library, "a") == ["Гиффордс"]
    assert facts(library, "a").recognised == RECOGNISER_VERSION
    assert library.search("кто:Гиффордс").total == 1
    assert library.change == before + 2
    assert library.new_articles("гиффордс", since=before).results.total == 0  # known articles are no news
    assert enrich(library) == 0


def test_the_newest_are_read_first(library: Library, tmp_path: Path) -> None:
    take_in([source(tmp_path, {id_: f"Приз {id_} получила Гиффордс." for id_ in "abc"})], library)
    assert enrich(library, limit=2) == 2
    assert [facts(library, id_).recognised for id_ in "abc"] == [0, RECOGNISER_VERSION, RECOGNISER_VERSION]


def test_an_added_article_waits_for_the_next_pass(library: Library, tmp_path: Path) -> None:
    take_in([source(tmp_path, {"a": "Приз получила Гиффордс."})], library)
    enrich(library)
    take_in([source(tmp_path, {"a": "Приз получила Гиффордс.", "b": "Речь сказала Гиффордс."})], library)
    assert (persons(library, "a"), left(library)) == (["Гиффордс"], 1)


def test_a_changed_text_forgets_what_was_marked_in_the_old_one(library: Library, tmp_path: Path) -> None:
    take_in([source(tmp_path, {"a": "Приз получила Гиффордс."})], library)
    enrich(library)
    take_in([source(tmp_path, {"a": "Приз не получил никто."})], library)
    assert library.recognition(library.numbers()[0]) is None
    assert (persons(library, "a"), left(library)) == ([], 1)


def test_facts_are_made_anew_from_what_was_marked_without_the_recogniser(library: Library, tmp_path: Path) -> None:
    take_in([source(tmp_path, {"a": "Приз получила Гиффордс."})], library)
    enrich(library)
    record(library, "DELETE FROM entities; UPDATE articles SET facts_version = 1")
    assert persons(library, "a") == []
    script = (
        "import sys\nsys.modules['slovnet'] = None\nfrom kgtui.__main__ import main\n"
        "sys.exit(main(['rebuild', '--facts', '--library', sys.argv[1]]))"
    )
    subprocess.run([sys.executable, "-c", script, str(library.path)], check=True, capture_output=True)
    assert persons(library, "a") == ["Гиффордс"]
    assert left(library) == 0
    assert renew_facts(library) == 0


def record(library: Library, statements: str) -> None:
    with sqlite3.connect(library.path / FILE) as connection:
        connection.executescript(statements)


# The pass with a signal from outside after its first batch; a shell lets what it runs ignore interrupts.
ENDED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from kgtui.__main__ import main
from kgtui.cli.progress import Progress
Progress.step = lambda *_: os.kill(os.getpid(), int(sys.argv[1]))
sys.exit(main(["enrich", "--library", sys.argv[2]]))
"""


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_what_was_read_before_an_end_is_kept(many: Library, sent: signal.Signals, code: int) -> None:
    call = [sys.executable, "-c", ENDED, str(int(sent)), str(many.path)]
    ended = subprocess.run(call, capture_output=True, check=False)
    assert ended.returncode == code, ended.stderr.decode()
    assert b"Traceback" not in ended.stderr
    assert left(many) == ARTICLES - BATCH
    assert many.search("кто:Гиффордс").total == BATCH
    assert enrich(many) == ARTICLES - BATCH
    assert many.search("кто:Гиффордс").total == ARTICLES


def test_what_changes_while_it_is_read_keeps_its_new_text(library: Library, tmp_path: Path) -> None:
    take_in([source(tmp_path, {"a": "Приз получила Гиффордс.", "b": "Речь сказала Гиффордс."})], library)
    analysis, recognition = analyse(""), Recognition(RECOGNISER_VERSION, ())
    articles = [article for number in library.numbers() if (article := library.article(number))]
    take_in([source(tmp_path, {"a": "Никто не пришёл."})], library)
    library.remove("b")
    with library.adding() as adder:
        assert adder.enrich((article, analysis, recognition, Facts(1, ())) for article in articles) == 0
    assert left(library) == library.count() == 1


def test_the_command(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "KGTUI_LIBRARY": str(tmp_path / "library")}

    def run(*arguments: str) -> str:
        call = [sys.executable, "-m", "kgtui", *arguments]
        return subprocess.run(call, env=environment, capture_output=True, text=True, check=True).stdout

    run("add", str(source(tmp_path, {"a": "Приз получила Гиффордс.", "b": "Речь."})))
    assert run("enrich", "--limit", "1", "--lang", "en") == "Read by the recogniser: 1 article.\n"
    (check,) = [each for each in json.loads(run("doctor", "--json")) if each["name"] == "recognised"]
    assert "kgtui enrich" in check["advice"]
    assert [json.loads(line) for line in run("enrich", "--json").splitlines()] == [
        {"done": 1, "of": 1},
        {"articles": 1},
    ]
    assert json.loads(run("enrich", "--json")) == {"articles": 0}
    assert json.loads(run("show", "a", "--json"))["persons"][0]["name"] == "Гиффордс"
