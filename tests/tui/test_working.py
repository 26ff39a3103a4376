"""Work beside the screen: adding, rebuilding and the recogniser say how far they are, and reading goes on."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgtui.intake import seed, take_in
from kgtui.language import Analysis, analyse
from kgtui.library import open_library
from kgtui.model import FACTS_VERSION, Document, Facts, Span
from kgtui.recognition import RECOGNISER_VERSION, is_available
from kgtui.settings import Settings
from kgtui.tui.widgets.search_line import Field

from .conftest import Driver, Start, search

needs_recogniser = pytest.mark.skipif(not is_available(), reason="kgtui[ner] is not installed")


async def choose(screen: Driver, *letters: str) -> None:
    await screen.press("ctrl+p", *letters)
    await screen.see("Уточнить имена распознавателем")
    await screen.press("enter")


@needs_recogniser
async def test_the_library_is_read_and_the_keys_go_on(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        seed(library)
    async with start(settings=settings) as screen:
        await screen.see("1 из 5")
        await choose(screen, *"уточ")
        await screen.see("распознаватель: ")
        await screen.press("j")
        await screen.see("2 из 5")
        await screen.see("Распознаватель прочёл все статьи")
        await screen.see_no("распознаватель: ")
    with open_library(settings.library, settings=settings) as library:
        assert not library.behind_recogniser(RECOGNISER_VERSION, 0)


async def test_without_the_extra_it_is_said_how_to_get_it(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "slovnet", None)
    async with start() as screen:
        await screen.see("1 из 5")
        await choose(screen, *"уточ")
        await screen.see("kgtui[ner]")


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """A library of its own with the seeds."""
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        seed(library)
    return settings


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "новые тексты"
    folder.mkdir()
    (folder / "переправа.txt").write_text("Переправа открыта\n\nПаромная переправа открыта.", encoding="utf-8")
    (folder / "картина.png").write_bytes(b"\x89PNG")
    return folder


async def add(screen: Driver, line: str) -> None:
    await screen.press("a")
    await screen.see("путь можно набрать или вставить")
    screen.app.screen.query_one(Field).value = line
    await screen.press("enter")


async def test_a_folder_is_added_and_its_articles_are_in_the_list(start: Start, own: Settings, texts: Path) -> None:
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        await screen.press("s", "j", "j", "enter", "1")
        await screen.see("сначала старые", "3 из 5")
        number, top = screen.app.desk.articles.number, screen.app.desk.reader.top
        await add(screen, f"'{texts}'")
        await screen.see("Добавлено 1", "пропущено 1", "R — посмотреть", "6 статей", "из 6", "сначала старые")
        assert screen.app.desk.articles.number == number
        assert screen.app.desk.reader.reading is not None
        assert (screen.app.desk.reader.reading.article.number, screen.app.desk.reader.top) == (number, top)
        await screen.until(lambda: screen.app.is_quiet)
        await screen.see_no("новая")
        await screen.press("s")
        await screen.see("сначала новые")
        number = screen.app.desk.articles.number
        await screen.press("R")
        await screen.see("Новые статьи: 1 · сначала новые", "Переправа открыта")
        await screen.press("escape")
        await screen.see("Все статьи", "из 6")
        assert screen.app.desk.articles.number == number
        await screen.press("R")
        await screen.see("Нового пока нет")
        await screen.press("ctrl+p", *"журнал")
        await screen.see("Журнал")
        await screen.press("enter")
        await screen.see("картина.png", "Добавлено 1", "Нового пока нет")
        await screen.press("y")
        await screen.see("тправлено в терминал")


async def test_what_is_new_comes_in_the_order_chosen_and_leaves_each_list_in_its_own(
    start: Start, own: Settings, texts: Path
) -> None:
    (texts / "вторая.txt").write_text("Паром пошёл\n\nВторой паром пошёл.", encoding="utf-8")
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        await screen.press("s")
        await screen.see("Все статьи · сначала старые")
        await add(screen, f"'{texts}'")
        await screen.see("Добавлено 2", "из 7")
        oldest_first = list(screen.app.desk.articles.listing.numbers)
        await screen.press("R")
        await screen.see("Новые статьи: 2 · сначала старые")
        await screen.press("escape")
        await screen.see("Все статьи · сначала старые", "из 7")
        assert list(screen.app.desk.articles.listing.numbers) == oldest_first
        await screen.press("R")
        await screen.see("Нового пока нет", "Все статьи · сначала старые")


async def test_a_list_of_what_is_new_comes_back_as_it_was(start: Start, own: Settings, texts: Path) -> None:
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        await add(screen, f"'{texts}'")
        await screen.see("Добавлено 1", "из 6")
        await screen.press("R")
        await screen.see("Новые статьи: 1", "Переправа открыта")
    with open_library(own.library, settings=own) as library:
        text = "Третий паром пошёл."
        document = Document("later", "later.txt", text, Span(0, len(text)), "Третий паром")
        library.add([(document, analyse(text), Facts(FACTS_VERSION, ()))])
    async with start(settings=own) as again:
        await again.see("Новые статьи: 1", "Переправа открыта", "7 статей")
        assert again.app.desk.articles.listing.total == 7
        await again.press("R")
        await again.see("Третий паром")
        await again.press("escape")
        await again.see("Новые статьи: 1", "Переправа открыта")


async def test_the_table_of_countries_knows_what_was_added(start: Start, own: Settings, texts: Path) -> None:
    (texts / "монголия.txt").write_text("Посол Монголии прибыл\n\nПосол Монголии прибыл в Бишкек.", encoding="utf-8")
    async with start(settings=own) as screen:
        await screen.see("1 из 5", "Кыргызстан 5")
        await screen.press("3", "j")
        await screen.until(lambda: all(row.overview for row in screen.app.desk.countries))
        under_cursor = screen.app.desk.country_pane.value
        await add(screen, f"'{texts}'")
        await screen.until(lambda: "Монголия" in [row.name for row in screen.app.desk.country_pane.countries])
        assert screen.app.desk.country_pane.value == under_cursor


@pytest.mark.parametrize("searched", [False, True])
async def test_what_was_added_waits_while_one_is_in_the_middle_of_something(
    start: Start, own: Settings, texts: Path, searched: bool
) -> None:
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        if searched:
            await search(screen, "касымалиеву", "Найдено 4 из 5")
            await screen.press("enter")
        await add(screen, f"'{texts}'")
        if not searched:
            await screen.press("/")
        listing = screen.app.desk.articles.listing
        await screen.see("+1 новая")
        assert screen.app.desk.articles.listing is listing
        assert "6 статей" not in screen.text
        await screen.press("escape", "escape", "R")
        await screen.see("Новые статьи: 1", "Переправа открыта")
        await screen.see_no("+1 новая")


@pytest.mark.parametrize("size", ["wide", "small"])
async def test_how_to_stop_what_is_being_done_stands_beside_it(
    start: Start, own: Settings, texts: Path, size: str
) -> None:
    lines = (json.dumps({"id": f"a{n}", "text": f"Переправа номер {n} открыта. " * 20}) for n in range(3000))
    (texts / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    async with start(size, settings=own) as screen:
        await screen.see("из 5")
        await add(screen, str(texts))
        await screen.see("добавление: ", "Ctrl+P Enter — остановить")
        await screen.press("ctrl+p")
        await screen.see("Остановить то, что делается")
        await screen.press("enter")
        await screen.see("Остановлено: добавлен")
        await screen.see_no("Ctrl+P Enter")


async def test_a_path_is_completed_and_one_that_is_not_there_is_said(start: Start, texts: Path) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("a")
        field = screen.app.screen.query_one(Field)
        field.value = str(texts)[:-3]
        await screen.see("новые тексты/")
        await screen.press("tab")
        assert field.value == f"{texts}/"
        await screen.see("переправа.txt")
        field.value = f'"{texts}/пере"'  # as a shell or a file manager writes it
        await screen.see(f"{texts}/переправа.txt"[-30:])
        for nowhere in (f"{texts}/нет", "~никого с таким именем", f"{texts}/{'а' * 300}"):
            field.value = nowhere
            await screen.see("Так не начинается")
            await screen.press("enter")
            await screen.see("Здесь ничего нет")
        await screen.press("escape")
        await screen.see("Все статьи")


async def test_enter_goes_into_an_offered_folder_and_adds_an_offered_file(
    start: Start, own: Settings, texts: Path
) -> None:
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        await screen.press("a")
        field = screen.app.screen.query_one(Field)
        field.value = str(texts)[:-3]
        await screen.see("новые тексты/", "Enter — войти в папку")
        await screen.press("enter")
        assert field.value == f"{texts}/"
        await screen.see("картина.png", "переправа.txt", "Enter — добавить")
        await screen.press("down", "down", "enter")
        await screen.see("Добавлено 1.", "6 статей")


async def test_a_folder_that_one_stands_in_is_added_whole(start: Start, own: Settings, texts: Path) -> None:
    (texts / "ещё").mkdir()
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        await screen.press("a")
        field = screen.app.screen.query_one(Field)
        field.value = f"{texts}/"
        await screen.see("ещё/")
        await screen.press("down", "enter")
        assert field.value == f"{texts}/ещё/"
        field.value = f"{texts}/пере"
        await screen.see("Enter — дописать имя")
        await screen.press("enter")
        assert field.value == f"{texts}/переправа.txt"
        field.value = f"{texts}/"
        await screen.see("ещё/", "Enter — добавить")
        await screen.press("enter")
        await screen.see("Добавлено 1", "пропущено 1")


async def test_the_index_is_built_anew_while_one_reads(start: Start, own: Settings) -> None:
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        await screen.press("ctrl+p", *"индекс")
        await screen.see("Построить индекс")
        await screen.press("enter")
        await screen.see("индекс: начинаю")
        await add(screen, str(own.library))
        await screen.see("Сейчас идёт: индекс")
        await screen.see("Индекс построен заново: 5 статей")


async def test_where_no_process_can_be_started_it_is_said(
    start: Start, own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        screen.app.desk.perform("rebuild")
        await screen.see("Система отказала")
        assert "индекс: начинаю" not in screen.text


async def test_where_no_library_can_be_made_it_is_said(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    async with start(settings=Settings(library=tmp_path / "library", language="ru")) as screen:
        await screen.see("Не удалось создать")


async def test_the_program_goes_while_something_is_added(start: Start, own: Settings, texts: Path) -> None:
    lines = (json.dumps({"id": f"a{n}", "text": f"Переправа номер {n} открыта. " * 20}) for n in range(3000))
    (texts / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        await add(screen, str(texts))
        await screen.see("добавление: ")
        beside, app = screen.app.desk.beside, screen.app
        assert beside is not None
        await screen.press("ctrl+q")
    assert "добавление остановлено" in app.parting
    while beside.is_running:
        await asyncio.sleep(0.01)
    with open_library(own.library, settings=own) as library:
        assert 5 <= library.count() < 3000
        assert library.stats().index_behind == 0


async def test_a_library_that_was_taken_away_is_said(start: Start, own: Settings) -> None:
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        kept = own.library.rename(own.library.with_name("elsewhere"))
        screen.app.desk.notice_changes()
        await screen.see("Здесь нет библиотеки")
        shutil.copytree(kept, own.library)
        screen.app.desk.notice_changes()
        await screen.see("заменили другой")


async def test_a_library_that_is_written_over_is_said_and_the_screen_stays(start: Start, own: Settings) -> None:
    async with start(settings=own) as screen:
        await screen.see("1 из 5", "Кыргызстан 5")
        await screen.until(lambda: screen.app.is_quiet)
        for file in own.library.glob("library.sqlite3*"):
            file.write_bytes(b"no database" * 10_000)
        screen.app.desk.notice_changes()
        await screen.see("Библиотека не читается")
        await screen.press("?")
        await screen.see("Клавиши: ")


def crossings(first: int, last: int) -> Iterator[tuple[Document, Analysis, Facts]]:
    for number in range(first, last):
        text = f"Переправа номер {number} открыта."
        document = Document(f"a{number}", f"o{number}", text, Span(0, len(text)), text)
        yield document, analyse(text), Facts(FACTS_VERSION, ())


async def test_an_index_that_lags_far_behind_catches_up_beside(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    index, older = settings.library / "index", tmp_path / "older"
    with open_library(settings.library, settings=settings) as library:
        library.add(crossings(0, 20))
        shutil.copytree(index, older)
        library.add(crossings(20, 270))
    shutil.rmtree(index)
    shutil.copytree(older, index)
    async with start(settings=settings) as screen:
        await screen.see("1 из 270", "Индекс догоняет библиотеку")
        await screen.press("j", "enter")
        await screen.see("Индекс догнал библиотеку: 250 статей")
        await search(screen, "переправа", "Найдено 270 из 270")


async def test_without_an_index_it_is_built_beside_and_reading_goes_on(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        library.add(crossings(0, 250))
    shutil.rmtree(settings.library / "index")
    async with start(settings=settings) as screen:
        await screen.see("1 из 250", "индекс: ")
        await screen.press("j", "enter")
        await screen.see("Индекс построен заново: 250 статей")
        await search(screen, "переправа", "Найдено 250 из 250")


async def test_who_holds_a_library_for_long_is_said(start: Start, own: Settings, texts: Path) -> None:
    with open_library(own.library, settings=own) as library, library.adding():
        async with start(settings=own) as screen:
            await screen.see("1 из 5")
            await add(screen, str(texts))
            await screen.see(f"{os.getpid()}")
            await search(screen, "касымалиеву", "Найдено 4 из 5")


async def test_what_is_new_is_shown_where_nothing_can_be_kept(
    start: Start, own: Settings, texts: Path, tmp_path: Path
) -> None:
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        await add(screen, str(texts))
        await screen.see("6 статей")
        shutil.rmtree(tmp_path / "state", ignore_errors=True)
        (tmp_path / "state").write_text("no folder")
        await screen.press("R")
        await screen.see("Новые статьи: 1", "Система отказала")


async def ask_to_remove(screen: Driver) -> None:
    await screen.press("ctrl+p", *"убрать статью")
    await screen.see("Убрать статью из библиотеки…")
    await screen.press("enter")


async def test_an_article_that_was_added_by_mistake_goes_from_everywhere(
    start: Start, own: Settings, texts: Path
) -> None:
    with open_library(own.library, settings=own) as library:
        take_in([texts], library)
    async with start(settings=own) as screen:
        await screen.see("6 статей")
        await search(screen, "переправа", "Найдена 1 из 6")
        await screen.press("enter", "enter")
        await screen.see("Паромная переправа открыта")
        await ask_to_remove(screen)
        await screen.see("Убрать из библиотеки «Переправа открыта»?", "вернуть можно из файла", "переправа.txt")
        await screen.press(*"нет", "enter")
        await screen.see("Статья осталась в библиотеке", "Паромная переправа открыта")
        await ask_to_remove(screen)
        await screen.see("Убрать из библиотеки")
        await screen.press("l", "f", "enter")  # «да», the other layout switched on
        await screen.see("Убрано из библиотеки: Переправа открыта", "5 статей")
        await screen.see_no("Паромная")
        assert screen.app.desk.area.value == "list"
        await screen.press("escape", "escape", "escape")
        await screen.see("Все статьи", "из 5")
        await screen.see_no("Переправа открыта")
    with open_library(own.library, settings=own) as library:
        assert (library.count(), library.search("переправа").total, library.stats().index_behind) == (5, 0, 0)


async def test_where_its_file_is_gone_it_is_said_that_nothing_brings_it_back(
    start: Start, own: Settings, texts: Path
) -> None:
    with open_library(own.library, settings=own) as library:
        take_in([texts], library)
    shutil.rmtree(texts)
    async with start(settings=own) as screen:
        await search(screen, "переправа", "Найдена 1 из 6")
        await screen.press("enter")
        await ask_to_remove(screen)
        await screen.see("файла, из которого статья взята, уже нет")
        await screen.press("escape")
        await screen.see("Найдена 1 из 6")


async def test_where_there_is_no_article_none_is_removed(start: Start, own: Settings) -> None:
    async with start(settings=own) as screen:
        await search(screen, "абракадабра", "Найдено 0 из 5")
        await screen.press("enter")
        await ask_to_remove(screen)
        await screen.see("Здесь нет статьи")
