"""Encodings of Russian, told on short texts."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.reading.decoding import decode, encoding_of
from kgtui.reading.skipped import ReadingError, SkipReason

HEADLINES = [
    "Премьер прибыл в Ташкент",
    "ЖАПАРОВ ВСТРЕТИЛСЯ С ПУТИНЫМ",
    "Касымалиев: торговля растёт",
    "Рост ВВП составил 9,5%",
    "Саммит ШОС открылся в Пекине",
    "«Манас» примет новые рейсы",
    "Что решили на встрече — главное",
    "Цены на хлеб выросли на 3%",
    "Открыт мост через реку Чу",
    "Объём экспорта увеличился",
    "Эмомали Рахмон посетит Бишкек",
    "В Оше прошёл форум фермеров",
    "Юлия Асанова назначена послом",
    "Глава МИД КНР прилетит завтра",
    "Съезд учителей начался в Нарыне",
    "Цифровой сом: что изменится?",
]
SINGLE_BYTE = ["cp1251", "koi8-r", "cp866", "iso8859-5"]
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]


def _encodable(text: str, encoding: str) -> str:
    return "".join(sign for sign in text if sign.encode(encoding, errors="ignore"))


@pytest.mark.parametrize("encoding", SINGLE_BYTE + UNICODE)
@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_is_read_in_every_encoding(headline: str, encoding: str) -> None:
    text = _encodable(headline, encoding)
    assert decode(text.encode(encoding)) == text


def test_a_mac_text_of_a_paragraph_is_read() -> None:
    text = "Премьер-министр Таджикистана подчеркнул значительный потенциал взаимодействия двух стран и регионов."
    assert decode(text.encode("mac-cyrillic")) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE])
def test_a_byte_order_mark_is_left_out(mark: bytes) -> None:
    encoding = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    assert decode(mark + "Ош".encode(encoding.get(mark, "utf-32-le"))) == "Ош"


def test_line_ends_become_one_sign_and_letters_nfc() -> None:
    assert decode("й\r\nё\rи".encode()) == "й\nё\nи"


def test_utf8_cut_inside_a_letter_or_with_one_bad_byte_is_still_utf8() -> None:
    raw = "Министры обсудили торговлю двух стран".encode()
    assert decode(raw[:-1]).startswith("Министры обсудили")
    assert decode(raw[:20] + b"\xff" + raw[20:]).endswith("или торговлю двух стран")


def test_a_foreign_text_is_left_to_the_general_detector() -> None:
    text = "Le président a déclaré à la presse que les négociations étaient terminées. " * 5
    assert "président a déclaré" in decode(text.encode("cp1252"))


@pytest.mark.parametrize(
    "raw",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF\0\x01\x02", bytes(range(256)) * 3, b"text\0text", b"\x01\x02\x03abc"],
)
def test_what_is_no_text_is_binary(raw: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        decode(raw)
    assert caught.value.reason is SkipReason.BINARY


def test_nothing_and_plain_ascii_are_utf8() -> None:
    assert encoding_of(b"") == encoding_of(b"date 2025-11-20") == "utf-8"
    assert decode(b"") == ""


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_reason(raw: bytes) -> None:
    try:
        text = decode(raw)
    except ReadingError:
        return
    assert "\r" not in text
    assert "\0" not in text


WORDS = "премьер встретился министром президентом торговля соглашение Бишкеке Ташкенте поставки электроэнергии".split()


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12), st.sampled_from(SINGLE_BYTE + UNICODE))
def test_words_survive_every_encoding(words: list[str], encoding: str) -> None:
    text = " ".join(words)
    assert decode(text.encode(encoding)) == text


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    raw = ("Ош. " + text).encode()
    assert encoding_of(raw) == "utf-8"
