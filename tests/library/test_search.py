"""Searching a library: the index follows the record, whatever befell it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgtui.library import Library, open_library
from kgtui.library.indexing import Index
from kgtui.model import EntityKind
from kgtui.search import Tier

from .conftest import found, item, named, settings_for


def fill(library: Library) -> None:
    text = "Визит премьера в Киргизию."
    library.add(
        [
            item("a", "Касымалиев подписал договор. Договор вступит в силу.", day=1),
            item("b", "Визит Касымалиева в столицу Таджикистана.", day=2),
            item("c", text, day=3, entities=(named(EntityKind.COUNTRY, "KG", text, "Киргизию"),)),
        ]
    )


def test_a_search_gives_headlines_tiers_and_snippets(library: Library) -> None:
    fill(library)
    results = library.search("касымалиеву")
    assert (results.query, results.total) == ("касымалиеву", 2)
    assert {hit.headline.id: hit.tier for hit in results.hits} == {"a": Tier.FORM, "b": Tier.FORM}
    snippet = results.hits[0].snippet
    assert snippet is not None
    assert [span.of(snippet.text)[:10] for span in snippet.spans] == ["Касымалиев"]
    assert results.took > 0


@pytest.mark.parametrize(
    ("typed", "articles"),
    [
        *((typed, ["letter", "sign"]) for typed in ("N 15", "n 15", "№15", "№ 15", '"приказу N 15"', '"приказ №15"')),
        *((typed, ["letter"]) for typed in ("С.Ш.А.", "США", "сша", "1 250,6", "1250,6", "1 250,6 млн")),
        *((typed, ["sign"]) for typed in ("24-м", "24")),
        ("250", []),
    ],
)
def test_a_query_is_joined_as_a_text_is(library: Library, typed: str, articles: list[str]) -> None:
    library.add(
        [
            item("letter", "По приказу N 15 из С.Ш.А. привезли товаров на 1 250,6 млн."),
            item("sign", "На 24-м заседании вспомнили приказ № 15."),
        ]
    )
    assert found(library, typed) == articles


@pytest.mark.parametrize("typed", ["КР", "кр", "Кр", "К.Р.", "страна:кр"])
def test_an_abbreviation_of_a_country_stands_in_capitals(library: Library, typed: str) -> None:
    texts = {"capitals": "Глава Кабмина КР прибыл.", "small": "Заём выдал кр. банк.", "other": "Президент прибыл."}
    texts |= {"dots": "Флаг К.Р. поднят."}
    country = {id_: (named(EntityKind.COUNTRY, "KG", texts[id_], "К"),) for id_ in ("capitals", "dots")}
    library.add([item(id_, text, entities=country.get(id_, ())) for id_, text in texts.items()])
    assert found(library, typed) == ["capitals", "dots"]


def test_a_name_spelt_like_an_abbreviation_is_still_found(library: Library) -> None:
    library.add([item("name", "Судья Ира Асанова."), item("country", "Посол ИРА прибыл.")])
    assert [hit.headline.id for hit in library.search("ира").hits] == ["country", "name"]
    assert found(library, "ИРА") == ["country"]


def test_limit_and_total(library: Library) -> None:
    fill(library)
    results = library.search("визит или договор", limit=1, snippets=False)
    assert (results.total, len(results.hits)) == (3, 1)
    assert results.hits[0].snippet is None


def test_ranked_numbers_alone(library: Library) -> None:
    fill(library)
    assert tuple(library.ranking("касымалиев").numbers) == tuple(
        hit.headline.number for hit in library.search("касымалиев").hits
    )
    assert list(library.ranking("!").numbers) == []


def test_hits_in_the_text(library: Library) -> None:
    fill(library)
    article = library.article_by_id("a")
    assert article is not None
    text = article.document.text
    assert [span.of(text) for span in library.hit_spans("договору", article)] == ["договор", "Договор"]
    snippet = library.snippets("договору", [article.number, 99])[article.number]
    assert snippet.text == "Договор вступит в силу."
    assert not library.snippets("договору", [99])


def test_a_country_by_its_other_name(library: Library) -> None:
    fill(library)
    (hit,) = library.search("Кыргызстан").hits
    assert (hit.headline.id, hit.tier) == ("c", Tier.RELATED)
    assert hit.snippet is not None
    assert [span.of(hit.snippet.text) for span in hit.snippet.spans] == ["Киргизию"]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_no_query_fails(library: Library, query: str) -> None:
    if not library.numbers():
        fill(library)
    assert library.search(query).query == query


def test_the_index_is_made_where_it_is_missing(library: Library, folder: Path) -> None:
    fill(library)
    library.close()
    shutil.rmtree(folder / "index")
    with open_library(folder, settings=settings_for(folder)) as again:
        assert again.stats().index_behind == 3
        assert found(again, "касымалиев") == ["a", "b"]
        assert again.stats().index_behind == 0


@pytest.mark.parametrize("pattern", ["state.json", "*/*.toc", "*/*.seg"])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_torn_index_is_built_anew(library: Library, folder: Path, pattern: str, share: float) -> None:
    fill(library)
    library.close()
    (path,) = (folder / "index").glob(pattern)
    os.truncate(path, int(path.stat().st_size * share))
    with open_library(folder, settings=settings_for(folder)) as again:
        assert found(again, "касымалиев") == ["a", "b"]


def test_threads_wait_for_the_one_that_builds_a_torn_index_anew(library: Library, folder: Path) -> None:
    fill(library)
    numbers = library.numbers()
    library.close()
    os.truncate(folder / "index" / "state.json", 0)
    with open_library(folder, settings=settings_for(folder)) as again, ThreadPoolExecutor(8) as threads:
        searches = [threads.submit(again.ranking, "касымалиев") for _ in range(4)]
        facets = [threads.submit(again.facets, numbers) for _ in range(4)]
        assert [len(each.result().numbers) for each in searches] == [2] * 4
        assert len({each.result() for each in facets}) == 1


def test_an_index_torn_under_our_feet(library: Library, folder: Path) -> None:
    fill(library)
    assert found(library, "касымалиев") == ["a", "b"]
    (path,) = (folder / "index").glob("*/*.seg")
    path.write_bytes(path.read_bytes()[:100])
    library.add([item("d", "Касымалиев уехал.")])
    assert found(library, "касымалиев") == ["a", "b", "d"]


CUT_SHORT = """
import os, sys
from pathlib import Path
from kgtui.library import open_library
from kgtui.settings import Settings

