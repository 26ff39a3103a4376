"""Files, folders and streams: what is read, what is skipped and why; one bad file never ends the run."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest

from kgtui.locale import LANGUAGES, catalogue
from kgtui.model import DateOrigin, Document
from kgtui.reading import Skipped, SkipReason, documents_in, read_path, read_stream

TEXT = "Министры двух стран обсудили торговлю."


def read(path: Path, **options: int) -> Document | Skipped:
    (found,) = read_path(path, **options)
    return found


def skipped(path: Path, **options: int) -> SkipReason:
    found = read(path, **options)
    assert isinstance(found, Skipped)
    assert found.origin == str(path)
    return found.reason


def written(path: Path, content: bytes | str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_a_document(tmp_path: Path) -> None:
    document = read(written(tmp_path / "визит.txt", f" date 2025-11-20 {TEXT}"))
    assert isinstance(document, Document)
    assert document.id == "визит"
    assert document.origin == str(tmp_path / "визит.txt")
    assert document.body.of(document.text) == TEXT


def test_a_relative_path_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    document = read(Path("a.txt"))
    assert isinstance(document, Document)
    assert document.origin == str(tmp_path / "a.txt")


def test_names_are_nfc_and_hold_no_broken_bytes(tmp_path: Path) -> None:
    document = read(written(tmp_path / unicodedata.normalize("NFD", "май.txt")))
    assert isinstance(document, Document)
    assert document.id == "май"
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
    document = read(written(odd))
    assert isinstance(document, Document)
    document.id.encode()
    document.origin.encode()


def test_a_dot_and_digits_are_no_extension(tmp_path: Path) -> None:
    document = read(written(tmp_path / "20.11.2025 встреча"))
    assert isinstance(document, Document)
    assert document.id == "20.11.2025 встреча"
    assert str(document.published) == "2025-11-20"
    assert document.published_from is DateOrigin.FILE


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-11-20-встреча.txt", "2025-11-20"),
        ("20251120_001.txt", "2025-11-20"),
        ("news_2025_11_20.txt", "2025-11-20"),
        ("визит 20.11.2025.txt", "2025-11-20"),
        ("a20251120f.txt", None),
        ("2025-13-40.txt", None),
        ("1234567890.txt", None),
    ],
)
def test_the_date_in_a_file_name(tmp_path: Path, name: str, day: str | None) -> None:
    document = read(written(tmp_path / name))
    assert isinstance(document, Document)
    assert (str(document.published) if document.published else None) == day


def test_a_date_of_the_text_goes_before_that_of_the_name(tmp_path: Path) -> None:
    document = read(written(tmp_path / "2025-11-25.txt", f"Бишкек, 20 ноября. /Кабар/. {TEXT}"))
    assert isinstance(document, Document)
    assert (str(document.published), document.published_from) == ("2025-11-20", DateOrigin.DATELINE)


@pytest.mark.parametrize("content", ["", "  \n\t ", "\ufeff"])
def test_an_empty_file(tmp_path: Path, content: str) -> None:
    assert skipped(written(tmp_path / "a.txt", content)) is SkipReason.EMPTY


def test_a_binary_file(tmp_path: Path) -> None:
    assert skipped(written(tmp_path / "a.txt", b"\x7fELF\0\0\1")) is SkipReason.BINARY


def test_a_file_beyond_the_limit(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "а" * 100)
    assert skipped(path, limit_bytes=199) is SkipReason.TOO_LARGE
    assert isinstance(read(path, limit_bytes=200), Document)


def test_not_russian_is_only_a_longer_text(tmp_path: Path) -> None:
    english = "The ministers of both countries met. "
    assert skipped(written(tmp_path / "a.txt", english * 10)) is SkipReason.NOT_RUSSIAN
    assert isinstance(read(written(tmp_path / "b.txt", english)), Document)
    assert isinstance(read(written(tmp_path / "c.txt", english * 10 + TEXT * 5)), Document)


def test_an_extension_that_is_none_of_ours(tmp_path: Path) -> None:
    assert skipped(written(tmp_path / "a.docx")) is SkipReason.NOT_SUPPORTED
    assert isinstance(read(written(tmp_path / "b.TXT")), Document)


def test_a_missing_file_and_a_folder_in_a_file_s_place(tmp_path: Path) -> None:
    assert skipped(tmp_path / "none.txt") is SkipReason.UNREADABLE
    (tmp_path / "folder.txt").mkdir()
    assert skipped(tmp_path / "folder.txt") is SkipReason.UNREADABLE


def test_a_pipe_or_device_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert skipped(tmp_path / "pipe.txt") is SkipReason.UNREADABLE
    (tmp_path / "null.txt").symlink_to("/dev/zero")
    assert skipped(tmp_path / "null.txt") is SkipReason.UNREADABLE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt")
    path.chmod(0)
    assert skipped(path) is SkipReason.UNREADABLE


def test_a_folder_is_read_wholly_in_order_and_goes_on(tmp_path: Path) -> None:
    written(tmp_path / "b.txt")
    written(tmp_path / "a" / "2.txt")
    written(tmp_path / "a" / "1.txt", b"\0\0")
    written(tmp_path / ".hidden.txt")
    written(tmp_path / ".git" / "x.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = list(documents_in([tmp_path]))
    assert [Path(item.origin).name for item in found] == ["1.txt", "2.txt", "b.txt", "gone.txt"]
    assert [type(item) for item in found] == [Skipped, Document, Document, Skipped]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    written(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(documents_in([tmp_path]))
    assert sum(isinstance(item, Document) for item in found) == 1
    assert {item.reason for item in found if isinstance(item, Skipped)} == {SkipReason.UNREADABLE}


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(path)
    assert len(list(documents_in([path, tmp_path, path]))) == 1


def test_a_hidden_file_named_by_the_reader_is_read(tmp_path: Path) -> None:
    assert isinstance(next(documents_in([written(tmp_path / ".a.txt")])), Document)


def test_a_stream_is_text_or_json_lines() -> None:
    (document,) = read_stream(TEXT.encode("koi8-r"))
    assert isinstance(document, Document)
    assert (document.origin, document.text) == ("-", TEXT)
    again = next(read_stream(TEXT.encode()))
    assert isinstance(again, Document)
    assert again.id.startswith("stdin-")
    lines = json.dumps({"text": TEXT}) + "\n" + json.dumps({"id": 7, "text": TEXT})
    first, second = read_stream(lines.encode())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.origin, second.origin, second.id) == ("-#1", "-#2", "7")


def test_a_bad_stream_is_skipped() -> None:
    assert [item.reason for item in read_stream(b"\0\0") if isinstance(item, Skipped)] == [SkipReason.BINARY]
    assert [item.reason for item in read_stream(b"") if isinstance(item, Skipped)] == [SkipReason.EMPTY]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_words(language: str) -> None:
    words = catalogue(language, "reading")
    assert {f"reading.reason.{reason.value}" for reason in SkipReason} <= set(words)
