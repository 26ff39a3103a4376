"""The screen comes back where one was: each part of it, whatever has changed meanwhile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kgtui.intake import take_in_documents
from kgtui.keys import Area
from kgtui.library import open_library
from kgtui.model import Document, Span
from kgtui.reader import KeptPlace, KeptTable, Session, keep_session
from kgtui.settings import Settings
from kgtui.tui.jobs.briefs import Compared
from kgtui.tui.jobs.listing import ListingKind

from .conftest import EACH_SIZE, Start, search
from .test_states import busy


@EACH_SIZE
async def test_search_article_and_focus_come_back(start: Start, size: str) -> None:
    async with start(size) as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "s", "down", "down")
        await screen.see("3 из 4", "новые")
        number = screen.app.desk.articles.number
        await screen.press("enter", "n")
        await screen.until(lambda: screen.app.desk.reader.hit == 0)
    async with start(size) as screen:
        desk = screen.app.desk
        assert desk.area is Area.ARTICLE
        assert desk.reader.reading is not None
        assert desk.reader.reading.article.number == number
        await screen.until(lambda: desk.articles.listing.kind is ListingKind.SEARCH)
        await screen.until(lambda: desk.reader.hit == 0)
        assert desk.articles.number == number
        assert desk.search_line.field.value == "касымалиеву"
        await screen.press("escape")
        await screen.see("3 из 4", "новые")


@EACH_SIZE
async def test_the_brief_and_its_line_come_back(start: Start, size: str) -> None:
    async with start(size) as screen:
        await screen.see("1 из 5")
        await screen.press("c")
        desk = screen.app.desk
        await screen.until(lambda: desk.country_pane.brief is not None)
        await screen.press("j", "j", "j")
        about, cursor = desk.country_pane.about, desk.country_pane.cursor
        assert cursor
    async with start(size) as screen:
        desk = screen.app.desk
        await screen.until(lambda: desk.country_pane.brief is not None)
        assert desk.area is Area.COUNTRY
        assert desk.country_pane.about == about
        assert desk.country_pane.cursor == cursor
        await screen.press("escape")
        await screen.see("1 из 5")


async def test_a_comparison_and_a_table_come_back(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Таджикистан")
        await screen.press("3", "down", "=", "down", "=")
        desk = screen.app.desk
        await screen.until(lambda: isinstance(desk.country_pane.brief, Compared))
        title = desk.country_pane.brief.name if desk.country_pane.brief else ""
    async with start() as screen:
        desk = screen.app.desk
        await screen.until(lambda: desk.country_pane.brief is not None)
        assert desk.country_pane.brief
        assert desk.country_pane.brief.name == title
        assert desk.zoomed
        await screen.press("z", "1")
        desk.do_figures()
        await screen.until(lambda: desk.table_pane.view is not None)
        await screen.press("s", "down", "down")
        view = desk.table_pane.view
        assert view
    async with start() as screen:
        desk = screen.app.desk
        await screen.until(lambda: desk.table_pane.view is not None)
        assert desk.area is Area.TABLE
        assert desk.table_pane.view
        assert (desk.table_pane.view.order, desk.table_pane.view.cursor) == (view.order, view.cursor)
        await screen.press("q")
        await screen.see("1 из 5")


async def test_a_table_of_an_earlier_session_takes_the_place_of_another(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        screen.app.desk.do_figures()
        await screen.until(lambda: screen.app.desk.table_pane.view is not None)
        await screen.press("enter")
    async with start() as screen:
        desk = screen.app.desk
        await screen.until(lambda: desk.area is Area.ARTICLE)
        desk.do_timeline()
        await screen.until(lambda: desk.table_pane.view is not None)
        await screen.press("[", "[")
        await screen.until(
            lambda: desk.table_pane.view is not None and desk.table_pane.view.table.kind.value == "figures"
        )


@pytest.mark.parametrize("table", [KeptTable("of a later program"), KeptTable("figures", order=99)])
async def test_what_only_a_later_program_knew_of_a_table_hinders_nothing(start: Start, table: KeptTable) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        assert screen.app.library
        identity = screen.app.library.identity
    place = KeptPlace(area="table", table=table)
    keep_session(identity, Session(here=place, past=(place,)))
    async with start() as screen:
        await screen.see("товарооборот" if table.name == "figures" else "1 из 5")
        await screen.press("p")
        await screen.see("слово из названия места")


async def test_the_list_of_all_comes_back_with_its_order_and_cursor(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("s", "down", "down", "z")
        await screen.see("сначала старые", "3 из 5")
        number = screen.app.desk.articles.number
    async with start() as screen:
        await screen.see("сначала старые", "3 из 5")
        assert screen.app.desk.zoomed
        assert screen.app.desk.articles.number == number


async def test_the_cursor_goes_with_its_article(start: Start, tmp_path: Path) -> None:
    settings = library_of(tmp_path, *(f"Статья {n} о встрече сторон." for n in range(9)))
    async with start(settings=settings) as screen:
        await screen.see("1 из 9")
        await screen.press(*["down"] * 4)
        headline = screen.app.desk.articles.headline
        assert headline
    with open_library(settings.library, settings=settings) as library:
        take_in_documents([document(f"Новая {n}", "2030-01-01") for n in range(3)], library)
    async with start(settings=settings) as screen:
        await screen.see("8 из 12")
        assert screen.app.desk.articles.headline == headline


async def test_what_is_gone_is_passed_over_without_a_word(start: Start, tmp_path: Path) -> None:
    settings = library_of(tmp_path, "Первая статья.", "Вторая статья.", "Третья статья.")
    async with start(settings=settings) as screen:
        await screen.see("1 из 3")
        await screen.press("down", "enter")
        await screen.until(lambda: screen.app.desk.reader.reading is not None)
        gone = screen.app.desk.articles.headline
        assert gone
    with open_library(settings.library, settings=settings) as library:
        library.remove(gone.id)
    async with start(settings=settings) as screen:
        await screen.see("2 из 2")
        assert screen.app.desk.reader.reading is None
        assert not screen.app.desk.foot_line.message


async def test_a_query_given_wins_and_the_place_of_before_is_one_step_back(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "down")
    async with start(query="мост") as screen:
        await screen.until(lambda: screen.app.desk.articles.listing.query == "мост")
        await screen.press("escape", "[")
        await screen.see("2 из 4")
        assert screen.app.desk.search_line.field.value == "касымалиеву"


async def test_another_library_starts_afresh(start: Start, tmp_path: Path) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter")
    async with start(settings=library_of(tmp_path, "Одна статья.")) as screen:
        await screen.see("Все статьи", "1 из 1")
        assert screen.app.desk.search_line.field.value == ""


async def test_a_damaged_session_is_said_once_and_left(start: Start, tmp_path: Path, seeded: Settings) -> None:
    with open_library(seeded.library, settings=seeded) as library:
        file = tmp_path / "state/kgtui/sessions" / f"{library.identity}.json"
    file.parent.mkdir(parents=True)
    file.write_text("{")
    async with start() as screen:
        await screen.see("1 из 5", "Файл не удаётся понять")
        await screen.press("down", "down", "enter")
        await screen.see("3 из 5", "Esc назад")
        assert "не удаётся" not in screen.text
    assert file.read_text() == "{"


async def test_esc_at_the_start_does_not_go_into_the_session_before(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "c")
    async with start() as screen:
        await screen.see("4 из 5")
        await screen.press("escape")
        assert screen.app.desk.search_line.field.value == "касымалиеву"
        assert screen.app.desk.area is Area.LIST
        await screen.press("[", "[", "[", "[")
        await screen.see("Все статьи")
        await screen.press("q")
        assert screen.app.return_value == 0


async def test_the_list_of_countries_comes_back_with_its_order_and_cursor(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("3")
        await screen.until(lambda: all(row.overview for row in screen.app.desk.countries or [None]))
        await screen.press("s", "j", "j", "j")
        pane = screen.app.desk.country_pane
        names, code = [row.name for row in pane.countries], pane.country_code
        assert code
        await screen.press("1")
    for _ in range(2):  # also where the session before has only looked at it
        async with start() as screen:
            pane = screen.app.desk.country_pane
            await screen.until(lambda pane=pane: [row.name for row in pane.countries] == names)  # type: ignore[misc]
            assert pane.country_code == code
            await screen.see("по алфавиту")


async def test_the_country_stood_on_is_kept_though_one_goes_on_before_it_is_listed(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("3", "j", "j")
        code = screen.app.desk.country_pane.country_code
        assert code
        await screen.press("1")
    async with start() as screen:
        with busy(screen.app.facts_thread):
            await screen.press("j")
            await screen.see("2 из 5")
    async with start() as screen:
        await screen.until(lambda: bool(screen.app.desk.countries))
        assert screen.app.desk.country_pane.country_code == code


@pytest.mark.parametrize("sizes", [("wide", "wide"), ("wide", "small")])
async def test_reading_by_sentence_comes_back_to_its_sentence(start: Start, sizes: tuple[str, str]) -> None:
    before, after = sizes
    async with start(before) as screen:
        await screen.see("1 из 5")
        await screen.press("enter", "v", *["j"] * 9)
        walk = screen.app.desk.reader.walk
        assert walk
    async with start(after) as screen:
        reader = screen.app.desk.reader
        assert reader.walk
        assert reader.walk.here == walk.here
        words = walk.here.of(reader.reading.article.document.text).split()[:2] if reader.reading else []
        await screen.see(" ".join(words))
        await screen.press("j", "v")
        assert reader.walk is None
    async with start(after) as screen:
        await screen.until(lambda: screen.app.desk.reader.reading is not None)
        assert screen.app.desk.reader.walk is None


async def test_a_list_of_marked_articles_comes_back(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("b", "j", "j", "b", "i")
        await screen.see("закладки")
        await screen.press(*"закл", "enter")
        await screen.see("Закладки", "1 из 2")
        await screen.press("j")
        await screen.see("2 из 2")
        numbers, number = list(screen.app.desk.articles.listing.numbers), screen.app.desk.articles.number
    async with start() as screen:
        await screen.see("Закладки", "2 из 2")
        assert (list(screen.app.desk.articles.listing.numbers), screen.app.desk.articles.number) == (numbers, number)
        await screen.press("enter")
        await screen.until(lambda: screen.app.desk.area is Area.ARTICLE)
        await screen.press("escape", "[")
        await screen.see("Все статьи")


async def test_a_list_of_similar_articles_comes_back(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("l")
        await screen.see("Похож")
        await screen.press("j")
        listing, number = screen.app.desk.articles.listing, screen.app.desk.articles.number
    async with start() as screen:
        await screen.see("Похож", f"2 из {len(listing.numbers)}")
        again = screen.app.desk.articles.listing
        assert (again.kind, list(again.numbers)) == (ListingKind.LIKE, list(listing.numbers))
        assert screen.app.desk.articles.number == number
        assert again.like
        assert listing.like
        assert again.like.id == listing.like.id


# Within an article


async def test_an_article_opens_again_where_it_was_left(start: Start, tmp_path: Path) -> None:
    long = "\n".join(f"Абзац {n}: стороны обсудили сотрудничество и договорились продолжать." for n in range(200))
    settings = library_of(tmp_path, long, "Другая статья.")
    async with start("wide", settings=settings) as screen:
        await screen.see("1 из 2")
        long_row = 0 if screen.app.desk.articles.headline and "Абзац" in screen.app.desk.articles.headline.title else 1
        await screen.press(*["down"] * long_row, "enter", "pagedown", "pagedown")
        line = screen.app.desk.reader.line
        assert line
        await screen.press("escape", "up" if long_row else "down", "enter")
        await screen.see("Другая статья.")
        assert screen.app.desk.reader.line == 0
        await screen.press("escape", "down" if long_row else "up")
    async with start("small", settings=settings) as screen:
        await screen.see("из 2")
        await screen.press("enter")
        reader = screen.app.desk.reader
        await screen.until(lambda: bool(reader.size) and reader.top > 0)
        assert abs(reader.line - line) < 80  # the row in which the same words stand
        await screen.press("g")
        assert reader.line == 0
    async with start("small", settings=settings) as screen:
        await screen.see("Абзац 0")


async def test_a_fact_and_its_card_come_back(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("enter", "f", "enter")
        fact = screen.app.desk.reader.fact
        assert fact
    async with start() as screen:
        assert screen.app.desk.reader.fact == fact
        assert screen.app.desk.reader.card_open


async def test_the_name_stood_on_comes_back_and_facts_answer_the_first_key(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("enter", "4", "j", "j")
        entity = screen.app.desk.entities_pane.entity
        assert entity
    async with start() as screen:
        await screen.until(lambda: screen.app.desk.entities_pane.entity == entity)
        assert screen.app.desk.area is Area.ENTITIES
        await screen.press("2")
    async with start() as screen:
        await screen.press("f")
        await screen.until(lambda: screen.app.desk.reader.fact is not None)


def document(text: str, published: str = "2025-11-20") -> Document:
    day = date.fromisoformat(published)
    return Document(id=text[:20], origin=text[:20], text=text, body=Span(0, len(text)), title=text[:30], published=day)


def library_of(folder: Path, *texts: str) -> Settings:
    settings = Settings(library=folder / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        take_in_documents([document(text) for text in texts], library)
    return settings
