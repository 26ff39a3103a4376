"""The tables on the screen: figures, and who met whom; filtered, sorted, written, each row the way to its sentence."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kgtui.keys import Area
from kgtui.model import EntityKind
from kgtui.settings import Settings
from kgtui.tui.jobs.briefs import About

from .conftest import EACH_SIZE, Driver, Start


@pytest.fixture
def november(seeded: Settings) -> Settings:
    return replace(seeded, today=date(2025, 11, 21))


def cells(screen: Driver) -> list[str]:
    row = screen.app.desk.table_pane.row
    return [str(cell).replace("\u00a0", " ") for cell in row.cells] if row else []


async def open_figures(screen: Driver) -> None:
    await screen.see("1 из 5")
    await screen.press(":", *"цифры", "enter")
    await screen.see("Цифры библиотеки", "135")


async def filter_by(screen: Driver, words: str) -> None:
    await screen.press(".")  # the finger of / under the Russian layout
    await screen.see("Оставить строки")
    screen.app.screen.query_one("#answer-field").value = words  # type: ignore[attr-defined]
    await screen.press("enter")


@EACH_SIZE
async def test_a_figure_leads_to_its_sentence_and_back(start: Start, november: Settings, size: str) -> None:
    async with start(size, settings=november) as screen:
        await open_figures(screen)
        pane, reader = screen.app.desk.table_pane, screen.app.desk.reader
        while "1,7 млрд долл. США" not in cells(screen):
            await screen.press("j")
        row, top = pane.row, pane.top
        assert row is not None
        await screen.see(row.quotation[:40])
        await screen.press("enter")
        await screen.until(lambda: screen.app.desk.area is Area.ARTICLE)
        assert reader.reading is not None
        assert reader.reading.sentence is not None
        assert " ".join(reader.reading.sentence.of(reader.reading.article.document.text).split()) == row.quotation
        await screen.press("escape")
        await screen.see("Цифры библиотеки")
        assert (screen.app.desk.area, pane.row, pane.top) == (Area.TABLE, row, top)
        await screen.press("escape")
        assert screen.app.desk.area is Area.LIST


async def test_a_table_is_filtered_and_sorted(start: Start, november: Settings) -> None:
    async with start("wide", settings=november) as screen:
        await open_figures(screen)
        await filter_by(screen, "ТОВАРООБОРОТ росс")
        await screen.see("фильтр: ТОВАРООБОРОТ росс", "1 из 1")
        await screen.press(".", *"росс", "enter")  # in the place of the old words
        await screen.see("фильтр: росс")
        await filter_by(screen, "абракадабра")
        await screen.see("Здесь ничего нет")
        await screen.press("enter")
        await screen.see("Здесь нечего открывать")
        await filter_by(screen, "")
        await screen.see("135")
        await screen.press("s", "s", "s")
        await screen.see("порядок: сколько")
        assert "5 млрд долл. США" in cells(screen)
        for _ in range(5):
            await screen.press("s")
        await screen.see_no("порядок:")


async def test_what_is_left_of_a_table_is_written(
    start: Start, november: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start("small", settings=november) as screen:
        await open_figures(screen)
        await filter_by(screen, "росс")
        await screen.press("x", "enter")
        await screen.see("Цифры библиотеки.csv")
    with (tmp_path / "Цифры библиотеки.csv").open(encoding="utf-8-sig", newline="") as file:
        titles, row = csv.reader(file)
    assert "5\u00a0млрд\u00a0долл.\u00a0США" in row
    assert row[titles.index("значение")] == "5000000000"


async def test_the_title_of_figures_in_a_brief_opens_its_table(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await screen.see("1 из 5")
        desk = screen.app.desk
        desk.go_to(Area.COUNTRY)
        desk.show_brief(About(EntityKind.COUNTRY, "RU", "Россия"))
        await screen.until(lambda: desk.country_pane.brief is not None)
        while getattr(getattr(desk.country_pane.value, "section", None), "value", "") != "figures":
            await screen.press("j")
        await screen.press("enter")
        await screen.see("Цифры: Россия")
        await screen.until(lambda: "5 млрд долл. США" in cells(screen))
        await screen.press("escape")
        assert desk.area is Area.COUNTRY


async def test_who_met_whom_of_a_person(start: Start, november: Settings) -> None:
    async with start("wide", settings=november) as screen:
        await screen.see("1 из 5")
        desk = screen.app.desk
        desk.go_to(Area.COUNTRY)
        desk.show_brief(About(EntityKind.COUNTRY, "TJ", "Таджикистан"))
        await screen.until(lambda: desk.country_pane.brief is not None)
        await screen.press(":", *"встречался", "enter")
        await screen.see("Контакты: Таджикистан", "Душанбе", "К.\u00a0Расулзода")


async def test_a_line_of_a_table_is_copied_with_its_sentence(
    start: Start, november: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    async with start("small", settings=november) as screen:
        await open_figures(screen)
        await filter_by(screen, "росс")
        await screen.press("y")
        await screen.see("Отправлено в терминал")
        copied = (tmp_path / "kgtui" / "copied.txt").read_text(encoding="utf-8")
        assert "5 млрд долл. США" in copied.replace("\u00a0", " ")
        assert "5 миллиардов долларов" in copied
        assert "РИА Новости, 11.11.2025; 001_" in copied


async def test_a_table_made_after_the_reader_went_back_is_not_shown(start: Start, november: Settings) -> None:
    async with start("wide", settings=november) as screen:
        await open_figures(screen)
        screen.app.desk.do_timeline()
        await screen.press("escape")
        await screen.until(lambda: screen.app.facts_thread.is_quiet)
        await screen.pilot.pause()
        await screen.see("Цифры библиотеки")


async def test_days_and_periods_are_told_in_the_house_style(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.app.action_do("figures")
        await screen.see("янв.–авг. 2025", "20.11.2025", "2020–2024")
        assert "2025-" not in screen.text


async def test_a_small_window_shows_who_met(start: Start) -> None:
    async with start("small") as screen:
        await screen.see("1 из 5")
        await screen.app.action_do("timeline")
        await screen.see("И.\u00a0Алиев", "саммит", "20.11.2025")


async def test_what_is_only_aimed_at_is_told_as_that(start: Start, november: Settings) -> None:
    async with start("wide", settings=november) as screen:
        await open_figures(screen)
        await screen.press("/", *"товарооборот", "enter")
        await screen.until(lambda: "цель 5 млрд долл. США" in screen.text.replace("\u00a0", " "))
