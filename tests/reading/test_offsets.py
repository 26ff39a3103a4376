"""Offsets are true: the body is a slice of the decoded text, whatever stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.model import Document
from kgtui.reading import documents_in, read_stream

ROOT = Path(__file__).parents[2]
BODY = "Министры двух стран обсудили торговлю и договорились о новых поставках. Встреча прошла в Бишкеке."
HEADERS = [
    "",
    " date 2025-11-20 ",
    "20.11.2025\n",
    "Дата: 20.11.2025\n\n",
    "\n\n \t",
    "Политика\n20 ноября 2025 года\n",
]
FOOTERS = ["", "\nkabar.kg\n4 марта 2025 года", "\n\nПросмотров: 12", " -0-", "\n \n", "\nИсточник: Кабар\n© Кабар"]
PIECES = [
    *'\n \t , . : ; / ( ) [ ] « » " - – — * # | © 4 20.11.2025 2025-11-20 14:35 ноября марта года г. г'.split(" "),
    *"Бишкек МОСКВА Кабар /Кабар/ ТАСС РИА kabar.kg date Дата: Источник: Фото Автор: Пресс-служба А.Б. Садыр".split(
        " "
    ),
    *"сообщает агентство со ссылкой на министерство Просмотров: 12 встреча прошла 🙂 й e\u0301".split(" "),
]


def document_of(text: str) -> Document:
    (document,) = read_stream(text.encode())
    assert isinstance(document, Document)
    return document


@settings(deadline=None)
@given(st.sampled_from(HEADERS), st.sampled_from(FOOTERS), st.sampled_from(["utf-8", "utf-16", "cp1251"]))
def test_the_body_is_found_whatever_stands_around_it(header: str, footer: str, encoding: str) -> None:
    (document,) = read_stream((header + BODY + footer).encode(encoding))
    assert isinstance(document, Document)
    assert document.body.of(document.text) == BODY


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join))
def test_any_row_of_pieces_has_a_body_inside_the_text(text: str) -> None:
    if not text.strip():
        return
    document = document_of(text)
    assert 0 <= document.body.start < document.body.end <= len(document.text)
    assert document.body.of(document.text) == document.body.of(document.text).strip()
    assert document.title
    assert "\n" not in document.title


@settings(deadline=None)
@given(st.text(min_size=1))
def test_any_text_has_a_body_or_a_reason(text: str) -> None:
    for document in read_stream(text.encode(errors="ignore")):
        if isinstance(document, Document):
            assert document.body.of(document.text).strip()


@pytest.mark.parametrize("folder", ["seeds", "tests/texts/dev"])
def test_real_and_constructed_articles_are_read(folder: str) -> None:
    paths = sorted((ROOT / folder).glob("*.txt"))
    documents = [document for document in documents_in(paths) if isinstance(document, Document)]
    assert len(documents) == len(paths) > 0
    for document in documents:
        assert document.body.of(document.text).strip()
