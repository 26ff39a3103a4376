"""`kgtui doctor` asks the terminal that it runs in; here the test is that terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
from pathlib import Path

import pytest

from .conftest import Kgtui, environment

CTRL_C = b"\x03"
WHERE, LAST = b"\x1b[6n", b"\x1b[c"


def doctor(home: Path, widths: list[int], protocols: bytes = b"", *, mute: bool = False) -> str:
    """All that the doctor sends to a terminal which draws the samples so wide."""
    pid, fd = pty.fork()
    if pid == 0:
        command = [sys.executable, "-m", "kgtui", "doctor"]
        os.execvpe(command[0], command, environment(home, TERM="xterm-256color", LANG="C.UTF-8"))  # noqa: S606
    sent, answered = b"", mute
    while select.select([fd], [], [], 60)[0]:
        try:
            chunk = os.read(fd, 65536)
        except OSError:
            break
        sent += chunk
        if not answered and LAST in sent:
            assert sent.count(WHERE) == len(widths)
            places = b"".join(b"\x1b[1;%dR" % (width + 1) for width in widths)
            os.write(fd, places + protocols + b"\x1b[?62;22c")
            answered = True
    os.close(fd)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, sent.decode()
    return re.sub(r"\x1b\[[0-9;]*m", "", sent.decode())


@pytest.mark.parametrize(("protocols", "word"), [(b"\x1b[?2026;2$y\x1b[?0u", "есть"), (b"\x1b[?2026;0$y", "нет")])
def test_a_terminal_that_draws_all_in_one_cell(seeded: Path, protocols: bytes, word: str) -> None:
    shown = doctor(seeded, [1] * 6, protocols)
    assert re.search(r"\+ +ширина знаков +верна", shown)
    assert len(re.findall(rf"\+ +(?:вывод без мерцания|клавиши по Kitty) +{word}", shown)) == 2


def test_a_sign_that_is_too_wide_is_named(seeded: Path) -> None:
    shown = doctor(seeded, [1, 1, 1, 2, 1, 2])
    assert re.search(r"\? +ширина знаков +◆ и\u0306", shown)
    assert "поможет другой шрифт" in shown


def test_a_mute_terminal_is_waited_for_no_longer_than_it_helps(seeded: Path) -> None:
    shown = doctor(seeded, [], mute=True)
    assert re.search(r"\? +ответ терминала +молчит", shown)
    assert "статей" in shown


def pressed(home: Path, *keys: bytes) -> list[str]:
    """What ``kgtui doctor --keys`` says of each key."""
    pid, fd = pty.fork()
    if pid == 0:
        command = [sys.executable, "-m", "kgtui", "doctor", "--keys"]
        os.execvpe(command[0], command, environment(home, TERM="xterm-256color", LANG="C.UTF-8"))  # noqa: S606
    said: list[str] = []
    text = b""
    for key in (b"", *keys, CTRL_C):
        if key:
            os.write(fd, key)
        if key == CTRL_C:
            break
        while not text.endswith(b"\n"):
            text += os.read(fd, 4096)
        said.append(text.decode().strip())
        text = b""
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(fd)
    return said


def test_keys_are_told_by_the_layout_and_the_protocol(tmp_path: Path) -> None:
    first, russian, control, kitty, idle, unknown = pressed(
        tmp_path, "ы".encode(), b"\x10", b"\x1b[1079;5u", b"\x05", b"\x1b[200~"
    )
    assert "Ctrl+C" in first
    assert russian.startswith("d1 8b")
    assert "Порядок списка" in russian
    assert control.split("  ")[-2:] == ["Ctrl+P", "Всё по имени"]
    assert kitty.split("  ")[-2:] == ["Ctrl+З", "Всё по имени"]
    assert idle.endswith("ничего не делает")
    assert unknown.endswith("не клавиша")


def test_keys_are_not_tried_without_a_terminal(kgtui: Kgtui) -> None:
    refused = kgtui("doctor", "--keys")
    assert refused.code == 2
    assert "в терминале" in refused.err