folder = Path(sys.argv[1])
with open_library(folder, settings=Settings(folder, "ru")) as library:
    before = library.search("договор0x0").total
    for path in (folder / "index").glob("*/*.seg"):
        os.truncate(path, 4096)
    print(before, *(library.search(f"договор{n}x0").total for n in range(0, 200, 20)), library.search("слово").total)
"""


def test_an_index_cut_short_between_two_searches(library: Library, folder: Path) -> None:
    """In a process of its own: where the file were mapped into memory, the system would end it."""
    library.add(item(f"a{n}", " ".join(f"слово договор{n}x{k}." for k in range(40))) for n in range(200))
    library.close()
    done = subprocess.run([sys.executable, "-c", CUT_SHORT, str(folder)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()) == (0, ["1"] * 11 + ["200"]), done.stderr


def test_the_index_of_another_library_is_not_ours(library: Library, folder: Path, tmp_path: Path) -> None:
    fill(library)
    other = tmp_path / "other"
    with open_library(other, settings=settings_for(other)) as second:
        second.add([item("x", "Токаев.")])
    library.close()
    shutil.rmtree(folder / "index")
    shutil.copytree(other / "index", folder / "index")
    with open_library(folder, settings=settings_for(folder)) as again:
        assert found(again, "токаев") == []
        assert found(again, "касымалиев") == ["a", "b"]


def test_a_record_that_was_put_back(library: Library, folder: Path, tmp_path: Path) -> None:
    """A backup is older than the index: what the index knows of later writes must go."""
    library.add([item("a", "Договор.")])
    library.close()
    backup = tmp_path / "backup.sqlite3"
    shutil.copy(folder / "library.sqlite3", backup)
    with open_library(folder, settings=settings_for(folder)) as later:
        later.add([item("b", "Договор."), item("c", "Договор.")])
    for path in folder.glob("library.sqlite3*"):
        path.unlink()
    shutil.copy(backup, folder / "library.sqlite3")
    with open_library(folder, settings=settings_for(folder)) as again:
        again.add([item("d", "Договор."), item("e", "Встреча."), item("f", "Встреча.")])
        assert found(again, "договор") == ["a", "d"]
        assert found(again, "встреча") == ["e", "f"]


def test_rebuilding_says_how_far_it_is(library: Library) -> None:
    fill(library)
    steps: list[tuple[int, int]] = []
    library.rebuild(lambda done, total: steps.append((done, total)))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert found(library, "касымалиев") == ["a", "b"]


def test_an_index_that_cannot_be_written_is_made_up_for(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Index, "replay", full)
        fill(library)
    assert library.stats().index_behind == 3
    assert found(library, "касымалиев") == ["a", "b"]


def test_many_threads_at_once(library: Library) -> None:
    fill(library)
    failures: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(10):
                assert found(library, "касымалиев")[:2] == ["a", "b"]
                library.country_counts()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        library.add([item(f"n{number}", "Токаев выступил.")])
    for thread in threads:
        thread.join()
    assert not failures
    assert len(found(library, "токаев")) == 5


def test_another_reader_sees_what_was_added(library: Library, folder: Path) -> None:
    with open_library(folder, settings=settings_for(folder)) as other:
        assert found(other, "касымалиев") == []
        change = other.change
        fill(library)
        assert other.change > change
        assert found(other, "касымалиев") == ["a", "b"]
        assert json.loads((folder / "index" / "state.json").read_text())["change"] == other.change
