"""Facts of any text: spans within the body, no error, records with the keys that are exchanged."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.extraction.extract import extract
from kgtui.extraction.records import facts_record
from kgtui.language import analyse
from kgtui.model import FACTS_VERSION, Document, EntityKind, Span

from .reading_of import document, facts

WORDS = (
    "президент Президента КР РФ ШОС «CASA-1000» Садыр Жапарова А. Б. г. с. уулу кызы аль-Маршад ван дер Совет министров"
    ' имени им. и.о. врио — – - , . : ( ) « » " “ ” железной дороги Китай Кыргызстан Министерство энергетики по в с и'
    " ООО ОАО Чуйской области реки Чу Год -зода Limak Erasmus + 2035 до года Ван И ё Ё́ ГЭС-1 \n \t ВСТРЕЧА МИНИСТРОВ"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.integers(0, 20), st.integers(0, 20))
def test_no_text_makes_it_raise_and_spans_lie_in_the_body(text: str, before: int, after: int) -> None:
    body = Span(min(before, len(text)), max(min(before, len(text)), len(text) - after))
    for entity in facts(text, body).entities:
        assert entity.name
        assert entity.spans
        for span in (*entity.spans, *([entity.role_span] if entity.role_span else [])):
            assert body.start <= span.start < span.end <= body.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_signs_are_read(text: str) -> None:
    assert facts(text).version == FACTS_VERSION


@settings(max_examples=60, deadline=None)
@given(st.text('АБВабвиновскаяйь.«»"- \n', max_size=120))
def test_soup_of_letters_is_read(text: str) -> None:
    assert facts(text).version == FACTS_VERSION


@pytest.mark.parametrize("piece", ["Асан Асанов ", "«« ", "А.Б. ", "встреча с министром Асановым и ", "КАБИНЕТ "])
def test_a_text_without_an_end_to_its_sentence_is_read(piece: str) -> None:
    assert facts(500 * piece).version == FACTS_VERSION


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Шапка сайта\n\nПрезидент Садыр Жапаров прибыл в Ош."
    body = Span(text.index("Президент"), len(text))
    spans = {span.of(text) for entity in facts(text, body).entities for span in entity.spans}
    assert {"Садыр Жапаров", "Ош"} <= spans


def test_an_entity_has_one_key_in_an_article() -> None:
    text = "Президент КР Садыр Жапаров посетил Бишкек. МИД КР и Садыр Жапаров рады. Киргизия и Кыргызстан."
    text += " Чечня – это Чеченская Республика."
    found = [(entity.kind, entity.key) for entity in facts(text).entities]
    assert len(found) == len(set(found))


def test_a_record_has_the_keys_that_are_scored() -> None:
    text = "Президент КР Садыр Жапаров на саммите ШОС в Ташкенте поддержал проект «CASA-1000». Заявил МИД КР."
    read = Document(
        id="a", origin="a.txt", text=text, body=Span(0, len(text)), title="", published=date(2025, 3, 4), source="Кабар"
    )
    record = facts_record(read, extract(read, analyse(text)))
    assert {key: record[key] for key in list(record)[:8]} == {
        "id": "a",
        "published": "2025-03-04",
        "source": "Кабар",
        "countries": [{"code": "KG", "surfaces": ["КР"]}],
        "persons": [
            {"name": "Садыр Жапаров", "surfaces": ["Садыр Жапаров"], "role": "президент КР", "country": "KG"},
        ],
        "organisations": [{"name": "ШОС", "surfaces": ["ШОС"]}, {"name": "МИД КР", "surfaces": ["МИД КР"]}],
        "places": [{"name": "Ташкент", "surfaces": ["Ташкенте"]}],
        "projects": [{"name": "CASA-1000", "surfaces": ["CASA-1000"]}],
    }


def test_a_record_has_a_key_for_every_kind_of_fact() -> None:
    record = facts_record(document(""), facts(""))
    assert {"figures", "quotes", "statements", "meetings", "promises", "periods"} <= record.keys()


def test_a_record_of_nothing_is_empty() -> None:
    read = document("")
    record = facts_record(read, extract(read, analyse("")))
    assert record["published"] is None
    assert record["countries"] == record["persons"] == record["projects"] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Минск и Бишкек реализуют проекты.", ["BY", "KG"]),
        ("Отношения кыргызско-таджикские.", ["KG", "TJ"]),
        ("Киргизия и Кыргызстан.", ["KG"]),
    ],
)
def test_countries_are_joined_by_code(text: str, codes: list[str]) -> None:
    found = [entity for entity in facts(text).entities if entity.kind is EntityKind.COUNTRY]
    assert [entity.key for entity in found] == codes
    assert all(entity.country == entity.key and entity.found_by == "list" for entity in found)
