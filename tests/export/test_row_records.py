"""Rows of persons, quotations, unions and topics for JSON."""

from __future__ import annotations

from datetime import date

from kgtui.dossier.values import Note, Person, PersonRow, QuotationRow, Tenure, TopicRow, UnionRow
from kgtui.export.row_records import row_record
from kgtui.model import Span

DAY = date(2025, 3, 4)
NOTE = Note(2, 9, 7, "a-1", Span(3, 9), "слова.")
NOTED = {"label": "2.9", "source": 2, "sentence": 9, "id": "a-1", "start": 3, "end": 9, "text": "слова."}
LAST = {"new": False, "notes": [NOTED]}


def test_a_person_with_what_they_held_and_who_held_it_before() -> None:
    before = Tenure(Person("m k", "Марат Кадыров", "премьер-министр", "KG"), date(2024, 1, 2), NOTE)
    row = PersonRow(
        person=Person("e s", "Эркин Садырбеков", "премьер-министр", "KG"),
        on=DAY,
        articles=3,
        predecessor=before,
        spellings=("Эркинбек",),
        notes=(NOTE,),
    )
    assert row_record(row) == {
        "name": "Эркин Садырбеков",
        "role": "премьер-министр",
        "country": "KG",
        "as_of": "2025-03-04",
        "articles": 3,
        "spellings": ["Эркинбек"],
        "earlier": [],
        "predecessor": {
            "name": "Марат Кадыров",
            "role": "премьер-министр",
            "as_of": "2024-01-02",
            "note": NOTED,
        },
        **LAST,
    }


def test_a_quotation_whole() -> None:
    words = "слово " * 100
    row = QuotationRow(speaker=Person("e s", "Эркин Садырбеков", None, "KG"), words=words, on=DAY, notes=(NOTE,))
    assert row_record(row) == {
        "speaker": "Эркин Садырбеков",
        "role": None,
        "country": "KG",
        "date": "2025-03-04",
        "text": words,
        **LAST,
    }


def test_a_union_and_a_topic() -> None:
    union = UnionRow(key="SCO", name="ШОС", articles=3, naming=1, notes=(NOTE,))
    assert row_record(union) == {"key": "SCO", "name": "ШОС", "articles": 3, "naming": 1, **LAST}
    assert row_record(TopicRow(topic="trade", articles=2, notes=(NOTE,))) == {"topic": "trade", "articles": 2, **LAST}
