"""Over a real SSH line: the main job, what it costs, and what is left when the line breaks."""

from __future__ import annotations

import os
import select
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.tui.terminal import CTRL_Q, ENTER, Terminal, assert_restored, environment, own_folders, settle

from .line import Line
from .server import Server

GONE_WITHIN = 2.0  # seconds, once the line has broken
OVERHEAD = 3.0  # what packets, their padding and sums may add to small pieces of a screen


@contextmanager
def over_ssh(server: Server, line: Line, library: Path, home: Path, *arguments: str) -> Iterator[Terminal]:
    """kgtui at the far end of a line; its process is ``far_process`` of the home."""
    folders = [f"{name}={value}" for name, value in own_folders(home).items()]
    program = [sys.executable, "-m", "kgtui", "--library", str(library), "--lang", "ru", *arguments]
    start = shlex.join(["env", "LANG=C.UTF-8", "COLORTERM=truecolor", *folders, *program])
    place, process = (shlex.quote(str(path)) for path in (Path(__file__).parents[2], home / "process"))
    remote = f"cd {place} && echo $$ >{process} && exec {start}"
    with Terminal(server.client(line.port, remote), environment(HOME=str(home))) as terminal:
        yield terminal


def far_process(home: Path) -> int:
    return int((home / "process").read_text())


def search(terminal: Terminal) -> None:
    terminal.wait_for("1 из 5", "Кыргызстан 5")
    terminal.press("/", "касымалиеву")
    terminal.wait_for("Найдено 4 из 5")
    terminal.press(ENTER)
    terminal.press(ENTER)
    terminal.wait_for("Заседание в узком составе")


def test_the_main_job_and_its_bytes(server: Server, library: Path, tmp_path: Path) -> None:
    with Line(server.port) as line, over_ssh(server, line, library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        settle(terminal)
        assert line.sent <= 30_000  # the greeting of the server too
        before = line.sent
        terminal.press("/", "касымалиеву")
        terminal.wait_for("Найдено 4 из 5")
        settle(terminal)
        assert line.sent - before <= 20_000
        before = line.sent
        terminal.press(ENTER)
        terminal.press(ENTER)
        terminal.wait_for("Заседание в узком составе")
        settle(terminal)
        assert line.sent - before <= 12_000
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert_restored(terminal)


def _client_killed(terminal: Terminal, _line: Line) -> None:
    os.kill(terminal.pid, 9)


def _line_cut(_terminal: Terminal, line: Line) -> None:
    line.cut()


def _window_closed(terminal: Terminal, _line: Line) -> None:
    terminal.hang_up()


@pytest.mark.parametrize("broken", [_client_killed, _line_cut, _window_closed], ids=lambda broken: broken.__name__[1:])
def test_a_broken_line_ends_it_and_loses_nothing(
    server: Server, library: Path, tmp_path: Path, broken: Callable[[Terminal, Line], None]
) -> None:
    with Line(server.port) as line:
        with over_ssh(server, line, library, tmp_path) as terminal:
            search(terminal)
            process = os.pidfd_open(far_process(tmp_path))
            broken(terminal, line)
            ended, _, _ = select.select([process], [], [], GONE_WITHIN)
            os.close(process)
            assert ended
        with over_ssh(server, line, library, tmp_path) as terminal:
            terminal.wait_for("/ касымалиеву", "1 из 4", "Заседание в узком составе")
            terminal.press(CTRL_Q)
            assert terminal.wait_for_end() == 0
