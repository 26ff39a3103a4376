"""JSON Lines: what a line may hold, and how a bad one is skipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.model import DateOrigin, Document
from kgtui.reading import Skipped, SkipReason, read_path, read_stream

TEXT = "Министры двух стран обсудили торговлю."


def lines_of(
    path: Path, *lines: object, encoding: str = "utf-8", limit_bytes: int = 10_000
) -> list[Document | Skipped]:
    written = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    file = path / "news.jsonl"
    file.write_bytes(written.encode(encoding))
    return list(read_path(file, limit_bytes=limit_bytes))


def document(path: Path, record: dict[str, object]) -> Document:
    (found,) = lines_of(path, record)
    assert isinstance(found, Document)
    return found


def test_all_fields(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        {
            "id": "k-1",
            "title": "Торговля\nрастёт",
            "text": TEXT,
            "date": "2025-11-20",
            "source": "Кабар",
            "url": "https://kabar.kg/1",
            "other": [1],
        },
    )
    assert (found.id, found.title, found.url) == ("k-1", "Торговля растёт", "https://kabar.kg/1")
    assert (str(found.published), found.published_from) == ("2025-11-20", DateOrigin.METADATA)
    assert (found.source, found.publisher) == ("Кабар", "Кабар")
    assert (found.text, found.body.of(found.text)) == (TEXT, TEXT)
    assert found.origin.endswith("news.jsonl#1")


def test_only_the_text_is_needed(tmp_path: Path) -> None:
    found = document(tmp_path, {"text": f"БИШКЕК, 11 ноя 2025 – РИА Новости. {TEXT}"})
    assert (found.id, found.title) == ("news-1", TEXT.rstrip("."))
    assert (str(found.published), found.publisher) == ("2025-11-11", "РИА Новости")


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2025-11-20", "2025-11-20"),
        ("20.11.2025", "2025-11-20"),
        ("20.11.25", "2025-11-20"),
        ("20 ноября 2025", "2025-11-20"),
        ("20 ноября 2025 года, 14:35", "2025-11-20"),
        ("2025-11-20T23:30:00+06:00", "2025-11-20"),
        ("2025-11-20 14:35:00", "2025-11-20"),
        ("2025/11/20", "2025-11-20"),
        ("Thu, 20 Nov 2025 10:00:00 GMT", "2025-11-20"),
        (1763596800, "2025-11-20"),
        (1763596800000, "2025-11-20"),
        ("2025-02-30", None),
        ("вчера", None),
        ("", None),
        (None, None),
        (True, None),
        (["2025-11-20"], None),
        (17, None),
        ("9999-12-31", None),
        ("0001-01-01", None),
        (99_999_999_999, None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", None),
        (float("inf"), None),
    ],
)
def test_a_date_in_any_form(tmp_path: Path, stated: object, day: str | None) -> None:
    found = document(tmp_path, {"text": TEXT, "date": stated})
    assert (str(found.published) if found.published else None) == day


def test_a_site_known_by_its_address(tmp_path: Path) -> None:
    assert document(tmp_path, {"text": TEXT, "url": "https://www.ru.sputnik.kg/a"}).publisher == "Спутник Кыргызстан"
    assert document(tmp_path, {"text": TEXT, "url": "http://Talas-news.kg:80/a?b"}).publisher == "Talas-news.kg"


def test_a_body_as_source_is_no_publisher(tmp_path: Path) -> None:
    found = document(tmp_path, {"text": TEXT, "source": "Министерство энергетики"})
    assert (found.source, found.publisher) == ("Министерство энергетики", None)


def test_a_bad_line_is_skipped_with_its_number_and_the_rest_go_on(tmp_path: Path) -> None:
    found = lines_of(
        tmp_path,
        {"text": TEXT},
        "",
        "{broken",
        [TEXT],
        {"title": "без текста"},
        {"text": 5},
        {"text": " "},
        "[" * 100_000,
        '{"text": ' + "9" * 5000 + "}",
        {"text": TEXT},
        limit_bytes=1_000_000,
    )
    assert [item.origin.partition("#")[2] for item in found] == ["1", "3", "4", "5", "6", "7", "8", "9", "10"]
    reasons = [item.reason for item in found if isinstance(item, Skipped)]
    assert reasons == [SkipReason.BAD_LINE] * 4 + [SkipReason.EMPTY] + [SkipReason.BAD_LINE] * 2


def test_a_line_too_long_is_skipped_and_the_rest_go_on(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-16"):
        found = lines_of(
            tmp_path, {"text": TEXT}, {"text": "а" * 900}, {"text": TEXT}, encoding=encoding, limit_bytes=200
        )
        assert [type(item) for item in found] == [Document, Skipped, Document]


def test_equal_ids_get_a_suffix(tmp_path: Path) -> None:
    record = {"id": "a", "text": TEXT}
    found = lines_of(tmp_path, record, record, {"id": "a-2", "text": TEXT}, record)
    ids = [item.id for item in found if isinstance(item, Document)]
    assert ids[:2] == ["a", "a-2"]
    assert len(set(ids)) == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r"])
def test_lines_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    found = lines_of(tmp_path, {"text": TEXT}, {"text": TEXT + " Снова."}, encoding=encoding)
    assert [item.text for item in found if isinstance(item, Document)] == [TEXT, TEXT + " Снова."]


def test_what_utf8_cannot_hold_is_replaced(tmp_path: Path) -> None:
    (found,) = lines_of(tmp_path, '{"text": "Ош \\ud800 и \\u0000 Талас", "id": "\\udfff"}')
    assert isinstance(found, Document)
    found.text.encode()
    found.id.encode()
    assert "\0" not in found.text


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["id", "title", "text", "date", "source", "url"]), VALUES))
def test_any_record_gives_a_document_or_a_reason(record: dict[str, object]) -> None:
    for found in read_stream(json.dumps(record).encode()):
        if isinstance(found, Document):
            assert found.id
            assert found.title
            assert found.body.of(found.text).strip()
