"""What a key costs on the line: every byte that goes to the terminal is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import FACTS_VERSION, Document, Facts, Span
from kgtui.settings import Settings

from .terminal import CTRL_P, DOWN, ENTER, ESCAPE, PAGE_DOWN, TAB, Terminal, running, settle

ARTICLES = 10_000
COUNTED = "10\u00a0000"


@dataclass(frozen=True, slots=True)
class Budget:
    """Bytes that may go to a terminal of a size: for a key in the list, a letter that leaves the list as it is,
    opening an article, a page of it, the next pane."""

    size: tuple[int, int]
    key: int
    letter: int
    opening: int
    page: int
    pane: int


WIDE = Budget((120, 40), key=1_000, letter=500, opening=10_000, page=18_000, pane=8_000)
SMALL = Budget((80, 24), key=600, letter=400, opening=6_000, page=7_200, pane=5_000)
EACH_BUDGET = pytest.mark.parametrize("budget", [WIDE, SMALL], ids=["120x40", "80x24"])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of ten thousand short articles, each with a title of its own."""
    path = tmp_path_factory.mktemp("many") / "library"
    text = "Встреча сторон прошла в городе."
    analysis, body = analyse(text), Span(0, len(text))
    with open_library(path, settings=Settings(library=path, language="ru")) as library:
        library.add(
            (
                Document(f"a{n}", f"o{n}", text, body, f"Статья номер {n} о встрече в городе"),
                analysis,
                Facts(FACTS_VERSION, ()),
            )
            for n in range(ARTICLES)
        )
    return path


def cost(terminal: Terminal, action: Callable[[], None]) -> int:
    """The bytes that something sends until all is said."""
    before = terminal.sent
    action()
    settle(terminal)
    return terminal.sent - before


@EACH_BUDGET
def test_a_key_in_a_long_list(many: Path, tmp_path: Path, budget: Budget) -> None:
    with running(many, tmp_path, budget.size) as terminal:
        terminal.wait_for(f"1 из {COUNTED}", "Enter открыть")
        settle(terminal)
        costs = []
        for place in range(2, 40):
            before = terminal.sent
            terminal.press(DOWN)
            terminal.wait_for(f"{place} из {COUNTED}")
            costs.append(terminal.sent - before)
        assert sorted(costs)[len(costs) // 2] <= budget.key, costs
        assert sum(costs) / len(costs) <= budget.key, costs  # turning a page included


@EACH_BUDGET
def test_a_mark_and_a_key_in_a_list_of_marked_articles(many: Path, tmp_path: Path, budget: Budget) -> None:
    with running(many, tmp_path, budget.size) as terminal:
        terminal.wait_for(f"1 из {COUNTED}", "Enter открыть")
        settle(terminal)
        for key, sign in (("b", "▼"), ("u", ""), ("b", "▼"), ("r", "▼")):
            assert cost(terminal, lambda key=key: terminal.press(key)) <= budget.key, key  # type: ignore[misc]
            assert sign in terminal.text
        terminal.press("t")
        terminal.wait_for("метки через запятую")
        terminal.press("граница, торг", ENTER)
        terminal.wait_for("▼ #граница #торг")
        settle(terminal)
        for key in (DOWN, "k", DOWN):
            assert cost(terminal, lambda key=key: terminal.press(key)) <= budget.key, key  # type: ignore[misc]


@EACH_BUDGET
def test_a_letter_while_the_list_does_not_change(many: Path, tmp_path: Path, budget: Budget) -> None:
    with running(many, tmp_path, budget.size) as terminal:
        terminal.wait_for(f"1 из {COUNTED}", "Enter открыть")
        terminal.press("/", "статья вст")
        terminal.wait_for("/ статья вст", f"Найдено {COUNTED}")
        settle(terminal)
        typed = "/ статья вст"
        for letter in "реча":
            typed += letter
            paid = cost(terminal, lambda letter=letter: terminal.press(letter))  # type: ignore[misc]
            assert typed in terminal.text
            assert paid <= budget.letter, typed


@pytest.mark.parametrize("size", [(160, 45), (120, 40)])
def test_a_letter_with_excerpts_facets_and_offers_on_the_screen(
    seeded: Settings, tmp_path: Path, size: tuple[int, int]
) -> None:
    with running(seeded.library, tmp_path, size) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        terminal.press("/", "касымал")
        terminal.wait_for("Найдено 4 из 5", "касымал*", "→ Адылбек Касымалиев", "Кыргызстан 4")
        settle(terminal)
        assert cost(terminal, lambda: terminal.press("и", "е")) / 2 <= WIDE.letter
        assert "касымалие*" in terminal.text


@EACH_BUDGET
def test_opening_an_article_turning_its_pages_and_changing_panes(
    seeded: Settings, tmp_path: Path, budget: Budget
) -> None:
    with running(seeded.library, tmp_path, budget.size) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        settle(terminal)
        assert cost(terminal, lambda: terminal.press(ENTER)) <= budget.opening
        assert "Председатель Кабмина КР Адылбек Касымалиев" in terminal.text
        for _ in range(3):
            assert cost(terminal, lambda: terminal.press(PAGE_DOWN)) <= budget.page
        for _ in range(4):
            assert cost(terminal, lambda: terminal.press(TAB)) <= budget.pane
        assert "f факт" in terminal.text  # the foot line of the article again


@EACH_BUDGET
def test_what_lies_over_the_desk_comes_and_goes(seeded: Settings, tmp_path: Path, budget: Budget) -> None:
    with running(seeded.library, tmp_path, budget.size) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        settle(terminal)
        for key in ("?", CTRL_P):
            assert cost(terminal, lambda key=key: terminal.press(key)) <= budget.opening  # type: ignore[misc]
            assert cost(terminal, lambda: terminal.press(ESCAPE)) <= budget.opening
            assert "1 из 5" in terminal.text


def test_nothing_while_nothing_happens(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        settle(terminal)
        assert not terminal.read(10.0)  # after the start
        terminal.press("/", "касымалиеву")
        terminal.wait_for("Найдено 4 из 5", "Кыргызстан 4")
        settle(terminal)
        assert not terminal.read(10.0)  # with the cursor in the search line
