"""Hits are walked on into the next article, whatever the query is made of; one in the title alone is shown there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.keys import Area
from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .conftest import Start, search


@pytest.mark.parametrize(
    "query",
    [
        '"глава правительства"',
        "сотруднич*",
        "кто:Путин",
        "страна:Россия",
        'рядом("кабинет министров", председатель, 5)',
    ],
)
async def test_all_hits_of_all_articles_are_walked_once_there_and_back(start: Start, query: str) -> None:
    async with start() as screen:
        await search(screen, query, "сначала лучшие")
        desk, library = screen.app.desk, screen.app.library
        await screen.press("enter")
        assert library is not None
        numbers = list(desk.articles.listing.numbers)
        expected = []
        for number in numbers:
            article = library.article(number)
            assert article is not None
            expected += [(number, span) for span in library.hit_spans(query, article)]
        assert len({number for number, _ in expected}) == len(numbers) > 1

        def standing() -> object:
            reading, reader = desk.reader.reading, desk.reader
            if reading is None or not 0 <= reader.hit < len(reading.hits):
                return None
            return reading.article.number, reading.hits[reader.hit]

        for step, places in (("n", expected), ("N", expected[-2::-1])):
            for place in places:
                await screen.press(step)
                await screen.until(lambda place=place: standing() == place)


async def test_a_hit_in_the_title_alone_is_shown_in_it_and_walked_past(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    texts = [
        ("Послы прибыли", "Гости осмотрели выставку."),
        ("Открылась выставка", "Её открыл посол соседней страны."),
        ("О после", "Ещё один посол выступил с речью."),
    ]
    with open_library(settings.library, settings=settings) as library:
        library.add(
            (Document(f"a{n}", f"o{n}", text, Span(0, len(text)), title), analyse(text), Facts(1, ()))
            for n, (title, text) in enumerate(texts)
        )
    async with start(settings=settings) as screen:
        await search(screen, "посол", "3 из 3")
        await screen.press("enter")
        desk = screen.app.desk
        seen = set()
        for _ in range(3):
            await screen.press("n")
            await screen.until(lambda: desk.area is Area.ARTICLE and screen.app.is_quiet)
            reading = desk.reader.reading
            assert reading is not None
            seen.add(reading.article.document.title)
            if reading.article.document.title == "Послы прибыли":
                await screen.see("находка в заголовке")
                assert not reading.hits
                assert reading.in_title == ("Послы",)
        assert seen == {title for title, _ in texts}
