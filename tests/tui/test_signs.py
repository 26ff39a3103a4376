"""What a terminal with a poor font is sent: letters, ASCII and the signs of the code page 1251."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

import kgtui.tui
from kgtui.settings import Settings
from kgtui.tui.drawing.paint import REPLACEMENT
from kgtui.tui.drawing.signs import FACT_MARKS, MARKS, StandIns

from .terminal import CTRL_Q, ENTER, running


def shown(text: str) -> str:
    return "".join(segment.text for segment in StandIns().apply([Segment(text)], Color(0, 0, 0)))


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_nothing_is_sent_that_the_font_lacks(seeded: Settings, tmp_path: Path, term: str) -> None:
    with running(seeded.library, tmp_path, (160, 45), TERM=term, COLORTERM="") as terminal:
        terminal.wait_for("1 из 5", "Таджикистан", "Страны")
        terminal.press("/", "касымалиеву")
        terminal.wait_for("Найдено 4 из 5")
        terminal.press(ENTER, ENTER)
        terminal.wait_for("В статье", "находк")
        terminal.press("f", ENTER)
        terminal.wait_for("найдено:")
        terminal.press("?")
        terminal.wait_for("Клавиши: ")
        terminal.press("G")
        terminal.wait_for("объединение стран")
        terminal.press("q", "c")
        terminal.wait_for("Коротко")
        terminal.press(":")
        terminal.wait_for("Читать и смотреть")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        sent = bytes(terminal.raw).decode()
    unsafe = {character for character in sent if not character.isalpha() and not is_in_code_page(character)}
    assert unsafe == set()
    assert "|" in sent


def is_in_code_page(text: str) -> bool:
    return text == text.encode("cp1251", errors="replace").decode("cp1251")


def test_stand_ins_of_marks_differ() -> None:
    marks = [*MARKS.values(), *FACT_MARKS.values()]
    assert len({shown(mark) for mark in marks}) == len(marks)
    assert all(shown(mark).isascii() for mark in marks)


@given(st.text())
def test_stand_ins_are_as_wide_as_what_they_stand_for(text: str) -> None:
    plain = shown(text)
    assert cell_len(plain) == cell_len(text)
    assert all(is_in_code_page(each) or unicodedata.category(each)[0] in "LM" for each in plain)
    assert shown(plain) == plain


def test_letters_and_signs_of_the_code_page_stay() -> None:
    text = "«Ала-Тоо» — №5, 12 °C… Өзгөн, Қазақстан, naïve"
    assert shown(text) == text
    assert shown("5\u202fкм², −3 ≈ 4 ₽ ▁█") == "5 км2, -3 ~ 4 р :@"


def test_signs_stand_in_one_file() -> None:
    assert list(literals()) == []


def literals() -> Iterator[str]:
    """Texts in the code of panes and screens that a poor font lacks, but for what the code says of itself."""
    package = Path(kgtui.tui.__file__).parent
    for path in [*package.glob("widgets/*.py"), *package.glob("screens/*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in remarks
            if is_text and any(is_sign(character) for character in node.value):
                yield f"{path.name}: {node.value}"


def is_sign(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "SP" and character != REPLACEMENT and not is_in_code_page(character)
