"""The borders of the screen: clipboard, threads beside it, words of errors."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from textual._callback import invoke

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
from kgtui.locale import LANGUAGES, use_language
from kgtui.model import Headline
from kgtui.settings import Settings
from kgtui.tui import clipboard
from kgtui.tui.jobs.background import Done
from kgtui.tui.words import citation, failure, library_error, period

from .conftest import DEADLINE, Start


def fake_tmux(folder: Path, exit_code: int) -> dict[str, str]:
    """A program named tmux that keeps what it is given."""
    script = folder / "tmux"
    script.write_text(f'#!/bin/sh\necho "$@" > {folder}/arguments\ncat > {folder}/buffer\nexit {exit_code}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return {"TMUX": "/tmp/tmux-1/default,1,0", "PATH": f"{folder}:{os.environ['PATH']}"}  # noqa: S108 - only a name


def test_inside_tmux_its_buffer_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    variables = fake_tmux(tmp_path, 0)
    monkeypatch.setenv("PATH", variables["PATH"])
    sent: list[str] = []
    was_sent, path = clipboard.copy("Адылбек Касымалиев", variables, sent.append)
    assert was_sent
    assert (tmp_path / "arguments").read_text().split() == ["load-buffer", "-w", "-"]
    assert (tmp_path / "buffer").read_text(encoding="utf-8") == "Адылбек Касымалиев"
    assert sent == []
    assert path is not None
    assert path.read_text(encoding="utf-8") == "Адылбек Касымалиев\n"


def test_where_tmux_refuses_the_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    variables = fake_tmux(tmp_path, 1)
    monkeypatch.setenv("PATH", variables["PATH"])
    sent: list[str] = []
    clipboard.copy("текст", variables, sent.append)
    assert sent == ["текст"]


def test_where_no_file_can_be_written_the_terminal_still_gets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    sent: list[str] = []
    assert clipboard.copy("текст", {}, sent.append) == (True, None)
    assert sent == ["текст"]


def test_what_terminals_would_drop_goes_to_the_file_alone() -> None:
    sent: list[str] = []
    text = "слово " * 10_000
    was_sent, path = clipboard.copy(text, {}, sent.append)
    assert not was_sent
    assert sent == []
    assert path is not None
    assert path.read_text(encoding="utf-8") == text + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "error",
    [
        LibraryMissing(Path("/l")),
        LibraryUnreadable(Path("/l"), sqlite3.OperationalError("disk I/O error")),
        NotWritten(Path("/l"), sqlite3.OperationalError("database or disk is full")),
        LibraryTooNew(Path("/l"), 9, 1),
        LibraryTooOld(Path("/l"), 1, 9),
        ReadOnly(Path("/l")),
        Busy(Path("/l"), 1, "u", None),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_error_of_a_library_has_its_sentence(language: str, error: LibraryError) -> None:
    use_language(language)
    assert "/l" in library_error(error)
    assert failure(error) == library_error(error)


def test_another_failure_says_where_to_look() -> None:
    assert "last-error.txt" in failure(ValueError("odd"))


def test_a_citation_names_outlet_and_date_or_the_id() -> None:
    assert citation(Headline(1, "a7", "T", None, None, None)) == "a7"
    assert citation(Headline(1, "a7", "T", None, "МИД", None)) == "МИД"


def test_a_period_of_unknown_dates_is_empty() -> None:
    assert period(None, None) == ""


async def test_a_failed_question_is_said_and_the_thread_goes_on(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")

        def fail(_library: Any) -> None:
            raise ValueError("odd")

        screen.app.desk.ask(screen.app.facts_thread, "test", fail, lambda _: None)
        await screen.see("Ошибка в самой программе: ValueError('odd')")
        told: list[int] = []
        screen.app.desk.ask(screen.app.facts_thread, "test", lambda library: len(library.numbers()), told.append)
        await screen.until(lambda: told == [5])


async def test_what_the_reader_has_changed_is_done_before_the_end(start: Start) -> None:
    free, done = threading.Event(), threading.Event()
    async with start() as screen:
        await screen.see("1 из 5")
        thread = screen.app.own_thread
        thread.ask("slow", lambda _library: free.wait(DEADLINE), lambda _: None, lambda _: None)
        thread.ask("save", lambda _library: done.set(), lambda _: None, lambda _: None)
        with ThreadPoolExecutor(1) as ending:
            ending.submit(thread.finish, DEADLINE)
            free.set()
        assert done.is_set()


async def test_only_the_newest_of_a_topic_is_answered(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        told: list[int] = []
        for number in range(20):
            screen.app.desk.ask(screen.app.search_thread, "test", lambda _, n=number: n, told.append)
        await screen.until(lambda: 19 in told)
        assert told == sorted(told)
        assert len(told) <= 3


async def test_a_job_in_steps_tells_each_and_is_left_when_it_is_overtaken(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        told: list[int] = []
        thread = screen.app.detail_thread

        def steps(_library: Any) -> Iterator[int | None]:
            yield 1
            yield None
            thread.ask("test", lambda _: 10, told.append, _fail)  # the newer one, while this one runs
            yield 2
            yield 3

        thread.ask("test", steps, told.append, _fail)
        await screen.until(lambda: 10 in told)
        assert told == [1, 10]


async def test_an_answer_that_comes_when_the_screen_has_gone_is_for_nobody(start: Start) -> None:
    async with start() as screen:
        app = screen.app
    told: list[None] = []
    await invoke(app.on_done, Done(lambda: told.append(None)))
    assert told == []


def _fail(error: Exception) -> None:
    raise error


async def test_the_mouse_wheel_scrolls_what_is_under_it(start: Start) -> None:
    async with start("small") as screen:
        await screen.see("1 из 5")
        await screen.press("j", "enter")
        await screen.see("Фото пресс-службы")
        reader = screen.app.desk.reader
        reader.post_message(_wheel(reader, down=True))
        await screen.until(lambda: reader.top == 3)
        reader.post_message(_wheel(reader, down=False))
        await screen.until(lambda: reader.top == 0)


def _wheel(widget: Any, *, down: bool) -> Any:
    from textual import events

    kind = events.MouseScrollDown if down else events.MouseScrollUp
    return kind(widget, 5, 5, 0, 0, 0, False, False, False)


async def test_an_article_that_is_gone_says_so(start: Start, tmp_path: Path) -> None:
    from kgtui.intake import seed
    from kgtui.library import open_library

    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        seed(library)
        first = library.headlines(library.numbers()[:1])[0]
        async with start(settings=settings) as screen:
            await screen.see("1 из 5")
            library.remove(first.id)
            await screen.press("enter")
            await screen.see("уже нет")


async def fail(start: Start) -> None:
    async with start() as driver:
        driver.app.call_later(lambda: 1 // 0)
        await driver.pilot.pause()


async def test_an_unforeseen_error_is_a_sentence_and_a_file(
    start: Start, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ZeroDivisionError):
        await fail(start)
    report = tmp_path / "state" / "kgtui" / "last-error.txt"
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert "Traceback" not in capsys.readouterr().err
