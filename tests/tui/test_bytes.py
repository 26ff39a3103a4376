"""What a key costs on the line: every byte that goes to the terminal is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .terminal import DOWN, ENTER, TAB, running, settle


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of 300 short articles, each with a title of its own."""
    path = tmp_path_factory.mktemp("many") / "library"
    settings = Settings(library=path, language="ru")
    texts = [f"Статья номер {number} рассказывает о встрече сторон, прошедшей в городе." for number in range(300)]
    with open_library(path, settings=settings) as library:
        library.add(
            (Document(f"a{n}", f"o{n}", text, Span(0, len(text)), text), analyse(text), Facts(1, ()))
            for n, text in enumerate(texts)
        )
    return path


# Bytes


def test_a_key_in_the_list_costs_less_than_a_kilobyte(many: Path, tmp_path: Path) -> None:
    with running(many, tmp_path) as terminal:
        terminal.wait_for("1 из 300", "названа")
        costs = []
        for place in range(2, 30):
            before = terminal.sent
            terminal.press(DOWN)
            terminal.wait_for(f"{place} из 300")
            costs.append(terminal.sent - before)
        assert sorted(costs)[len(costs) // 2] <= 1000, costs
        assert sum(costs) / len(costs) <= 1000, costs  # turning a page included


def test_a_letter_costs_little_while_the_list_does_not_change(many: Path, tmp_path: Path) -> None:
    with running(many, tmp_path) as terminal:
        terminal.wait_for("1 из 300", "названа")
        terminal.press("/")
        terminal.press("стать")
        terminal.wait_for("Найдено 300 из 300", "стать*")
        terminal.press("я")
        terminal.wait(lambda t: "Найдено 300" in t.text and "стать*" not in t.text and "статья" in t.text)
        terminal.press(" о встрече")
        terminal.wait(lambda t: "/ статья о встрече" in t.text and "Найдено 300" in t.text)
        settle(terminal)
        before = terminal.sent
        for letter in " горо":
            terminal.press(letter)
        terminal.wait_for("/ статья о встрече горо")
        settle(terminal)
        assert (terminal.sent - before) / 5 <= 1500


def test_a_letter_costs_little_with_excerpts_facets_and_offers_on_the_screen(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path, (160, 45)) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        terminal.press("/")
        terminal.press("касымал")
        terminal.wait_for("Найдено 4 из 5", "касымал*", "→ Адылбек Касымалиев", "Кыргызстан 4")
        settle(terminal)
        before = terminal.sent
        for letter in "ие":
            terminal.press(letter)
        terminal.wait_for("касымалие*")
        settle(terminal)
        assert (terminal.sent - before) / 2 <= 1500


def test_tab_costs_little(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан")
        terminal.press(ENTER)
        terminal.wait_for("В статье", "● ")
        settle(terminal)
        before = terminal.sent
        for _ in range(4):
            terminal.press(TAB)
        terminal.wait_for("f факт")  # the foot line of the article again
        settle(terminal)
        assert (terminal.sent - before) / 4 <= 8000


def test_nothing_is_sent_while_nothing_happens(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан")
        terminal.press("/")
        terminal.wait_for("F1 как искать")
        settle(terminal)
        assert not terminal.read(10.0)
