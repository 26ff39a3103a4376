"""What is sent to a real terminal: marks, progress, and nothing of an article that it would obey."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import environment, run_here

pytestmark = pytest.mark.xdist_group("cli-terminal")

SGR = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(*arguments: str, home: Path, code: int = 0, **more: str) -> str:
    """All that a run sends to the terminal that it has for stdout and stderr."""
    ours, theirs = os.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "kgtui", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment(home, **{"TERM": "xterm-256color", **more}),
    )
    os.close(theirs)
    received = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # the last one has closed the other end
            break
        if not chunk:
            break
        received += chunk
    os.close(ours)
    assert running.wait(timeout=180) == code, received.decode()
    return received.decode()


def test_show_marks_entities_and_lists_them(seeded: Path) -> None:
    shown = on_terminal("show", "004", home=seeded)
    assert "\x1b[1;33mАдылбека Касымалиева\x1b[0m" in shown.replace("\r\n", " ")
    assert re.search(r"\x1b\[4;36mКыргызстаном?", shown)
    assert "Лица" in shown
    lines = SGR.sub("", shown).split("\r\n")
    assert all(len(line) <= 80 for line in lines if not line.startswith("CentralasianLIGHT"))


def test_figures_leave_to_a_file_what_a_spreadsheet_calculates_with(seeded: Path) -> None:
    shown = on_terminal("figures", "--measure", "товарооборот", home=seeded)
    in_a_file = run_here("figures", "--measure", "товарооборот", home=seeded).out
    assert "1,7 млрд долл. США".replace(" ", "\u00a0") in shown
    assert "В январе-августе" in in_a_file
    assert "В январе-августе" not in shown


def test_without_colour_kinds_have_signs(seeded: Path) -> None:
    shown = on_terminal("show", "004", home=seeded, NO_COLOR="1")
    assert "\x1b[1m●Адылбека Касымалиева\x1b[0m" in shown.replace("\r\n", " ")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown)


def test_a_dumb_terminal_gets_no_escape_sequence(seeded: Path) -> None:
    shown = on_terminal("search", "касымалиеву", home=seeded, TERM="dumb")
    assert "\x1b" not in shown
    assert "[Касымалиев" in shown


def test_hits_are_marked(seeded: Path) -> None:
    assert "\x1b[1;7mКасымалиев" in on_terminal("search", "касымалиеву", home=seeded)


def test_progress_is_painted_and_wiped(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a\x1b.txt").write_text("Президент Кыргызстана прибыл в Астану.", encoding="utf-8")
    shown = on_terminal("add", str(tmp_path / "news"), home=tmp_path)
    assert "\rЧитаю: 1/1 a␛.txt" in shown
    last_line = shown.replace("\r\n", "\n").rstrip("\n").split("\n")[-1]
    assert last_line.split("\r")[-1].startswith("Добавлено: 1")
    assert "\x1b" not in shown


def test_an_article_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    evil = "Президент Кыргызстана\x1b[2J\x1b]0;title\x07 посетил \u202eМоскву\x9b31m. Садыр\x1bc Жапаров сказал. "
    (tmp_path / "evil.txt").write_bytes((evil + "Стороны обсудили торговлю между странами. " * 5).encode())
    assert run_here("add", str(tmp_path / "evil.txt"), home=tmp_path).code == 0
    for arguments in (["show", "evil"], ["search", "посетил"]):
        shown = SGR.sub("", on_terminal(*arguments, home=tmp_path))
        assert not set("\x1b\x07\x9b\u202e") & set(shown)
        assert "␛[2J" in shown


def test_news_that_are_none_are_said_to_a_person_only(tmp_path: Path) -> None:
    on_terminal("news", home=tmp_path)
    assert "Нового с 21.11.2025 нет." in on_terminal("news", home=tmp_path, code=1)
    assert run_here("news", home=tmp_path).err == ""
