"""The brief on the screen: in its pane and on the whole screen, each line with its sentence, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from kgtui.dossier import SectionKind
from kgtui.intake import seed, take_in
from kgtui.keys import Area
from kgtui.library import Library, open_library
from kgtui.model import EntityKind
from kgtui.settings import Settings
from kgtui.tui.jobs import briefs
from kgtui.tui.jobs.brief_room import LARGE_FROM, MOST_ROWS, rows_of
from kgtui.tui.jobs.briefs import About, Brief, Opening
from kgtui.tui.jobs.visit import Visit

from .conftest import EACH_SIZE, SIZES, Driver, Start

TAJIKISTAN = About(EntityKind.COUNTRY, "TJ", "Таджикистан")


async def open_brief(screen: Driver, about: About = TAJIKISTAN) -> None:
    await screen.see("1 из ")
    desk = screen.app.desk
    desk.leave()
    desk.go_to(Area.COUNTRY)
    desk.show_brief(about)
    await screen.until(lambda: desk.country_pane.brief is not None)


async def test_its_first_lines_are_there_before_its_sections(start: Start) -> None:
    sections_may_come = Event()
    async with start("wide") as screen:
        await screen.see("1 из ")
        desk = screen.app.desk

        def job(library: Library) -> Iterator[Opening | Brief]:
            opening, brief = briefs.brief(library, TAJIKISTAN, screen.app.settings, Visit())
            yield opening
            sections_may_come.wait()
            yield brief

        desk.leave()
        desk.go_to(Area.COUNTRY)
        desk.show_made(TAJIKISTAN, job)
        try:
            await screen.see("Кыргызстан — Таджикистан", "В библиотеке 5 статей", "Собираю сводку…")
            assert desk.country_pane.brief is None
        finally:
            sections_may_come.set()
        await screen.see("Контакты")
        await screen.see_no("Собираю сводку…")


async def test_a_brief_does_not_wait_for_what_was_to_be_counted(start: Start) -> None:
    begun, line_is_free = Event(), Event()
    done: list[str] = []

    def occupied(_library: Library) -> None:
        begun.set()
        line_is_free.wait()

    async with start("wide") as screen:
        await screen.see("1 из ")
        await screen.until(lambda: screen.app.is_quiet)
        desk = screen.app.desk
        desk.ask(screen.app.facts_thread, "occupied", occupied, lambda _: None)
        await screen.until(begun.is_set)
        try:
            desk.ask(screen.app.facts_thread, "counted", lambda _library: done.append("counted"), lambda _: None)
            desk.show_made(TAJIKISTAN, lambda _library: done.append("brief") or Opening(()))
        finally:
            line_is_free.set()
        await screen.until(lambda: len(done) == 2)
        assert done == ["brief", "counted"]


async def test_a_brief_made_after_the_reader_went_back_to_the_countries_is_not_shown(start: Start) -> None:
    brief_may_come = Event()
    async with start("wide") as screen:
        await screen.see("1 из ")
        desk = screen.app.desk

        def job(library: Library) -> Iterator[Opening | Brief]:
            brief_may_come.wait()
            yield from briefs.brief(library, TAJIKISTAN, screen.app.settings, Visit())

        desk.go_to(Area.COUNTRY)
        desk.show_made(TAJIKISTAN, job)
        desk.show_countries()
        brief_may_come.set()
        await screen.until(lambda: screen.app.facts_thread.is_quiet)
        await screen.pilot.pause()
        assert desk.country_pane.about is None


@EACH_SIZE
async def test_the_brief_on_home_shows_how_it_stands_to_the_others(start: Start, size: str) -> None:
    async with start(size) as screen:
        await open_brief(screen, About(EntityKind.COUNTRY, "KG", "Кыргызстан"))
        await screen.see("Страны", "Узбекистан")


@pytest.mark.parametrize("kind", list(SectionKind))
def test_every_section_has_room(kind: SectionKind) -> None:
    small, large = (rows_of(kind.value, height) for height in (LARGE_FROM - 1, LARGE_FROM))
    assert 0 < small <= large <= MOST_ROWS


def new_rows(screen: Driver) -> list[str]:
    return [getattr(entry.value, "text", "") for entry in screen.app.desk.country_pane.entries if entry.mark]


@pytest.mark.parametrize("size", ["wide", "medium"])
async def test_enter_on_the_head_gives_the_brief_the_screen_and_esc_takes_it_back(start: Start, size: str) -> None:
    async with start(size) as screen:
        await open_brief(screen)
        pane = screen.app.desk.country_pane
        before = pane.size.width
        await screen.press("enter")
        await screen.see("КЫРГЫЗСТАН — ТАДЖИКИСТАН", "по состоянию на")
        await screen.pilot.pause()
        assert pane.size.width == SIZES[size][0]
        await screen.press("escape")
        await screen.until(lambda: pane.size.width == before)


@EACH_SIZE
async def test_the_sentence_is_shown_and_opened_and_esc_comes_back_to_the_line(start: Start, size: str) -> None:
    async with start(size) as screen:
        await open_brief(screen)
        await screen.press("z")
        pane, reader = screen.app.desk.country_pane, screen.app.desk.reader
        await screen.until(lambda: pane.is_full)
        while "Кохир Расулзода" not in getattr(pane.value, "text", ""):
            await screen.press("j")
        note, row = pane.note, pane.value
        assert note is not None
        await screen.see(f"[{note.label}] CentralasianLIGHT.org", "состоялась расширенная встреча")
        await screen.press("enter")
        await screen.until(lambda: screen.app.desk.area is Area.ARTICLE)
        assert reader.reading is not None
        assert reader.reading.sentence == note.span
        await screen.press("escape")
        await screen.until(lambda: pane.is_full)
        assert (screen.app.desk.area, pane.value) == (Area.COUNTRY, row)
        await screen.see("КЫРГЫЗСТАН — ТАДЖИКИСТАН", "состоялась расширенная встреча")


async def test_on_a_wide_screen_people_stand_beside_the_rest(start: Start) -> None:
    async with start("wide") as screen:
        await open_brief(screen)
        await screen.press("enter")
        await screen.see("КЫРГЫЗСТАН — ТАДЖИКИСТАН")
        pane = screen.app.desk.country_pane
        people = next(line for line in screen.lines if "Собеседники" in line)
        assert people.index("Собеседники") > SIZES["wide"][0] // 2
        await screen.press("j")
        left = pane.cursor
        await screen.press("tab")
        assert pane.cursor > left
        assert pane.note is not None
        await screen.press("g")
        assert "Эмомали Рахмон" in getattr(pane.value, "text", "")
        await screen.press("left")
        assert pane.cursor <= left
        await screen.press("tab", "tab")
        assert screen.app.desk.area is Area.ENTITIES


@EACH_SIZE
async def test_what_is_folded_opens_whole_and_esc_comes_back_to_it(start: Start, size: str) -> None:
    async with start(size) as screen:
        await open_brief(screen, About(EntityKind.COUNTRY, "KG", "Кыргызстан"))
        pane = screen.app.desk.country_pane
        while type(pane.value).__name__ != "Folded":
            await screen.press("j")
        folded = pane.value
        page = pane.brief
        await screen.press("enter")
        await screen.until(lambda: pane.about is not None and pane.about.section is not None)
        await screen.until(lambda: pane.brief is not None)
        assert pane.brief is not None
        (section,) = pane.brief.page.sections
        assert not section.more
        assert all(type(entry.value).__name__ != "Folded" for entry in pane.entries)
        await screen.press("escape")
        assert (pane.brief, pane.value) == (page, folded)


async def test_a_line_is_copied_with_its_sentence_and_where_it_stands(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    async with start("small") as screen:
        await open_brief(screen)
        pane = screen.app.desk.country_pane
        await screen.press("н")  # the finger of y under the Russian layout: the head
        await screen.see("Отправлено в терминал")
        copied = tmp_path / "kgtui" / "copied.txt"
        assert copied.read_text(encoding="utf-8").startswith("Кыргызстан — Таджикистан\n")
        while "Кохир Расулзода" not in getattr(pane.value, "text", ""):
            await screen.press("j")
        await screen.press("y")
        await screen.until(lambda: "Кохир Расулзода" in copied.read_text(encoding="utf-8"))
        text = copied.read_text(encoding="utf-8")
        assert "\nВ столице Таджикистана состоялась" in text
        assert "— CentralasianLIGHT.org, пресс-служба Правительства Кыргызстана, 04.03.2025; 004_f6a2" in text


async def test_a_person_named_in_an_article_has_a_brief(start: Start) -> None:
    async with start("wide") as screen:
        await screen.see("1 из 5")
        desk = screen.app.desk
        await screen.press("enter", "e")
        await screen.until(lambda: desk.entities_pane.entity is not None)
        entity = desk.entities_pane.entity
        assert entity is not None
        assert entity.kind is EntityKind.PERSON
        await screen.see("c сводка")
        await screen.press("c")
        await screen.until(lambda: desk.country_pane.brief is not None)
        assert desk.country_pane.about == About(entity.kind, entity.key)
        await screen.see(entity.name.upper(), f"{entity.name} ▸")


async def test_a_brief_is_shown_in_any_size(start: Start) -> None:
    async with start("wide") as screen:
        await open_brief(screen)
        await screen.press("enter")
        pane = screen.app.desk.country_pane
        await screen.press("tab", "j", "j")
        value = pane.value
        for size in ((80, 24), (20, 6), (4, 5), (1, 1), (119, 30), (300, 100), (120, 40)):
            await screen.pilot.resize_terminal(*size)
            await screen.pilot.pause()
            assert len(screen.lines) == size[1]
        assert pane.value == value


async def test_what_came_since_the_last_visit_is_marked_until_this_one_ends(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        seed(library)
    async with start("wide", settings=settings) as screen:
        await open_brief(screen)
        assert not new_rows(screen)
    article = tmp_path / "new.txt"
    article.write_text("В Душанбе в ноябре 2025 года министр Таджикистана Асад Рашидов принял посла.\n", "utf-8")
    with open_library(settings.library, settings=settings) as library:
        take_in([article], library)
    async with start("wide", settings=settings) as screen:
        for _ in range(2):
            await open_brief(screen)
            assert any("Асад Рашидов" in row for row in new_rows(screen))
            assert not any("Расулзода" in row for row in new_rows(screen))
            await screen.press("enter")
            await screen.see("+Асад Рашидов")
            await screen.press("escape", "c", "1")
    async with start("wide", settings=settings) as screen:
        await open_brief(screen)
        assert not new_rows(screen)


async def test_back_from_a_sentence_the_brief_is_scrolled_as_it_was(start: Start) -> None:
    async with start("small") as screen:
        await open_brief(screen)
        pane = screen.app.desk.country_pane
        await screen.press("pagedown", "pagedown", "k")
        while pane.note is None:
            await screen.press("k")
        value, top = pane.value, pane.top
        assert top
        await screen.press("enter")
        await screen.until(lambda: screen.app.desk.area is Area.ARTICLE and not pane.display)
        await screen.press("escape")
        await screen.until(lambda: pane.room() > 0)
        assert (screen.app.desk.area, pane.value, pane.top) == (Area.COUNTRY, value, top)


async def test_a_line_is_copied_with_what_stands_before_it(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    async with start("wide") as screen:
        await open_brief(screen, replace(TAJIKISTAN, section=SectionKind.AGREEMENTS))
        while "авиа" not in getattr(screen.app.desk.country_pane.value, "text", ""):
            await screen.press("j")
        await screen.press("y")
        await screen.see("Отправлено в терминал")
    assert (tmp_path / "kgtui" / "copied.txt").read_text(encoding="utf-8").startswith("обсуждено: возобновление")


@pytest.mark.parametrize("size", ["wide", "small"])
async def test_each_source_of_a_line_is_a_key_away(start: Start, size: str) -> None:
    async with start(size) as screen:
        await open_brief(screen)
        pane, reader = screen.app.desk.country_pane, screen.app.desk.reader
        while len(pane.notes) < 2:
            await screen.press("j")
        first, second, *_ = pane.notes
        assert pane.note == first
        await screen.press("n")
        await screen.see(f"[{second.label}]", "2 из ")
        assert pane.note == second
        await screen.press("enter")
        await screen.until(lambda: reader.reading is not None and reader.reading.sentence == second.span)
        await screen.press("escape")
        await screen.until(lambda: screen.app.desk.area is Area.COUNTRY)
        await screen.press("N")
        assert pane.note == first
