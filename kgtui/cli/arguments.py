"""argparse in the interface's language, and the options that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from kgtui.locale import LANGUAGES, t
from kgtui.settings import day_named
from kgtui.terminal import terminal_safe

# What argparse says, by its own English words; those for the programmer who configures a parser are left out.
_ARGPARSE_WORDS = {
    "usage: ": "cli.argparse.usage",
    "%(prog)s: error: %(message)s\n": "cli.argparse.error",
    "%(heading)s:": "cli.argparse.heading",
    "positional arguments": "cli.argparse.positional",
    "options": "cli.argparse.options",
    "subcommands": "cli.argparse.subcommands",
    "show this help message and exit": "cli.argparse.help",
    "argument %(argument_name)s: %(message)s": "cli.argparse.argument",
    "ambiguous option: %(option)s could match %(matches)s": "cli.argparse.ambiguous",
    "expected one argument": "cli.argparse.expected_one",
    "expected at most one argument": "cli.argparse.expected_at_most_one",
    "expected at least one argument": "cli.argparse.expected_at_least_one",
    "ignored explicit argument %r": "cli.argparse.ignored",
    "invalid %(type)s value: %(value)r": "cli.argparse.invalid",
    "invalid choice: %(value)r (choose from %(choices)s)": "cli.argparse.choice",
    "not allowed with argument %s": "cli.argparse.not_allowed",
    "one of the arguments %s is required": "cli.argparse.one_required",
    "the following arguments are required: %s": "cli.argparse.required",
    "unexpected option string: %s": "cli.argparse.unexpected",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "cli.argparse.unknown_command",
    "unrecognized arguments: %s": "cli.argparse.unrecognized",
}

_ARGUMENT = "argument "


def speak_our_language() -> None:
    """Let argparse ask our catalogue for its words: it looks them up by the name ``_`` of its module."""
    vars(argparse).update(_=_word)


def _word(english: str) -> str:
    key = _ARGPARSE_WORDS.get(english)
    return t(key) if key else english


def _in_our_words(message: str) -> str:
    """Python 3.10 says which argument is wrong without asking the catalogue."""
    name, colon, rest = message.removeprefix(_ARGUMENT).partition(": ")
    if not (message.startswith(_ARGUMENT) and colon):
        return message
    return t("cli.argparse.argument") % {"argument_name": name, "message": rest}


class Parser(argparse.ArgumentParser):
    """A parser whose messages cannot carry control characters of the command line to the terminal."""

    def __init__(self, *, prog: str, description: str, epilog: str | None = None, add_help: bool = True) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            add_help=add_help,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message(terminal_safe(message), file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is. Exits with 2."""
        hint = t("cli.argparse.hint", prog=self.prog)
        super().error(f"{_in_our_words(message)}\n{hint}")


def add_shared(parser: argparse.ArgumentParser) -> None:
    """The options that stand before or after the command; absent ones leave no trace, so neither place wins."""
    group = parser.add_argument_group(t("cli.group.shared"))
    group.add_argument(
        "--library", metavar=t("cli.metavar.path"), default=argparse.SUPPRESS, help=t("cli.help.library")
    )
    group.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=t("cli.help.lang"))
    group.add_argument(
        "--as-of", type=day, metavar=t("cli.metavar.date"), default=argparse.SUPPRESS, help=t("cli.help.as_of")
    )


def add_format(parser: argparse.ArgumentParser, formats: Sequence[str] = ("text", "json")) -> None:
    parser.add_argument("--format", choices=formats, default=formats[0], help=t("cli.help.format"))
    parser.add_argument("--json", dest="format", action="store_const", const="json", help=t("cli.help.json"))


def add_lines(parser: argparse.ArgumentParser, *other_names: str) -> None:
    """``jsonl``: how far the run is and what it did, for the program that started it."""
    parser.add_argument("--jsonl", *other_names, action="store_true", help=t("cli.help.progress_jsonl"))


def add_limit(parser: argparse.ArgumentParser, usual: int = 0) -> None:
    """``limit`` is None where none is given; ``usual`` is what the command then takes for people to read."""
    help_text = t("cli.help.limit_usual", usual=usual) if usual else t("cli.help.limit")
    parser.add_argument("--limit", type=limit, default=None, metavar="N", help=help_text)


def limit(text: str) -> int:
    """A number of rows, 0 is all."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(t("errors.limit", value=text))
    return int(text)


def day(text: str) -> str:
    """A date as it was typed, checked."""
    try:
        day_named(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(t("errors.date", value=text)) from error
    return text
