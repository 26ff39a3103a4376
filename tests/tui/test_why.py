"""Why an article was found is told on a key, with the way to the place."""

from __future__ import annotations

from kgtui.keys import Area
from kgtui.tui.overlays.why import Reasons

from .conftest import EACH_SIZE, Start, search
from .test_states import busy


@EACH_SIZE
async def test_the_forms_are_told_and_lead_to_their_place(start: Start, size: str) -> None:
    async with start(size) as screen:
        await search(screen, 'касымалиеву "глава правительств"', "из 5")
        await screen.press("enter", "w")
        await screen.see("Почему нашлось", "касымалиеву", "в заголовке · другая форма", "Касымалиев")
        await screen.press("j", "j", "k", "enter")
        desk = screen.app.desk
        await screen.until(lambda: desk.area is Area.ARTICLE and screen.app.screen is desk)
        reading = desk.reader.reading
        assert reading is not None
        assert reading.sentence is not None
        assert "Касымалиев" in reading.sentence.of(reading.article.document.text)
        await screen.press("ц")  # the finger of w under the Russian layout
        await screen.see("Почему нашлось")
        await screen.press("w")
        assert screen.app.screen is desk


async def test_a_field_and_another_name_of_a_country_are_told(start: Start) -> None:
    async with start() as screen:
        await search(screen, "страна:Киргизия кто:Касымалиев", "из 5")
        await screen.press("enter", "w")
        await screen.see("названа страна", "другое имя страны", "назван человек")


async def test_without_a_query_there_is_nothing_to_tell(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("w")
        await screen.see("Запроса ещё нет")


async def test_what_is_typed_before_it_is_told_is_for_what_is_told(start: Start) -> None:
    async with start() as screen:
        await search(screen, 'касымалиеву "глава правительств"', "из 5")
        await screen.press("enter")
        app = screen.app
        await screen.until(lambda: app.is_quiet)
        cursor = app.desk.articles.cursor
        with busy(app.detail_thread):
            await screen.press("w")
            await screen.see("Смотрю, почему")
            await screen.press("j")
            assert app.screen is app.desk
        await screen.until(lambda: bool(app.screen.query(Reasons)))
        reasons = app.screen.query_one(Reasons)
        await screen.until(lambda: reasons.cursor > reasons._nearest(0, 1))
        await screen.press("escape")
        await screen.until(lambda: app.screen is app.desk)
        assert app.desk.articles.cursor == cursor


async def test_whoever_does_not_wait_is_not_disturbed_later(start: Start) -> None:
    async with start() as screen:
        await search(screen, 'касымалиеву "глава правительств"', "из 5")
        await screen.press("enter")
        app = screen.app
        await screen.until(lambda: app.is_quiet)
        with busy(app.detail_thread):
            await screen.press("w", "k", "escape", "j")
            assert app.desk.articles.cursor == 1
        await screen.until(lambda: app.is_quiet)
        assert app.screen is app.desk
