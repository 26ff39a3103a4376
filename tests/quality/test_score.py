"""The scorer: what agrees, what is optional, what is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .agreement import same_entity, same_person
from .score import InputError, main, read_jsonl, read_lines, score
from .texts import SEARCH, SETS, TextSet

PERSONS = [{"name": "Нурлан Асанов"}, {"name": "Иван Петров", "optional": True}]


@pytest.mark.parametrize("texts", SETS, ids=lambda texts: texts.name)
def test_every_surface_of_the_gold_stands_in_its_text(texts: TextSet) -> None:
    wording = texts.wording()
    for article, record in read_jsonl(texts.gold).items():
        text = wording[article]
        for key in ("countries", "persons", "organisations", "places", "projects"):
            for item in record[key]:
                assert item["surfaces"], item
                assert all(surface in text for surface in item["surfaces"]), item


@pytest.mark.parametrize("texts", SETS, ids=lambda texts: texts.name)
def test_gold_agrees_with_itself(texts: TextSet) -> None:
    assert main([str(texts.gold), "--self-check"]) == 0


def test_search_queries_name_articles_that_exist() -> None:
    articles = set(read_jsonl(SEARCH / "articles.jsonl"))
    for query in read_lines(SEARCH / "queries.jsonl"):
        assert query["relevant"]
        assert {*query["relevant"], *query["ignore"]} <= articles


def test_optional_items_are_neither_missed_nor_wrong() -> None:
    gold = {"a": {"id": "a", "persons": PERSONS}}
    named = {"a": {"id": "a", "persons": [{"name": "Асанов Нурлан"}, {"name": "И. Петров"}, {"name": "Пётр Сидоров"}]}}
    row = score(gold, named)["fields"]["persons"]
    assert (row["tp"], row["fp"], row["fn"]) == (1, 1, 0)
    assert score(gold, {})["fields"]["persons"]["fn"] == 1


def test_a_repetition_is_no_error() -> None:
    gold = {"a": {"id": "a", "places": [{"name": "Ош", "surfaces": ["Оше"]}]}}
    named = {"a": {"id": "a", "places": [{"name": "Ош"}, {"name": "Оше"}]}}
    row = score(gold, named)["fields"]["places"]
    assert (row["tp"], row["fp"], row["fn"]) == (1, 0, 0)


@pytest.mark.parametrize(
    ("gold", "given", "agree"),
    [
        ("Нурлан Асанов", "Н. Асанов", True),
        ("Нурлан Асанов", "Асанов", False),
        ("Асанов", "Нурлан Асанов", True),
        ("Нурлан Асанов", "Эрлан Асанов", False),
        ("Шавкат Мирзиёев", "Шавкат Мирзиеев", True),
    ],
)
def test_persons(gold: str, given: str, agree: bool) -> None:
    assert same_person({"name": gold}, {"name": given}) is agree


def test_a_body_agrees_in_any_form_and_without_its_country() -> None:
    assert same_entity({"name": "МИД КР"}, {"name": "МИД"})
    assert same_entity({"name": "Всемирный банк"}, {"name": "Всемирного банка"})
    assert not same_entity({"name": "МИД КР"}, {"name": "МИД РФ"})


@pytest.mark.parametrize(
    ("given", "alternatives", "counts"),
    [
        ("2025-01-27", [None], (1, 0, 0)),
        (None, [None], (0, 0, 0)),
        (None, [], (0, 0, 1)),
        ("2024-01-27", [], (0, 1, 1)),
    ],
)
def test_dates(given: str | None, alternatives: list[None], counts: tuple[int, int, int]) -> None:
    gold = {"a": {"id": "a", "published": "2025-01-27", "published_alt": alternatives}}
    row = score(gold, {"a": {"id": "a", "published": given}})["fields"]["published"]
    assert (row["tp"], row["fp"], row["fn"]) == counts


@pytest.mark.parametrize("lines", ["not json", "[1]", '{"id": 1}', '{"id": "a"}\n{"id": "a"}'])
def test_input_that_cannot_be_used_is_refused(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl"):
        read_jsonl(path)
    assert main([str(path), "--self-check"]) == 2


def test_the_table_counts_by_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text(json.dumps({"id": "a", "persons": PERSONS}), encoding="utf-8")
    predicted.write_text(json.dumps({"id": "a", "persons": [{"name": "Пётр Сидоров"}]}), encoding="utf-8")
    assert main([str(gold), str(predicted), "--by-id"]) == 0
    assert "a: tp/fp/fn: persons 0/1/1" in capsys.readouterr().out
