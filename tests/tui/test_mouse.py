"""The mouse on a real terminal: what is asked of it, and that it can be left to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.settings import Settings

from .terminal import CTRL_P, CTRL_Q, ENTER, ESCAPE, Terminal, assert_restored, running

BUTTONS, EACH_MOVEMENT = b"1000", b"1003"


def is_on(terminal: Terminal, mode: bytes) -> bool:
    return terminal.raw.rfind(b"\x1b[?" + mode + b"h") > terminal.raw.rfind(b"\x1b[?" + mode + b"l")


def switch(terminal: Terminal, said: str) -> None:
    terminal.press(CTRL_P)
    terminal.wait_for("Читать и смотреть")
    terminal.press("мышь")
    terminal.wait_for("Включить или выключить мышь")
    terminal.press(ENTER)
    terminal.wait_for(said)


def test_buttons_are_reported_but_no_movement(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Председатель Кабмина")
        assert is_on(terminal, BUTTONS)
        row = next(y for y, line in enumerate(terminal.lines) if "Председатель Кабмина" in line)
        click = f"\x1b[<0;4;{row + 1}"
        terminal.press(click + "M", click + "m")
        terminal.wait_for("В статье")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert EACH_MOVEMENT not in terminal.raw
        assert_restored(terminal)


@pytest.mark.parametrize("way", ["option", "configuration"])
def test_it_is_never_asked_for(seeded: Settings, tmp_path: Path, way: str) -> None:
    arguments = ["--no-mouse"] if way == "option" else []
    if way == "configuration":
        (tmp_path / "config" / "kgtui").mkdir(parents=True)
        (tmp_path / "config" / "kgtui" / "config.toml").write_text("mouse = false\n")
    with running(seeded.library, tmp_path, (120, 40), *arguments) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert b"1000h" not in terminal.raw
        assert EACH_MOVEMENT not in terminal.raw


def test_it_is_switched_while_one_reads(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path, (120, 40), "--no-mouse") as terminal:
        terminal.wait_for("1 из 5")
        switch(terminal, "Мышь включена")
        assert is_on(terminal, BUTTONS)
        switch(terminal, "Мышь выключена")
        assert not is_on(terminal, BUTTONS)
        terminal.press(ESCAPE, CTRL_Q)
        assert terminal.wait_for_end() == 0
