"""``kgtui search``: hits as text and JSON, files of queries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgtui.cli.problems import pointed
from kgtui.cli.queries import AskedQuery, read_queries
from kgtui.library import Sort
from kgtui.locale import catalogue
from kgtui.model import Span
from kgtui.search import ProblemKind
from kgtui.search.query.lexer import MOST_WORDS

from .conftest import Kgtui

pytestmark = pytest.mark.xdist_group("cli-search")

KEYS = {"id", "title", "published", "source", "publisher", "score", "tier", "group", "snippet", "spans"}


def ids(answer: dict[str, list[dict[str, str]]]) -> set[str]:
    return {hit["id"][:3] for hit in answer["hits"]}


def test_any_form_of_a_name_finds_all_forms(kgtui: Kgtui) -> None:
    found = kgtui("search", "касымалиеву", "--json")
    assert found.code == 0
    assert found.json["total"] == 4
    assert found.json["query"] == "касымалиеву"
    assert found.json["read_as"] is None
    assert set(found.json) == {"query", "read_as", "total", "hits", "facets"}
    assert all(set(hit) == KEYS for hit in found.json["hits"])


def test_both_names_of_a_country_find_the_same(kgtui: Kgtui) -> None:
    first, second = (kgtui("search", name, "--json").json for name in ("Киргизия", "Кыргызстан"))
    assert ids(first) == ids(second)


def test_a_surname_and_a_phrase(kgtui: Kgtui) -> None:
    assert ids(kgtui("search", "жапарову", "--json").json) == {"001", "003"}
    assert ids(kgtui("search", '"столица Таджикистана"', "--json").json) == {"004"}


def test_several_arguments_are_one_query(kgtui: Kgtui) -> None:
    assert kgtui("search", "столица", "таджикистана", "--json").json["query"] == "столица таджикистана"


def test_spans_are_hits_in_the_snippet(kgtui: Kgtui) -> None:
    for hit in kgtui("search", "касымалиеву", "--json").json["hits"]:
        assert hit["spans"]
        assert all(hit["snippet"][start:end].startswith("Касымалиев") for start, end in hit["spans"])


def test_tiers_come_in_their_order(kgtui: Kgtui) -> None:
    order = ["exact", "form", "other", "related"]
    tiers = [order.index(hit["tier"]) for hit in kgtui("search", "Киргизия", "--json").json["hits"]]
    assert tiers == sorted(tiers)


def test_facets_count_the_hits(kgtui: Kgtui) -> None:
    facets = kgtui("search", "касымалиеву", "--json").json["facets"]
    assert sum(month["articles"] for month in facets["month"]) == 4


def test_text_marks_the_hits_and_names_the_article(kgtui: Kgtui) -> None:
    found = kgtui("search", '"столица Таджикистана"')
    assert found.code == 0
    assert found.out.startswith("04.03.2025  CentralasianLIGHT.org  004_")
    assert "[столице Таджикистана]" in found.out.replace("\n   ", " ") or "[столице] [Таджикистана]" in found.out
    assert found.err == "Найдено: 1 статья.\n"
    assert "\x1b" not in found.out


def test_limit(kgtui: Kgtui) -> None:
    found = kgtui("search", "касымалиеву", "--limit", "1")
    assert "Найдено: 4 статьи; показано: 1." in found.err
    assert len(kgtui("search", "касымалиеву", "--limit", "2", "--json").json["hits"]) == 2
    assert len(kgtui("search", "касымалиеву", "--limit", "0", "--json").json["hits"]) == 4


def test_nothing_found_says_what_to_do(kgtui: Kgtui) -> None:
    found = kgtui("search", "ъъъъ")
    assert (found.code, found.out) == (1, "")
    assert "ъъъъ" in found.err
    assert "kgtui entities" in found.err
    as_json = kgtui("search", "ъъъъ", "--json")
    assert (as_json.code, as_json.json["total"], as_json.json["hits"]) == (1, 0, [])


@pytest.mark.parametrize("query", ["((", '"', "*", "-", "и", "🙂", "a" * 3000])
def test_any_text_is_a_query(kgtui: Kgtui, query: str) -> None:
    found = kgtui("search", "--json", "--", query)
    assert found.code in (0, 1)
    assert found.json["query"] == query


def test_a_query_that_begins_with_a_minus(kgtui: Kgtui) -> None:
    assert kgtui("search", "--json", "--", "-5").json["query"] == "-5"
    assert kgtui("search", "-x").code == 2


def test_a_query_or_a_file_but_not_both(kgtui: Kgtui) -> None:
    for arguments in ([], ["слово", "--queries", "файл"]):
        wrong = kgtui("search", *arguments)
        assert (wrong.code, wrong.out) == (2, "")
        assert "--queries" in wrong.err


def test_problems_are_said_with_a_caret_under_the_place(kgtui: Kgtui) -> None:
    found = kgtui("search", 'касымалиеву "москва')
    assert found.code == 0
    assert found.err.splitlines()[:4] == [
        'Кавычка не закрыта: "',
        '  касымалиеву "москва',
        "              ^",
        "Без пары она пропускается или действует до конца запроса.",
    ]
    english = kgtui("search", "--lang", "en", "--json", "касымалиеву автор:Путин")
    assert english.err.splitlines()[1:3] == ["  касымалиеву автор:Путин", "              ^^^^^^"]
    assert english.err.splitlines()[0] == "No such field: автор:"
    assert "Fields: who, country" in english.err
    assert kgtui("search", "--json", "касымалиеву").err == ""


def test_what_was_mended_is_said_and_nothing_against_it(kgtui: Kgtui) -> None:
    found = kgtui("search", "страна:Узбекстан")
    assert found.code == 0
    assert "страна:Узбекистан" in found.err
    assert "Нет такой страны" not in found.err


@pytest.mark.parametrize(
    ("query", "start", "stop", "lines"),
    [
        ("日本 (газ", 3, 4, ("日本 (газ", "     ^")),
        ("и\u0306 (газ", 3, 4, ("и\u0306 (газ", "  ^")),
        ("газ\n(\x1b", 4, 5, ("газ (␛", "    ^")),
    ],
)
def test_the_caret_counts_columns(query: str, start: int, stop: int, lines: tuple[str, str]) -> None:
    assert pointed(query, Span(start, stop)) == lines


def test_a_long_query_is_cut_around_the_place() -> None:
    for start in (0, 300, 599):
        shown, carets = pointed("а" * start + "(" + "б" * (599 - start), Span(start, start + 1))
        assert len(shown) == 76
        assert shown[len(carets) - 1] == "("


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_problem_has_words(language: str) -> None:
    words = catalogue(language, "search")
    assert words.keys() == {f"search.{said}.{kind.value}" for said in ("problem", "instead") for kind in ProblemKind}
    assert str(MOST_WORDS) in str(words["search.instead.too_long"])


def test_of_a_pasted_article_the_first_words_are_read(kgtui: Kgtui) -> None:
    pasted = "«Касымалиеву» " * 10_000
    found = kgtui("search", "--queries", "-", stdin=pasted.encode())
    assert len(found.json_lines[0]["hits"]) == 4
    said = kgtui("search", "--json", "--", pasted[:10_000])
    assert said.code == 0
    assert "Слишком длинно" in said.err.splitlines()[0]


def test_sorting(kgtui: Kgtui) -> None:
    def dates(order: str) -> list[str]:
        return [hit["published"] for hit in kgtui("search", "касымалиеву", "--json", "--sort", order).json["hits"]]

    assert dates("newest") == sorted(dates("relevance"), reverse=True)
    assert dates("oldest") == sorted(dates("relevance"))
    assert kgtui("search", "касымалиеву", "--sort", "size").code == 2
    assert [sort.value for sort in Sort] == ["relevance", "newest", "oldest"]


def test_queries_keep_the_order_of_the_file(kgtui: Kgtui, tmp_path: Path) -> None:
    lines = ["жапарову", "  ъъъъ  ", "{}", '{"query": "Киргизия", "n": 5}', "{bad", "", '{"query": 3}', "ё\u2028"]
    file = tmp_path / "queries.txt"
    file.write_bytes("\n".join(lines).encode() + b"\r\n\xff\xfe\n")
    found = kgtui("search", "--queries", str(file))
    assert found.code == 0
    answers = [json.loads(line) for line in found.out.split("\n")[:-1]]
    assert [answer["query"] for answer in answers] == [
        "жапарову",
        "  ъъъъ  ",
        "{}",
        "Киргизия",
        "{bad",
        "",
        '{"query": 3}',
        "ё\u2028",
        "\ufffd\ufffd",
    ]
    bad = [answer for answer in answers if "error" in answer]
    assert [answer["query"] for answer in bad] == ["{}", "{bad", "", '{"query": 3}', "\ufffd\ufffd"]
    assert all(set(answer) == {"query", "error", "hits"} and answer["hits"] == [] for answer in bad)
    assert ids(answers[0]) == {"001", "003"}
    assert all(set(hit) == KEYS for answer in answers for hit in answer["hits"])


def test_queries_from_stdin(kgtui: Kgtui) -> None:
    found = kgtui("search", "--queries", "-", stdin="\ufeffжапарову".encode())
    assert (found.code, [answer["query"] for answer in found.json_lines]) == (0, ["жапарову"])
    assert kgtui("search", "--queries", "-", stdin="ъъъъ\n".encode()).code == 1
    assert kgtui("search", "--queries", "-").out == ""


def test_a_file_of_queries_that_is_not_there(kgtui: Kgtui, tmp_path: Path) -> None:
    missing = kgtui("search", "--queries", str(tmp_path / "нет"))
    assert missing.code == 2
    assert "нет" in missing.err


def test_reading_queries() -> None:
    assert list(read_queries(b"")) == []
    assert list(read_queries(b"a\nb")) == [AskedQuery("a"), AskedQuery("b")]
    assert [asked.text for asked in read_queries(b'\xef\xbb\xbf {"query": "\\ud800"}\n')] == ["\ud800"]


def test_a_lone_surrogate_comes_back_as_it_was(kgtui: Kgtui) -> None:
    found = kgtui("search", "--queries", "-", stdin=b'{"query": "\\ud800"}\n')
    assert found.json_lines[0]["query"] == "\ud800"


def test_a_slip_is_said_and_shown(kgtui: Kgtui) -> None:
    found = kgtui("search", "Rbhubpbz", "--json")
    assert found.code == 0
    assert found.json["query"] == "Rbhubpbz"
    assert found.json["read_as"] == "Киргизия"
    assert ids(found.json) == ids(kgtui("search", "Киргизия", "--json").json)
    assert "По запросу «Rbhubpbz» ничего нет; показано: «Киргизия»" in found.err
    english = kgtui("--lang", "en", "search", "Japarov")
    assert "Nothing matches “Japarov”; shown: “Жапаров”" in english.err


def test_a_file_of_queries_is_searched_to_the_letter(kgtui: Kgtui, tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("Japarov\n", encoding="utf-8")
    answer = kgtui("search", "--queries", str(file))
    assert json.loads(answer.out)["total"] == 0
    assert json.loads(answer.out)["read_as"] is None


def test_more_like_an_article(kgtui: Kgtui) -> None:
    found = kgtui("search", "--like", "004", "--json")
    assert found.code == 0
    assert ids(found.json) <= {"000", "001", "002", "003"}
    assert all(set(hit) == KEYS for hit in found.json["hits"])
    assert kgtui("search", "--like", "004", "--limit", "1").out.count("\n") < kgtui(
        "search", "--like", "004"
    ).out.count("\n")
    assert kgtui("search", "--like", "нет такой").code == 1


def test_a_word_to_leave_out_that_looks_like_an_option_is_explained(kgtui: Kgtui) -> None:
    ran = kgtui("search", "касымалиев", "-визит")
    assert ran.code == 2
    assert "непонятные аргументы: -визит" in ran.err
    assert "kgtui search -- 'касымалиев -визит'" in ran.err
    assert kgtui("search", "--", "касымалиев", "-визит").code == 0
    assert "kgtui search --" not in kgtui("search", "касымалиев", "--nweest").err


@pytest.mark.parametrize("arguments", [("  ",), ("--save", "пробел", " "), ("--peek", "касымалиев")])
def test_what_cannot_be_asked_is_a_wrong_call(kgtui: Kgtui, arguments: tuple[str, ...]) -> None:
    ran = kgtui("search", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "--new ИМЯ" in ran.err


def test_a_search_that_is_saved_says_what_of_it_is_misunderstood(here: Kgtui) -> None:
    saved = here("search", "--save", "граница", "граница дата:2025-13")
    assert saved.code == 0
    assert "Не дата: 2025-13" in saved.err
