"""The one table of actions: complete in both languages, its keys under both layouts, its footers short."""

from __future__ import annotations

import string
from collections import Counter

import pytest
from textual.binding import Binding

from kgtui.keys import ACTIONS, PANES, Area, Need, footer_of, key_name, twin
from kgtui.locale import LANGUAGES, catalogue, use_language
from kgtui.tui.bindings import bindings_for_all, bindings_of
from kgtui.tui.desk.desk import Desk

from .conftest import Start


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_its_words(language: str) -> None:
    use_language(language)
    for action in ACTIONS:
        assert action.name
        assert action.help.endswith(".")
        for area in action.footer:
            assert len(action.footer_word(area)) <= 14, area
    words = catalogue(language, "screen")
    assert all(f"screen.need.{need.value}" in words for need in Need)
    assert all(f"screen.area.{area.value}" in words for area in Area)


def test_every_action_is_done_by_the_desk() -> None:
    assert [action.id for action in ACTIONS if not callable(getattr(Desk, f"do_{action.id}", None))] == []


def test_ids_are_unique() -> None:
    assert Counter(action.id for action in ACTIONS).most_common(1)[0][1] == 1


FIELDS = (
    Area.SEARCH,
    Area.PALETTE,
    Area.NARROW,
    Area.ANSWER,
    Area.OUTLINE,
    Area.MEND,
    Area.EXPORT,
    Area.TAGS,
    Area.MARKS,
)


def keys_of(bindings: list[Binding]) -> list[str]:
    return [key for binding in bindings for key in binding.key.split(",")]


@pytest.mark.parametrize("area", Area)
def test_no_key_means_two_things_in_one_place(area: Area) -> None:
    keys = keys_of([*(b for b in bindings_of(area) if b.priority or area in FIELDS), *bindings_for_all()])
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@pytest.mark.parametrize("area", Area)
def test_footers_are_short_and_name_only_what_works_there(area: Area) -> None:
    actions = footer_of(area)
    assert len(actions) <= 8
    assert all(area in action.where for action in actions)


def test_only_one_letter_keys_and_control_have_twins() -> None:
    assert twin("j") == "о"
    assert twin("G") == "П"
    assert twin("/") == "."
    assert twin("?") == ","
    assert (twin("["), twin("]")) == ("х", "ъ")
    assert twin(":") == "Ж"
    assert twin("ctrl+p") == "ctrl+з"
    assert [twin(key) for key in ("pagedown", "f1", "1", "enter", "shift+tab")] == [None] * 5
    assert all(twin(letter) for letter in string.ascii_letters)


def test_the_contract_of_the_keys_is_kept() -> None:
    keys = {key for action in ACTIONS for key in action.keys}
    promised = (
        "s \\ / j k g G enter escape tab shift+tab 1 2 3 4 n N e c y ? q ctrl+p : ctrl+q [ ] z f1 down up home end"
    )
    assert set(promised.split()) | {"pageup", "pagedown", "space", "\\"} <= keys


def press_name(key: str) -> str:
    """How the pilot names a key."""
    return {"ctrl+з": "ctrl+з", "ctrl+й": "ctrl+й"}.get(key, key)


@pytest.mark.parametrize("area", [*PANES, Area.SEARCH])
async def test_each_key_does_its_action_under_both_layouts(
    start: Start, monkeypatch: pytest.MonkeyPatch, area: Area
) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        desk = screen.app.desk
        done: list[str] = []
        monkeypatch.setattr(desk, "perform", done.append)
        desk.go_to(area)
        await screen.pilot.pause()
        for action in ACTIONS:
            if action.id in ("quit", "redraw") or not (area in action.where or action.always):
                continue
            for key in action.keys:
                for pressed in filter(None, (key, twin(key))):
                    done.clear()
                    await screen.press(press_name(pressed))
                    assert done == [action.id], f"{pressed} in {area.value}"


async def test_what_is_typed_in_the_search_line_stays_as_typed(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("full_stop")  # the finger of / under the Russian layout
        await screen.press(*"йцу.,?/nкq")
        await screen.until(lambda: screen.app.desk.search_line.field.value == "йцу.,?/nкq")
        await screen.press("escape")
        await screen.see("Все статьи")


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_named_to_people(language: str) -> None:
    use_language(language)
    names = [key_name(key) for action in ACTIONS for key in action.keys]
    assert all(names)
    assert key_name("ctrl+p") == "Ctrl+P"
    assert key_name("j") == "j"


@pytest.mark.parametrize("area", [*PANES, Area.SEARCH])
async def test_help_explains_the_keys_of_the_place(start: Start, area: Area) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        screen.app.desk.go_to(area)
        await screen.press("f1")
        await screen.see("Клавиши: " if area is not Area.SEARCH else "Как искать")
        await screen.press("G")
        if area is not Area.SEARCH:
            await screen.see("объединение стран", "находка")
        await screen.press("g", "j", "k", "pagedown", "pageup", "q")
        await screen.see("Председатель Кабмина")


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("таджикистана", "Таджикистан"),
        ("киргизией", "Кыргызстан"),
        ("рахмоном", "Эмомали Рахмон"),
        ("hf[vjyjv", "Эмомали Рахмон"),
    ],
)
async def test_the_palette_knows_countries_and_people_by_any_form_and_name(
    start: Start, typed: str, about: str
) -> None:
    async with start("medium") as screen:
        await screen.see("1 из 5")
        await screen.press("ctrl+p", *typed, "enter")
        await screen.until(lambda: screen.app.desk.country_pane.brief is not None)
        assert screen.app.desk.country_pane.brief.name == about  # type: ignore[union-attr]


async def test_all_countries_are_found_by_that_name(start: Start) -> None:
    async with start("medium") as screen:
        await screen.see("1 из 5")
        await screen.press("ctrl+p", *"все страны", "enter")
        await screen.see("Узбекистан", "Таджикистан")
        assert (screen.app.desk.area, screen.app.desk.country_pane.about) == (Area.COUNTRY, None)


async def test_palette_does_commands_and_goes_to_countries_people_and_articles(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Таджикистан")
        await screen.press("ctrl+p")
        await screen.see("Читать и смотреть")
        await screen.press(*"перерис", "enter")
        await screen.see_no("Перерисовать")
        await screen.press(":")
        await screen.press(*"таджик", "enter")
        await screen.see("ТАДЖИКИСТАН")
        await screen.press("ctrl+з")
        await screen.press(*"турч")
        await screen.see("● Александр Турчин")
        await screen.press("enter")
        await screen.see("АЛЕКСАНДР ТУРЧИН")
        await screen.press("ctrl+p")
        await screen.press(*"лифтов")
        await screen.see("Беларусь и Кыргызстан")
        await screen.press("enter")
        await screen.until(lambda: screen.app.desk.reader.reading is not None)
        await screen.press("ctrl+p")
        await screen.press(*"абракадабра")
        await screen.see("Ничего с таким именем")
        await screen.press("up", "down", "enter", "escape")
        assert screen.app.screen is screen.app.desk
