"""A fact or a name that is wrong is mended on the screen, and what was mended is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from kgtui.corrections import Rename
from kgtui.keys import Area
from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import FACTS_VERSION, Document, Entity, EntityKind, Facts, Span
from kgtui.settings import Settings
from kgtui.tui.jobs.briefs import Brief
from kgtui.tui.overlays.asking import AskScreen

from .conftest import EACH_SIZE, Driver, Start, search
from .test_facts import open_article, told

__all__ = ["told"]


async def answer(screen: Driver, text: str) -> None:
    await screen.until(lambda: isinstance(screen.app.screen, AskScreen))
    screen.app.screen.query_one("#answer-field").value = text  # type: ignore[attr-defined]
    await screen.press("enter")


@EACH_SIZE
async def test_a_fact_that_is_none_is_hidden_and_comes_back(start: Start, told: Settings, size: str) -> None:
    async with start(size, settings=told) as screen:
        await open_article(screen)
        await screen.press("!")
        await screen.see("Сначала встаньте на факт")
        await screen.press("f", "!")
        await screen.see("товарооборот: +14\u00a0%", "Это не факт", "Исправить «период»: 2024", "Enter выбрать")
        await screen.press("enter")
        await screen.see("Исправлено для вас", "1 цифра")
        await screen.press("г")  # the finger of u under the Russian layout
        await screen.see("Исправление отменено", "2 цифры")
        await screen.press("u")
        await screen.see("Отменять нечего")


async def test_a_value_is_set_and_stays(start: Start, told: Settings) -> None:
    async with start(settings=told) as screen:
        await open_article(screen)
        await screen.press("f", "enter", "!", "п", "е", "р")
        await screen.press("enter")
        await answer(screen, "январь–август 2025 года")
        await screen.see("Исправлено для вас", "период янв.–авг. 2025")
    async with start(settings=told) as again:  # on the same fact
        await again.see("период янв.–авг. 2025")


async def test_what_cannot_be_understood_is_said_with_an_example(start: Start, told: Settings) -> None:
    async with start(settings=told) as screen:
        await open_article(screen)
        await screen.press("f", "!", "з", "н", "а")
        await screen.press("enter")
        await answer(screen, "много")
        await screen.see("Не понято: «много»", "1,7 млрд долларов")


async def test_a_refused_answer_stays_to_be_mended_and_runs_no_keys(start: Start, told: Settings) -> None:
    async with start(settings=told) as screen:
        await open_article(screen)
        await screen.press("f", "!", "з", "н", "а", "enter")
        await screen.until(lambda: isinstance(screen.app.screen, AskScreen))
        asked = screen.app.screen
        await screen.press(*"много", "enter")
        await screen.see("Не понято: «много»")
        await screen.press(*"bq")
        assert screen.app.screen is asked
        assert asked.query_one("#answer-field").value == "многоbq"  # type: ignore[attr-defined]
        await answer(screen, "15 процентов")
        await screen.see("Исправлено для вас")
        assert screen.app.screen is screen.app.desk


async def test_changes_are_taken_back_one_by_one_however_fast(start: Start, told: Settings) -> None:
    """Each its own, also where another session has corrected something since."""
    async with start(settings=told) as screen:
        await open_article(screen)
        await screen.press("f", "!", "enter")
        await screen.see("Исправлено для вас", "1 цифра")
        await screen.press("f", "!", "enter")
        await screen.until(lambda: screen.app.desk.reader.reading.facts.quotes == ())  # type: ignore[union-attr]
        with open_library(told.library, settings=told) as another:
            another.correct(Rename(EntityKind.PERSON, "нурлан асанов", "Другой", "Нурлан Асанов"))
        await screen.press("u", "u")
        await screen.see("Исправление отменено: скрыто «14 процентов»", "2 цифры", "1 цитата")
        assert screen.app.library is not None
        assert [type(each) for each in screen.app.library.standing_corrections()] == [Rename]


async def test_what_was_corrected_before_this_session_is_taken_back_only_when_asked_again(
    start: Start, told: Settings
) -> None:
    with open_library(told.library, settings=told) as library:
        for key, name in (("нурлан асанов", "Первый"), ("канат бекболотов", "Второй")):
            library.correct(Rename(EntityKind.PERSON, key, name, key.title()))
    async with start(settings=told) as screen:
        await open_article(screen)
        await screen.press("f", "!", "enter")
        await screen.see("Исправлено для вас")
        library = screen.app.library
        assert library is not None
        await screen.press("u")
        await screen.see("Исправление отменено: скрыто «14 процентов»")
        for _ in range(2):
            await screen.press("u")
            await screen.see("В этом сеансе отменять больше нечего", "Канат Бекболотов")
            assert len(library.standing_corrections()) == 2
            await screen.press("j")  # something else is done: it is asked anew
        await screen.press("u")
        await screen.see("В этом сеансе отменять больше нечего")
        await screen.press("u")
        await screen.see("Исправление отменено: ", "Канат Бекболотов")
        assert len(library.standing_corrections()) == 1


async def test_who_speaks_is_somebody_and_no_word(start: Start, told: Settings) -> None:
    async with start(settings=told) as screen:
        await open_article(screen)
        await screen.press("f", "enter", "f", "!", *"гово", "enter")
        await answer(screen, "дорога")
        await screen.see("Кто это — «дорога», неизвестно", "имя и фамилию")
        await answer(screen, "Канат Бекболотов")
        await screen.see("Исправлено для вас", "Канат Бекболотов: «")
        await screen.press("u")
        await screen.see("Нурлан Асанов: «")


async def test_a_name_is_changed_in_all_articles(start: Start, seeded: Settings) -> None:
    async with start(settings=seeded) as screen:
        await screen.see("1 из 5")
        await screen.press("e")
        desk = screen.app.desk
        await screen.until(lambda: desk.area is Area.ENTITIES and desk.entities_pane.entity is not None)
        entity = desk.entities_pane.entity
        assert entity is not None
        assert entity.kind is EntityKind.PERSON
        await screen.press("!")
        await screen.see("Назвать иначе во всех статьях")
        await screen.press("н", "а", "з", "в", "enter")
        await answer(screen, "Иной Человек")
        await screen.see("Исправлено для вас", "Иной Человек")
        library = screen.app.library
        assert library is not None
        named = [each.name for each in library.entities(EntityKind.PERSON)]
        assert "Иной Человек" in named
        assert entity.name not in named
        await screen.press("u")
        await screen.see("Исправление отменено", entity.name)


async def test_two_bodies_that_are_one_are_one_in_lists_and_searches(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        for id_, name in (("a", "Кабмин КР"), ("b", "Кабинет министров КР")):
            text = f"{name} решил строить дорогу."
            document = Document(id_, f"{id_}.txt", text, Span(0, len(text)), f"Дорога {id_}", date(2025, 11, 1))
            body = Entity(EntityKind.ORGANISATION, name.lower(), name, (Span(0, len(name)),))
            library.add([(document, analyse(text), Facts(FACTS_VERSION, (body,)))])
    async with start(settings=settings) as screen:
        await screen.see("1 из 2", "Кабинет министров КР 1 · ещё 1")
        await screen.press("enter", "e")
        desk = screen.app.desk
        await screen.until(lambda: desk.area is Area.ENTITIES and desk.entities_pane.entity is not None)
        entity = desk.entities_pane.entity
        assert entity is not None
        other = next(name for name in ("Кабмин КР", "Кабинет министров КР") if name != entity.name)
        await screen.press("!", *"тот", "enter")
        await answer(screen, f"{other}х")
        await screen.see(f"Похожи: {other}")
        await answer(screen, other)
        await screen.see("Исправлено для вас", f"{other} 2")
        await screen.press("enter")  # all articles that name it
        await screen.see("из 2", "орган:=")
        await search(screen, f'орган:="{entity.name}"', "из 2")
        await screen.press("enter", "u")
        await screen.see("Исправление отменено", f"{entity.name} 1")
        await search(screen, f'орган:="{other}"', "из 1")


async def test_what_is_shown_beside_the_article_follows(start: Start, seeded: Settings) -> None:
    """The brief, with its cursor, and what countries have in contacts; and back again."""
    async with start(settings=replace(seeded, today=date(2025, 11, 21))) as screen:
        await screen.see("1 из 5", "расширенная встреча")
        desk, library = screen.app.desk, screen.app.library
        assert library is not None
        await screen.press("c")
        await screen.until(lambda: isinstance(desk.country_pane.brief, Brief))
        brief, cursor = desk.country_pane.brief, desk.country_pane.cursor
        assert isinstance(brief, Brief)
        counted = desk.countries
        await screen.press("1", "enter")
        await screen.until(lambda: desk.area is Area.ARTICLE and desk.reader.reading is not None)
        reading = desk.reader.reading
        assert reading is not None
        told = list(reading.facts.told)
        await screen.press(*"f" * (told.index(reading.facts.meetings[0]) + 1), "!", "enter")
        await screen.see("Исправлено для вас")
        await screen.until(lambda: desk.country_pane.brief is not brief and desk.countries is not counted)
        shorter = desk.country_pane.brief
        assert isinstance(shorter, Brief)
        assert shorter.dossier.sections != brief.dossier.sections
        assert desk.country_pane.cursor == cursor
        await screen.press("u")
        await screen.until(lambda: desk.country_pane.brief is not shorter)
        again = desk.country_pane.brief
        assert isinstance(again, Brief)
        assert again.dossier.sections == brief.dossier.sections


async def test_what_is_undone_is_not_shown_in_another_article(start: Start, told: Settings) -> None:
    with open_library(told.library, settings=told) as library:
        text = "Второй текст без цифр."
        document = Document("b", "b.txt", text, Span(0, len(text)), "Другая новость", date(2025, 11, 1))
        library.add([(document, analyse(text), Facts(FACTS_VERSION, ()))])
    async with start(settings=told) as screen:
        await screen.see("1 из 2")
        await screen.press("enter", "f", "!", "enter")
        await screen.see("Исправлено для вас")
        desk, library = screen.app.desk, screen.app.library
        assert library is not None
        desk.do_undo()
        desk.read_article(library.numbers()[1])  # before the answer can come
        await screen.see("Исправление отменено", "Второй текст")
        assert desk.reader.reading is not None
        assert desk.reader.reading.facts.told == ()


async def test_the_list_counts_only_what_stands(start: Start, told: Settings) -> None:
    async with start(settings=told) as screen:
        await open_article(screen)
        await screen.see("2 ◆")
        await screen.press("f", "!", "enter")
        await screen.see("1 ◆")
    async with start(settings=told) as again:
        await again.see("1 из 1", "1 ◆")


async def test_what_is_typed_takes_the_place_of_the_value(start: Start, told: Settings) -> None:
    async with start(settings=told) as screen:
        await open_article(screen)
        await screen.press("f", "enter", "!", "п", "е", "р", "enter")
        await screen.until(lambda: isinstance(screen.app.screen, AskScreen))
        await screen.press(*"2023", "enter")
        await screen.see("Исправлено для вас", "период 2023")
