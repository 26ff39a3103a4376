"""The main job on the screen: find, read, brief on a country, in three widths."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.keys import PANES, Area
from kgtui.locale import use_language
from kgtui.model import EntityKind
from kgtui.settings import Settings
from kgtui.tui.jobs.briefs import About
from kgtui.tui.jobs.listing import ListingKind

from .conftest import EACH_SIZE, SIZES, Start, ids, search


@EACH_SIZE
async def test_it_starts_with_the_newest_article_and_the_focus_in_the_list(start: Start, size: str) -> None:
    async with start(size) as screen:
        await screen.see("5 статей", "20.11.2025", "Председатель Кабмина КР", "1 из 5")
        assert screen.app.desk.area is Area.LIST
        assert any(line.startswith("▌") for line in screen.lines)


@EACH_SIZE
async def test_enter_opens_and_escape_returns(start: Start, size: str) -> None:
    async with start(size) as screen:
        await screen.see("1 из 5")
        await screen.press("j", "enter")
        await screen.see("Фото пресс-службы президента")
        assert screen.app.desk.area is Area.ARTICLE
        await screen.press("escape")
        await screen.see("2 из 5")
        assert screen.app.desk.area is Area.LIST
        await screen.press("escape")
        assert screen.app.desk.area is Area.LIST


@EACH_SIZE
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("касымалиеву", ["000", "001", "002", "004"]),
        ("жапарову", ["001", "003"]),
        ('"столица Таджикистана"', ["004"]),
    ],
)
async def test_search_finds_every_form(start: Start, size: str, query: str, expected: list[str]) -> None:
    async with start(size) as screen:
        await search(screen, query, f"{len(expected)} из 5")
        assert ids(screen) == expected


async def test_a_country_is_found_by_all_its_names(start: Start) -> None:
    async with start() as screen:
        await search(screen, "Киргизия", "из 5")
        first = ids(screen)
        await search(screen, "Кыргызстан", "из 5")
        assert ids(screen) == first != []


@EACH_SIZE
async def test_hits_are_walked_on_into_the_next_article(start: Start, size: str) -> None:
    async with start(size) as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "enter")
        reader = screen.app.desk.reader
        await screen.until(lambda: reader.reading is not None and bool(reader.reading.hits))
        first = reader.reading
        assert first is not None
        for _ in first.hits:
            await screen.press("n")
        assert reader.hit == len(first.hits) - 1
        await screen.press("n")
        await screen.until(lambda: reader.reading is not first and reader.hit == 0)
        await screen.press("N")
        await screen.until(lambda: reader.reading is not None and reader.reading.article == first.article)
        await screen.until(lambda: reader.hit == len(first.hits) - 1)


async def test_the_last_hit_says_so(start: Start) -> None:
    async with start() as screen:
        await search(screen, '"столица Таджикистана"', "1 из 5")
        await screen.press("enter", "n")
        await screen.see("находка 1 из 1")
        await screen.press("n")
        await screen.see("последняя находка")
        await screen.press("N")
        await screen.see("первая находка")


async def test_what_was_being_read_is_not_lost_by_a_search(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("j", "enter")
        await search(screen, "турчин", "1 из 5")
        await screen.press("enter")
        assert screen.app.desk.articles.listing.kind is ListingKind.SEARCH
        await screen.press("escape")
        await screen.see("2 из 5")
        assert screen.app.desk.area is Area.ARTICLE
        assert screen.app.desk.search_line.field.value == ""
        await screen.press("]")
        await screen.until(lambda: screen.app.desk.articles.listing.query == "турчин")


async def test_a_word_being_typed_is_read_as_a_beginning(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымал", "4 из 5", "касымал*")


async def test_the_cursor_moves_while_one_types(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "1 из 4")
        await screen.press("down", "down", "up")
        await screen.see("2 из 4")
        assert screen.app.desk.area is Area.SEARCH


@EACH_SIZE
async def test_a_country_is_summarised_with_its_sentences(start: Start, size: str) -> None:
    async with start(size) as screen:
        await search(screen, '"столица Таджикистана"', "1 из 5")
        await screen.press("enter", "c")
        await screen.see("ТАДЖИКИСТАН", "Расулзод")
        pane = screen.app.desk.country_pane
        shown = "\n".join(piece[0] for entry in pane.entries for line in entry.lines for piece in line.left)
        for name in ("Расулзода", "Эмомали Рахмон", "Худжанд", "CASA-1000"):
            assert name in shown
        while "Расулзод" not in getattr(pane.value, "text", ""):
            await screen.press("j")
        cursor = pane.cursor
        await screen.press("enter")
        assert screen.app.desk.area is Area.ARTICLE
        reading = screen.app.desk.reader.reading
        assert reading is not None
        assert reading.sentence is not None
        assert "Расулзод" in reading.sentence.of(reading.article.document.text)
        await screen.press("escape")
        assert (screen.app.desk.area, pane.cursor) == (Area.COUNTRY, cursor)


async def test_all_countries_are_listed_and_chosen(start: Start) -> None:
    async with start() as screen:
        await screen.see("Страны", "Таджикистан")
        await screen.press("3")
        rows = [entry.value for entry in screen.app.desk.country_pane.entries]
        at = next(index for index, row in enumerate(rows) if getattr(row, "code", "") == "TJ")
        await screen.press(*["j"] * at, "enter")
        await screen.see("ТАДЖИКИСТАН", "Таджикистан ▸")
        await screen.press("c")
        await screen.see("Страны")
        await screen.press("escape")
        await screen.see("ТАДЖИКИСТАН")


@EACH_SIZE
async def test_an_entity_leads_to_all_its_articles(start: Start, size: str) -> None:
    async with start(size) as screen:
        await screen.see("1 из 5")
        await screen.press("e")
        desk = screen.app.desk
        assert desk.area is Area.ENTITIES
        entity = desk.entities_pane.entity
        assert entity is not None
        assert entity.kind is EntityKind.PERSON
        await screen.press("enter")
        await screen.until(lambda: desk.search_line.field.value == f'кто:="{entity.name}"')
        library = screen.app.library
        assert library is not None
        for number in desk.articles.listing.numbers:
            assert entity.key in {each.key for each in library.facts(number).entities}
        await screen.press("escape")
        assert desk.area is Area.ENTITIES
        assert desk.articles.listing.kind is ListingKind.ALL
        await screen.press("e")
        assert desk.entities_pane.entity != entity


async def test_a_country_without_articles_says_what_to_do(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        screen.app.desk.go_to(Area.COUNTRY)
        screen.app.desk.show_brief(About(EntityKind.COUNTRY, "FR", "Франция"))
        await screen.see("Франция", "нет статей", "Нажмите c")


async def test_the_country_of_an_entity_is_meant(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("e")
        desk = screen.app.desk
        await screen.until(lambda: desk.entities_pane.entity is not None)
        while (entity := desk.entities_pane.entity) and entity.kind is not EntityKind.COUNTRY:
            await screen.press("j")
        await screen.press("c")
        assert entity is not None
        assert desk.country_pane.about == About(EntityKind.COUNTRY, entity.key)


@pytest.mark.parametrize("area", [Area.ARTICLE, Area.COUNTRY, Area.LIST, Area.ENTITIES])
async def test_copying_says_where_and_never_that_it_arrived(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, area: Area
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("enter", "c")
        await screen.until(lambda: screen.app.desk.country_pane.brief is not None)
        screen.app.desk.go_to(area)
        await screen.press(*(["j"] if area is Area.COUNTRY else []), "y")
        await screen.see("Отправлено в терминал")
        copied = (tmp_path / "kgtui" / "copied.txt").read_text(encoding="utf-8").strip()
        assert copied
        assert "скопировано" not in screen.text.lower()
        if area in (Area.ARTICLE, Area.LIST):
            assert "20.11.2025" in copied
        if area is Area.COUNTRY:
            assert "_" in copied.rpartition(" ")[2]  # the article's id


async def test_zoom_shows_one_pane_and_all_again(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Страны")
        await screen.press("z")
        await screen.see_no("В статье")
        assert screen.app.desk.articles.size.width == SIZES["wide"][0]
        await screen.press("z")
        await screen.see("В статье")


async def test_no_hits_say_what_to_do(start: Start) -> None:
    async with start() as screen:
        await search(screen, "абракадабра", "ничего нет", "Esc")
        await screen.press("enter", "n")
        await screen.see("Находок нет")


async def test_an_empty_library_says_what_to_do(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "empty", language="ru")
    from kgtui.library import open_library

    open_library(settings.library, settings=settings).close()
    async with start(settings=settings) as screen:
        await screen.see("В библиотеке пока нет статей", "kgtui add", "не названа")
        await screen.press("enter")
        await screen.see("Здесь нечего открывать")


async def test_a_broken_library_says_what_to_do(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "library.sqlite3").write_bytes(b"no database at all" * 100)
    async with start(settings=Settings(library=folder, language="ru")) as screen:
        await screen.see("нельзя прочитать", "kgtui doctor")


async def test_a_missing_library_is_made_with_the_seeds(start: Start, tmp_path: Path) -> None:
    async with start("small", settings=Settings(library=tmp_path / "new", language="ru")) as screen:
        await screen.until(lambda: "клавиша a или команда kgtui add" in " ".join(screen.text.split()))
        await screen.see("5 статей", "1 из 5")


async def test_a_library_that_cannot_be_made_says_so(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with start(settings=Settings(library=tmp_path / "file" / "library", language="ru")) as screen:
        await screen.see("Не удалось создать библиотеку", "--library")


async def test_a_query_given_at_the_start_is_typed_in(start: Start) -> None:
    async with start(query="касымалиеву") as screen:
        await screen.see("4 из 5")
        assert screen.app.desk.search_line.field.value == "касымалиеву"


async def test_english(start: Start, seeded: Settings) -> None:
    use_language("en")
    async with start(settings=Settings(library=seeded.library, language="en")) as screen:
        await screen.see("5 articles", "2025-11-20", "All articles", "open")


async def test_mouse_opens_what_is_clicked(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.pilot.click("#list", offset=(5, 7))
        await screen.until(lambda: screen.app.desk.area is Area.ARTICLE)
        reading = screen.app.desk.reader.reading
        assert reading is not None
        await screen.pilot.click("#entities", offset=(5, 2))
        await screen.until(lambda: screen.app.desk.articles.listing.kind is ListingKind.SEARCH)
        await screen.pilot.click("#foot", offset=(18, 0))
        await screen.until(lambda: screen.app.desk.area is Area.SEARCH)


async def test_q_closes_step_by_step_and_quits_at_the_bottom(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("enter", "q")
        assert screen.app.desk.area is Area.LIST
        await screen.press("q")
        await screen.until(lambda: screen.app.return_value == 0)


async def test_escape_leads_from_a_query_given_at_the_start_to_all_articles(start: Start) -> None:
    async with start(query="касымалиеву") as screen:
        await screen.see("Найдено 4 из 5")
        await screen.press("escape", "escape", "escape")
        await screen.see("Все статьи", "1 из 5")


async def test_ctrl_c_says_how_to_quit(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("ctrl+c")
        await screen.see("Выйти: Ctrl+Q; закрыть то, что открыто: q")


async def test_q_quits_from_the_list_of_all_however_one_came_to_it(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await search(screen, "касымалиеву", "Найдено 4 из 5")
        await screen.press("enter")
        screen.app.desk.perform("all_articles")
        await screen.see("Все статьи")
        await screen.press("q")
        await screen.until(lambda: screen.app.return_value == 0)


async def test_live_resizes_down_to_one_cell_and_back(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("enter", "c")
        for size in (
            (80, 24),
            (20, 6),
            (6, 2),
            (5, 5),
            (4, 5),
            (3, 5),
            (2, 1),
            (1, 1),
            (40, 12),
            (300, 100),
            (120, 40),
        ):
            await screen.pilot.resize_terminal(*size)
            for area in (Area.SEARCH, *PANES):
                screen.app.desk.go_to(area)
                await screen.pilot.pause()
            assert len(screen.lines) == size[1]
        await screen.see("5 статей", "РОССИЯ")


@pytest.mark.parametrize("sign", ["?", ","])
async def test_the_sign_of_help_on_an_empty_search_line_asks_for_it(start: Start, sign: str) -> None:
    async with start("wide") as driver:
        await driver.press("/", "к", sign)
        await driver.see(f"к{sign}")
        await driver.press("backspace", "backspace", sign)
        await driver.see("Как искать")


async def test_why_a_library_cannot_be_read_stays_on_the_screen(start: Start, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.sqlite3").write_text("junk")
    settings = Settings(library=tmp_path / "library", language="ru")
    async with start("wide", settings=settings) as driver:
        await driver.see("нельзя")
        await driver.press("enter", "c")
        await driver.until(lambda: driver.app.is_quiet)
        assert "нельзя" in driver.text
        assert "0 статей" not in driver.text
        assert "не названа ни одна страна" not in driver.text


async def test_all_articles_are_one_step_away_from_any_list(start: Start) -> None:
    async with start() as screen:
        await search(screen, "турчин", "1 из 1")
        await screen.press("enter")
        await screen.app.action_do("all_articles")
        await screen.see("Все статьи", "1 из 5")
        await screen.press("escape")
        await screen.see("1 из 1", "турчин")


@pytest.mark.parametrize(
    ("word", "action"),
    [("выход", "Выйти"), ("помощь", "условные знаки"), ("печать", "Записать"), ("тема: ц", "Тема: цвета")],
)
async def test_the_palette_knows_other_words_for_what_is_done(start: Start, word: str, action: str) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press(":", *("space" if letter == " " else letter for letter in word))
        await screen.see(action)


async def test_a_month_is_found_by_its_whole_name(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("\\")
        await screen.see("Межправительственный совет")
        await screen.press(*"ноябрь")
        await screen.see_no("Межправительственный совет")
        await screen.press("enter")
        await screen.see("1 из 3")


async def test_zoom_says_why_nothing_changes_in_a_small_window(start: Start) -> None:
    async with start("small") as screen:
        await screen.see("1 из 5")
        await screen.press("z")
        await screen.see("и так видна одна часть")
