"""The query language is shown with examples from the open library, each of which can be tried."""

from __future__ import annotations

from pathlib import Path

from kgtui.keys import Area
from kgtui.library import open_library
from kgtui.locale import LANGUAGES, use_language
from kgtui.search import parse_query
from kgtui.settings import Settings
from kgtui.tui.jobs.examples import CONSTRUCTS, examples

from .conftest import EACH_SIZE, Start


@EACH_SIZE
async def test_an_example_from_the_library_is_tried_with_enter(start: Start, size: str) -> None:
    async with start(size) as screen:
        await screen.press("/", "f1")
        await screen.see("кто:Касымалиев", "Кто назван в статье")
        await screen.press("j", "о", "k", "л", "enter")
        desk = screen.app.desk
        await screen.until(lambda: desk.articles.listing.query == "визит президента")
        assert desk.area is Area.SEARCH
        await screen.press("f1")
        await screen.see("Как искать")
        await screen.press("escape")
        assert desk.search_line.field.value == "визит президента"


def test_every_example_is_understood_in_both_languages(seeded: Settings) -> None:
    with open_library(seeded.library, settings=seeded) as library:
        for language in LANGUAGES:
            use_language(language)
            found = examples(library)
            assert set(found) == set(CONSTRUCTS)
            assert {query: parse_query(query).problems for query in found.values()} == dict.fromkeys(found.values(), ())


async def test_an_empty_library_still_explains_the_language(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "empty", language="ru")
    open_library(settings.library, settings=settings).close()
    async with start(settings=settings) as screen:
        await screen.press("/", "f1")
        await screen.see("визит -посол", "дата:неделя")
        assert "кто:" not in screen.text
