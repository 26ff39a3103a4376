"""Whatever goes wrong is one sentence and an exit code."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

from kgtui.cli import exits
from kgtui.cli.failure import Failure
from kgtui.cli.guard import guarded
from kgtui.cli.trouble import failure_of
from kgtui.gazetteer import GazetteerError
from kgtui.library import (
    Busy,
    LibraryError,
    LibraryMissing,
    LibraryTooNew,
    LibraryTooOld,
    LibraryUnreadable,
    NotWritten,
    ReadOnly,
)
from kgtui.locale import use_language
from kgtui.recognition import is_available

from .conftest import Kgtui, run_here, run_kgtui

PATH = Path("/srv/kgtui")
NOON = datetime(2025, 11, 21, 12, 0, tzinfo=timezone.utc)


@pytest.fixture(params=["ru", "en"], autouse=True)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_language("ru")


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (Busy(PATH, 4711, "aida", NOON), ("4711", "aida", ":00:00")),
        (Busy(PATH, None, None, None), ()),
        (LibraryMissing(PATH), ("kgtui add",)),
        (LibraryTooNew(PATH, 9, 2), ("9", "2")),
        (LibraryTooOld(PATH, 2, 9), ("2", "9", "kgtui stats")),
        (ReadOnly(PATH), ("--library",)),
        (LibraryUnreadable(PATH, sqlite3.OperationalError("disk I/O error")), ("kgtui doctor",)),
        (NotWritten(PATH, sqlite3.OperationalError("database or disk is full")), ()),
        (LibraryError(PATH), ()),
    ],
)
def test_what_is_wrong_with_a_library(error: LibraryError, named: tuple[str, ...]) -> None:
    failure = failure_of(error)
    assert failure is not None
    assert failure.exit_code == exits.LIBRARY_UNUSABLE
    assert str(PATH) in failure.message
    assert all(name in failure.message for name in named)


def test_a_broken_gazetteer_and_a_system_that_refuses() -> None:
    gazetteer = failure_of(GazetteerError(Path("countries.tsv"), 7, "no name"))
    system = failure_of(OSError(28, "No space left on device", "/srv/x"))
    assert gazetteer is not None
    assert "countries.tsv" in gazetteer.message
    assert system is not None
    assert "/srv/x: " in system.message
    assert "No space left on device" not in system.message
    assert failure_of(ValueError("?")) is None


def raising(error: BaseException) -> Callable[[], int]:
    def run() -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), 130),
        (Failure("так нельзя", 2), 2),
        (ReadOnly(PATH), 3),
        (SystemExit(2), 2),
        (SystemExit(0), 0),
        (SystemExit("?"), 2),
    ],
)
def test_exit_codes(error: BaseException, code: int) -> None:
    assert guarded(raising(error)) == code


def test_an_interrupt_while_a_class_is_made() -> None:
    error = RuntimeError("Error calling __set_name__")
    error.__cause__ = KeyboardInterrupt()
    assert guarded(raising(error)) == exits.INTERRUPTED


def test_the_code_of_a_run_that_ends_well_is_its_own() -> None:
    assert guarded(lambda: 1) == 1


def test_a_mistake_of_the_program_leaves_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert guarded(raising(ZeroDivisionError("\x1b[31m"))) == 3
    said = capsys.readouterr().err
    report = tmp_path / "kgtui" / "last-error.txt"
    assert str(report) in said
    assert "Traceback" not in said
    assert "\x1b" not in said
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_a_mistake_of_the_program_where_no_report_can_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert guarded(raising(ZeroDivisionError("x"))) == 3
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_settings_that_cannot_be_used(tmp_path: Path) -> None:
    wrong_day = run_here("stats", home=tmp_path, KGTUI_TODAY="завтра")
    assert (wrong_day.code, wrong_day.out) == (2, "")
    (tmp_path / "config" / "kgtui").mkdir(parents=True)
    (tmp_path / "config" / "kgtui" / "config.toml").write_text("library = 5", encoding="utf-8")
    wrong_config = run_here("stats", home=tmp_path)
    assert (wrong_config.code, wrong_config.out) == (2, "")
    assert "config.toml" in wrong_config.err


def test_a_library_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    broken = run_here("stats", "--library", str(tmp_path / "file"), home=tmp_path)
    assert broken.code == 3
    checked = run_here("doctor", "--library", str(tmp_path / "file"), home=tmp_path)
    assert checked.code == 3
    assert str(tmp_path / "file") in checked.out


def test_an_empty_library(tmp_path: Path) -> None:
    """Made by an add that found nothing; no later command puts the seeds in."""
    assert run_here("add", str(tmp_path / "none.txt"), home=tmp_path).code == 1
    for command in ("countries", "entities"):
        listed = run_here(command, home=tmp_path)
        assert (listed.code, listed.out) == (1, "")
        assert listed.err
    assert run_here("countries", "--json", home=tmp_path).json == []
    assert run_here("stats", home=tmp_path).code == 0


def test_a_bloc_is_no_country(kgtui: Kgtui) -> None:
    answered = kgtui("entities", "--country", "ШОС")
    assert answered.code == 1
    assert "kgtui search ШОС" in answered.err


@pytest.mark.skipif(not is_available(), reason="needs pip install 'kgtui[ner]'")
def test_a_recogniser_that_cannot_be_loaded_is_done_without(tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "slovnet"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('half a package')", encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("Президент Садыр Жапаров прибыл в Ош.", encoding="utf-8")
    shown = run_kgtui("extract", str(article), home=tmp_path, PYTHONPATH=str(broken.parent))
    assert shown.code == 0
    assert "Садыр Жапаров" in shown.out
    assert "half a package" in shown.err
    assert "Traceback" not in shown.err
