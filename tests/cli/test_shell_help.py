"""What a shell is given: completions that the shells themselves take, and a manual page that roff takes."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from kgtui.cli.completion import SHELLS
from kgtui.cli.parser import COMMANDS

from .conftest import Kgtui

REQUESTS = {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".I", ".nf", ".fi"}
BASH = """
source /dev/stdin
COMP_WORDS=({words}) COMP_CWORD=$(({count} - 1))
_shtab_kgtui
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def offered_by_bash(script: str, *words: str) -> list[str]:
    asking = BASH.format(words=" ".join(f"'{word}'" for word in words), count=len(words))
    ran = subprocess.run(["/bin/bash", "-c", asking], input=script, capture_output=True, text=True, check=True)
    return ran.stdout.split()


def test_bash_offers_commands_options_and_values(kgtui: Kgtui) -> None:
    script = kgtui("completion", "bash").out
    assert offered_by_bash(script, "kgtui", "st") == ["stats"]
    assert set(COMMANDS) <= set(offered_by_bash(script, "kgtui", ""))
    assert "--sort" in offered_by_bash(script, "kgtui", "search", "--so")
    assert offered_by_bash(script, "kgtui", "show", "--lang", "") == ["ru", "en"]


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_takes_its_completions(kgtui: Kgtui, shell: str) -> None:
    made = kgtui("completion", shell)
    assert (made.code, made.err) == (0, "")
    assert all(command in made.out for command in COMMANDS)
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=made.out, text=True, check=True)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_manual_tells_all_that_the_parser_takes(kgtui: Kgtui, language: str) -> None:
    page = kgtui("man", "--lang", language).out
    lines = page.splitlines()
    assert {line.split()[0] for line in lines if line.startswith(".")} <= REQUESTS
    plain = page.replace("\\-", "-")
    assert all(f'.SS "kgtui {command}"' in plain for command in COMMANDS)
    for command in COMMANDS:
        help_ = kgtui(command, "--help", "--lang", language).out
        assert all(option in plain for option in re.findall(r"(?<=\s)--[a-z-]+", help_))


MANDOC = shutil.which("mandoc")


@pytest.mark.skipif(MANDOC is None, reason="mandoc is not installed")
def test_the_manual_is_without_fault(kgtui: Kgtui) -> None:
    page = kgtui("man").out
    lint = [str(MANDOC), "-T", "lint", "-W", "warning"]
    ran = subprocess.run(lint, input=page, capture_output=True, text=True, check=False)
    assert [line for line in ran.stdout.splitlines() if "missing date" not in line] == []
