"""Help, usage and errors in both languages; argparse speaks ours."""

from __future__ import annotations

import argparse
import ast
import inspect
import re

import pytest

from kgtui.cli import arguments
from kgtui.cli.parser import COMMANDS, build_parser, wanted_language
from kgtui.locale import catalogue, use_language

from .conftest import Kgtui

pytestmark = pytest.mark.xdist_group("cli-help")

# Said to the programmer who configures a parser, or of options that this program does not have.
NOT_FOR_READERS = re.compile(
    r"conflicting|is not callable|dest= is required|invalid conflict_resolution|invalid option string|__call__|"
    r"cannot merge|mutually exclusive|'required' is|can't open|argument \"-\" with mode|deprecated|warning|"
    r"cannot have multiple|default: %|expected %s argument|show program's version"
)


def said_by_argparse() -> set[str]:
    """What the running Python's argparse has translated."""
    tree = ast.parse(inspect.getsource(argparse))
    return {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and isinstance(node.args[0], ast.Constant)
    }


def test_all_that_argparse_says_to_a_reader_is_in_the_catalogue() -> None:
    said = {text for text in said_by_argparse() if not NOT_FOR_READERS.search(text)}
    assert said - set(arguments._ARGPARSE_WORDS) == set()


def test_the_words_of_argparse_are_its_own_in_english() -> None:
    english = catalogue("en", "cli")
    russian = catalogue("ru", "cli")
    for text, key in arguments._ARGPARSE_WORDS.items():
        assert english[key] == text
        assert re.findall(r"%\S", str(russian[key])).sort() == re.findall(r"%\S", text).sort()


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_command_has_help_with_examples(name: str, language: str) -> None:
    use_language(language)
    try:
        actions = build_parser([name])._subparsers._group_actions[0].choices  # type: ignore[union-attr]
        text = actions[name].format_help()  # type: ignore[index]
    finally:
        use_language("ru")
    assert f"  kgtui {name}" in text
    assert ("примеры:" if language == "ru" else "examples:") in text
    assert ("вызов: kgtui" if language == "ru" else "usage: kgtui") in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_help_in_russian(kgtui: Kgtui) -> None:
    shown = kgtui("--help")
    assert (shown.code, shown.err) == (0, "")
    for words in ("вызов:", "параметры:", "команды:", "показать эту справку"):
        assert words in shown.out
    assert not re.search(r"\b(usage|options|show|positional)\b:?", re.sub(r"\n    \w+ ", "", shown.out))
    assert set(COMMANDS) <= set(shown.out.split())


def test_help_in_english(kgtui: Kgtui) -> None:
    shown = kgtui("--help", "--lang", "en")
    assert shown.out.startswith("usage: kgtui")
    assert not re.search("[а-яё]", shown.out)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["Узбекистан"], "kgtui country 'Узбекистан'"),
        (["serach"], "Может быть: kgtui search"),
        (["/"], "kgtui add /"),
        (["timeline", "Касымалиев"], "kgtui timeline --person 'Касымалиев'"),
        (["search", "x", "--limit", "-1"], "--limit"),
        (["search", "x", "--limit", "²"], "'²' — не число строк"),
        (["search", "x", "--format", "docx"], "неизвестное значение 'docx'"),
        (["stats", "--bogus"], "непонятные аргументы: --bogus"),
        (["add"], "не хватает аргументов: ПУТЬ"),
        (["stats", "--as-of", "вчера"], "'вчера' — не дата"),
        (["stats", "--as-of"], "нужно одно значение"),
        (["country"], "не хватает аргументов: НАЗВАНИЕ"),
    ],
)
def test_usage_errors(kgtui: Kgtui, call: list[str], said: str) -> None:
    wrong = kgtui(*call)
    assert (wrong.code, wrong.out) == (2, "")
    assert said in wrong.err
    assert "ошибка:" in wrong.err
    assert "argument " not in wrong.err
    assert "--help" in wrong.err


def test_language_by_option_environment_and_locale(kgtui: Kgtui) -> None:
    assert "usage:" in kgtui("--lang=en", "nosuch").err
    assert "usage:" in kgtui("nosuch", KGTUI_LANG="en").err
    assert "usage:" in kgtui("nosuch", LANG="en_GB.UTF-8").err
    assert "вызов:" in kgtui("nosuch", LANG="de_DE.UTF-8").err
    assert "вызов:" in kgtui("--lang", "ru", "nosuch", LANG="en_GB.UTF-8").err
    assert "вызов:" in kgtui("--lang", "xx", "stats").err


def test_the_language_wanted_is_found_before_there_is_a_parser() -> None:
    assert wanted_language(["stats", "--lang", "en"]) == "en"
    assert wanted_language(["--lang=ru"]) == "ru"
    assert wanted_language(["--lang"]) is None
    assert wanted_language(["search", "--", "--lang", "en"]) is None


def test_version(kgtui: Kgtui) -> None:
    shown = kgtui("--version")
    assert shown.code == 0
    assert re.fullmatch(r"kgtui \d+\.\d+\.\d+\n", shown.out)


def test_control_characters_of_the_call_are_not_sent_back(kgtui: Kgtui) -> None:
    assert "\x1b" not in kgtui("\x1b[31mnosuch").err
    assert "\x1b" not in kgtui("country", "\x1b]0;x\x07").err
    assert "\x1b" not in kgtui("search", "\x1bъъ").err
