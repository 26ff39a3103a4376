"""The reader's marks on the screen: set, shown, taken back, kept; and said once where they cannot be kept."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from kgtui.keys import Area
from kgtui.library import open_library
from kgtui.model import Marks
from kgtui.reader import MarkBook
from kgtui.settings import Settings
from kgtui.tui.explorer import Explorer
from kgtui.tui.widgets.search_line import Field

from .conftest import EACH_SIZE, Driver, Start, ids, search
from .terminal import ENTER, Terminal, running

ROW = "20.11.2025"


def kept(settings: Settings) -> dict[str, Marks]:
    """As another session finds them."""
    with open_library(settings.library, settings=settings) as library:
        book = MarkBook(library.identity)
    book.load()
    return dict(book.items())


def row(screen: Driver) -> str:
    """The line with the date of the first article."""
    return next(line for line in screen.lines if line[1:].startswith(ROW))


def rows(screen: Driver) -> list[str]:
    """The lines of the list."""
    articles = screen.app.desk.articles
    return [articles.compose_line(y).text for y in range(articles.size.height)]


def title_is_dim(screen: Driver) -> bool:
    """Whether the first title of the list is written in less ink."""
    articles = screen.app.desk.articles
    strip = articles.compose_line(len(articles.head) + 1)
    return next(segment.style for segment in strip if segment.text.strip(" ▌")) == screen.app.inks.dim


async def type_over(screen: Driver, text: str) -> None:
    """Answer what is asked."""
    await screen.until(lambda: screen.app.screen is not screen.app.desk)
    screen.app.screen.query_one(Field).value = text
    await screen.press("enter")
    await screen.until(lambda: screen.app.screen is screen.app.desk)


@EACH_SIZE
@pytest.mark.parametrize("key", ["b", "и"])
async def test_a_bookmark_is_set_and_taken_away_and_back(start: Start, seeded: Settings, size: str, key: str) -> None:
    async with start(size) as screen:
        await screen.see("1 из 5", "Кыргызстан 5")
        before = rows(screen)
        await screen.press(key)
        await screen.see("Закладка поставлена")
        assert "▼" in row(screen)
        changed = [new for old, new in zip(before, rows(screen), strict=False) if old != new]
        assert len(changed) == 1
        assert "▼" in changed[0]
        await screen.press(key)
        await screen.see("Закладка снята")
        assert "▼" not in row(screen)
        await screen.press("u")
        await screen.see("Закладка поставлена")
        await screen.until(lambda: screen.app.is_quiet)
        assert list(kept(seeded).values()) == [Marks(bookmark=True)]
    async with start(size) as again:
        await again.see("▼")


@EACH_SIZE
async def test_a_note_stands_apart_from_the_article(start: Start, seeded: Settings, size: str) -> None:
    async with start(size) as screen:
        await screen.see("1 из 5")
        await screen.press("enter")
        desk = screen.app.desk
        await screen.until(lambda: desk.area is Area.ARTICLE)
        text = desk.reader.rows
        await screen.press("m")
        await screen.see("Заметка к статье «")
        await type_over(screen, "Сверить с протоколом")
        await screen.see("¶ Сверить с протоколом", "Заметка записана")
        assert desk.reader.rows == text
        await screen.press("ь")
        await screen.see("Сверить с протоколом")
        await type_over(screen, "")
        await screen.see("Заметка убрана")
        await screen.see_no("¶")
        await screen.press("u")
        await screen.see("¶ Сверить с протоколом", "Заметка прежняя")
        await screen.until(lambda: screen.app.is_quiet)
        assert list(kept(seeded).values()) == [Marks(note="Сверить с протоколом", read=True)]


async def test_tags_are_typed_once_and_then_offered(start: Start, seeded: Settings) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("t")
        await screen.see("метки через запятую", "Enter — записать")
        await type_over(screen, "граница, торговля ,  граница")
        await screen.see("#граница #торговля", "Метки записаны")
        await screen.press("j", "е")  # the finger of t under the Russian layout
        await screen.see("#граница", "#торговля", "1 статья")
        await screen.press(*"ТОР", "right", *"вода", "enter")
        await screen.see("#торговля #вода")
        await screen.press("t")
        await screen.see("торговля, вода,")
        await screen.press("escape", "u")
        await screen.see("Метки прежние")
        await screen.until(lambda: screen.app.is_quiet)
        assert [marks.tags for marks in kept(seeded).values()] == [("граница", "торговля")]


@EACH_SIZE
async def test_what_is_opened_is_read_and_what_is_passed_over_is_not(start: Start, seeded: Settings, size: str) -> None:
    async with start(size) as screen:
        await screen.see("1 из 5")
        assert not title_is_dim(screen)
        await screen.press("j", "k", "enter")
        desk = screen.app.desk
        await screen.until(lambda: desk.area is Area.ARTICLE)
        await screen.press("escape")
        await screen.until(lambda: desk.area is Area.LIST)
        assert title_is_dim(screen)
        await screen.until(lambda: screen.app.is_quiet)
        assert list(kept(seeded).values()) == [Marks(read=True)]
        await screen.press("к")  # the finger of r under the Russian layout
        await screen.see("Снова не прочитана")
        assert not title_is_dim(screen)
        await screen.press("r")
        await screen.see("Отмечена как прочитанная")
        await screen.press("u")
        await screen.see("Снова не прочитана")
        await screen.press("u")
        await screen.see("Отмечена как прочитанная")
        await screen.press("u")
        await screen.see("Отменять нечего")
        await screen.until(lambda: screen.app.is_quiet)
        assert list(kept(seeded).values()) == [Marks(read=True)]  # nobody asked for that


async def test_where_there_are_no_colours_what_is_not_read_is_bold(seeded: Settings) -> None:
    marked(seeded, Marks(read=True))
    app = Explorer(seeded, environment={"NO_COLOR": "1"})
    async with app.run_test(size=(120, 40)) as pilot:
        screen = Driver(app, pilot)
        await screen.see("1 из 5")
        titles = ["Председатель Кабмина", "Президент Кыргызской"]
        await screen.until(lambda: [is_bold(screen, title) for title in titles] == [False, True])


def is_bold(screen: Driver, title: str) -> bool:
    articles = screen.app.desk.articles
    strips = [articles.compose_line(y) for y in range(articles.size.height)]
    segments = (segment for strip in strips for segment in strip if segment.text.startswith(title))
    return any(segment.style is not None and bool(segment.style.bold) for segment in segments)


async def test_what_one_meant_is_taken_back_and_not_that_an_article_was_opened(start: Start) -> None:
    """However many articles one has opened since."""
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("b")
        for _ in range(4):
            await screen.press("1", "j", "enter")
        await screen.press("u")
        await screen.see("Закладка снята")
        await screen.press("u")
        await screen.see("Отменять нечего")
        reading = screen.app.desk.reader.reading
        assert reading is not None
        assert screen.app.desk.marks_of(reading.article.document.id).read


async def test_marks_made_just_before_the_end_are_kept(start: Start, seeded: Settings) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("b", "ctrl+q")
    assert list(kept(seeded).values()) == [Marks(bookmark=True)]


async def test_where_marks_cannot_be_kept_that_is_said_once_and_they_hold(
    start: Start, seeded: Settings, tmp_path: Path
) -> None:
    state = tmp_path / "state" / "kgtui"
    state.mkdir(parents=True, exist_ok=True)
    (state / "marks").write_text("no folder")
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("b")
        await screen.see("Пометки не записываются", "▼")
        await screen.press("j", "b")
        await screen.until(lambda: screen.app.is_quiet)
        await screen.see("Закладка поставлена")
        (state / "marks").unlink()
        await screen.press("j", "b")
        await screen.until(lambda: screen.app.is_quiet)
    assert [marks.bookmark for marks in kept(seeded).values()] == [True] * 3


async def test_a_damaged_line_is_said_and_the_others_hold(start: Start, seeded: Settings) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("b")
    with open_library(seeded.library, settings=seeded) as library:
        path = MarkBook(library.identity).path
    with path.open("a", encoding="utf-8") as file:
        file.write("{\n")
    async with start() as screen:
        await screen.see("▼", "не поняты строки", ", 2.")


async def test_nothing_can_be_marked_where_there_is_no_article(start: Start, tmp_path: Path) -> None:
    empty = Settings(library=tmp_path / "empty", language="ru")
    open_library(empty.library, settings=empty).close()
    async with start(settings=empty) as screen:
        await screen.see("пока нет статей")
        for key in "bmtr":
            await screen.press(key)
            await screen.see("Здесь нет статьи")
    assert kept(empty) == {}


# Lists of what is marked


def marked(settings: Settings, *marks: Marks) -> None:
    """Mark the first articles of the library, by another session."""
    with open_library(settings.library, settings=settings) as library:
        book = MarkBook(library.identity)
        for headline, each in zip(library.headlines(library.numbers()), marks, strict=False):
            book.change(headline.id, each)
    book.write()


MINE = (
    Marks(bookmark=True, tags=("граница",), read=True),
    Marks(note="Сверить с протоколом заседания"),
    Marks(tags=("граница", "торг")),
)


@EACH_SIZE
@pytest.mark.parametrize("key", ["i", "ш"])
async def test_what_is_marked_is_listed_by_mark_and_by_tag(start: Start, seeded: Settings, size: str, key: str) -> None:
    marked(seeded, *MINE)
    async with start(size) as screen:
        await screen.see("1 из 5", "▼ #граница")
        await screen.press(key)
        await screen.see("закладки", "с заметками", "#граница", "#торг", "непрочитанные", "всё отмеченное", "¶ Сверить")
        await screen.press("enter")
        await screen.see("Закладки", "1 из 1")
        await screen.press("escape")
        await screen.see("Все статьи", "1 из 5")
        await screen.press(key, *"гран", "enter")
        await screen.see("#граница", "1 из 2")
        await screen.press(key, *"непр", "enter")
        await screen.see("Непрочитанные", "1 из 4")
        await screen.press("j", "enter", "1")
        await screen.see("Непрочитанные", "2 из 4")  # nothing moves when something is read
        await screen.press(key, *"непр", "enter")
        await screen.see("Непрочитанные", "1 из 3")


async def test_a_list_of_what_is_marked_follows_what_is_taken_back(start: Start, seeded: Settings) -> None:
    """What was put to an article leaves the list, what was taken from it comes back to its place; under the cursor
    stays what was there. Until then a row stays: its mark can be set again."""
    marked(seeded, *MINE)
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("j", "t", *"граница", "enter", "i", *"гран", "enter")
        await screen.see("#граница", "1 из 3")
        await screen.press("j", "j")
        await screen.see("3 из 3")
        await screen.press("u")
        await screen.see("Метки прежние", "2 из 2")
        await screen.press("t")
        await type_over(screen, "")
        await screen.see("Метки убраны", "2 из 2")
        await screen.press("i", *"гран", "enter")
        await screen.see("1 из 1")
        await screen.press("enter", "u")
        await screen.see("Метки прежние", "из 2")
        await screen.press("1")
        await screen.see("1 из 2")


async def test_a_list_to_which_one_goes_back_follows_too(start: Start, seeded: Settings) -> None:
    marked(seeded, *MINE)
    async with start("small") as screen:
        await screen.see("1 из 5")
        await screen.press("j", "b", "i", *"закл", "enter")
        await screen.see("Закладки", "1 из 2")
        await screen.press("i", *"замет", "enter")
        await screen.see("С заметками", "1 из 1")
        await screen.press("u")
        await screen.see("Закладка снята")
        await screen.press("escape")
        await screen.see("Закладки", "1 из 1")


@EACH_SIZE
async def test_a_note_is_found_by_its_words_and_seen_in_the_list(start: Start, seeded: Settings, size: str) -> None:
    marked(seeded, *MINE)
    async with start(size) as screen:
        await screen.see("1 из 5", "¶")
        desk = screen.app.desk
        await screen.press("i", *"протокол", "enter")
        await screen.until(lambda: desk.area is Area.ARTICLE)
        await screen.see("¶ Сверить с протоколом заседания")
        await screen.press("i", *"заметк", "enter")
        await screen.see("С заметками", "¶ Сверить с")
        await screen.press("ctrl+p", *"сверить", "enter")
        await screen.until(lambda: desk.area is Area.ARTICLE)
        await screen.press("ctrl+p", *"торг")
        await screen.see("#торг")


async def test_where_nothing_is_marked_it_says_how_to(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("i")
        await screen.see("непрочитанные", "5 статей", "Пометок ещё нет", "b — закладку")
        await screen.press(*"абракадабра")
        await screen.see("Пометок ещё нет")
        await screen.press("enter", "escape")
        assert screen.app.screen is screen.app.desk


@EACH_SIZE
async def test_a_search_is_narrowed_by_a_mark_and_goes_on_within_it(start: Start, seeded: Settings, size: str) -> None:
    marked(seeded, *MINE)
    async with start(size) as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "\\")
        await screen.see("Мои", "#граница", "Блоки")
        await screen.press(*"гран", "enter")
        await screen.see("2 из 5 · #граница")
        within = ids(screen)
        await screen.press("s")
        await screen.see("· #граница")
        await screen.until(lambda: screen.app.is_quiet)
        assert ids(screen) == within
        await search(screen, "таджикистан", "· #граница")
        assert set(ids(screen)) <= set(within)
        await search(screen, "абракадабра", "Здесь ничего нет: #граница")
        await search(screen, "касымалиеву", "2 из 5 · #граница")
        await screen.press("enter", "\\")
        await screen.see("Выбрано", "#граница")
        await screen.press(*"гран", "enter")
        await screen.see("4 из 5")
        await screen.see_no("· #граница")
        await screen.press("escape")
        await screen.see("2 из 5 · #граница")


async def test_facets_are_counted_of_what_a_mark_leaves(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Кыргызстан 5")
        await screen.press("b", "\\")
        await screen.see("закладки")
        await screen.press("enter")
        await screen.see("1 из 1", "Кыргызстан 1")


async def test_any_list_is_narrowed_by_a_mark(start: Start, seeded: Settings) -> None:
    """Also one of articles that are alike, which no search gives."""
    marked(seeded, *MINE)
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("l")
        await screen.see("Похож")
        everything = ids(screen)
        await screen.press("\\")
        await screen.see("Мои")
        await screen.press(*"непр", "enter")
        await screen.until(lambda: ids(screen) != everything or screen.app.desk.articles.listing.marked is not None)
        await screen.press("\\")
        await screen.see("Выбрано")
        await screen.press("enter")
        await screen.until(lambda: screen.app.desk.articles.listing.marked is None)
        assert ids(screen) == everything


async def test_the_next_session_comes_back_to_what_was_marked(start: Start, seeded: Settings) -> None:
    marked(seeded, *MINE)
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("i", *"гран", "enter")
        await screen.see("#граница", "1 из 2")
        await screen.press("j")
        listed = ids(screen)
    async with start() as again:
        await again.see("#граница", "2 из 2")
        assert ids(again) == listed
        await again.press("[")
        await again.see("Все статьи", "1 из 5")


async def test_what_is_marked_is_written_to_a_file(
    start: Start, seeded: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked(seeded, *MINE)
    monkeypatch.chdir(tmp_path)
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("x")
        await screen.see("Записывается сводка")
        await screen.press("i", *"гран", "enter")
        await screen.see("#граница", "1 из 2")
        await screen.press("x")
        await screen.see("Markdown", "#граница.md")
        await screen.press(*"markdown", "enter")
        await screen.see("Записано: #граница.md")
    text = (tmp_path / "#граница.md").read_text(encoding="utf-8")
    assert text.startswith("# \\#граница\n")
    assert text.count("\n## ") == 2


def test_what_was_marked_outlives_a_kill(seeded: Settings, tmp_path: Path) -> None:
    """In the middle of a session, with no time to end it."""
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        terminal.press("b")
        terminal.wait_for("Закладка поставлена")
        terminal.press("m")
        terminal.wait_for("Заметка к статье «")
        terminal.press("сверить", ENTER)
        terminal.wait_for("Заметка записана")
        (file,) = wait_for_file(terminal, tmp_path / "state" / "kgtui" / "marks")
        terminal.wait(lambda _: file.read_bytes().count(b"\n") == 2)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait_for_end()
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("▼¶")


def wait_for_file(terminal: Terminal, folder: Path) -> list[Path]:
    terminal.wait(lambda _: folder.is_dir() and any(folder.glob("*.jsonl")))
    return list(folder.glob("*.jsonl"))
