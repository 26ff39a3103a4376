"""The whole parser: options of the program, and one sub-parser a command."""

from __future__ import annotations

import argparse
import os
import re
import shlex
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from kgtui import __version__
from kgtui.cli.arguments import Parser, add_shared, speak_our_language
from kgtui.locale import LANGUAGES, t

if TYPE_CHECKING:
    from kgtui.cli.session import Session

COMMANDS = (
    "add",
    "remove",
    "search",
    "show",
    "country",
    "countries",
    "compare",
    "news",
    "marks",
    "entities",
    "figures",
    "timeline",
    "extract",
    "enrich",
    "correct",
    "rebuild",
    "keys",
    "stats",
    "doctor",
    "completion",
    "man",
)


class Command(Protocol):
    """What the module of a command holds."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments to its parser."""

    def run(self, arguments: argparse.Namespace, session: Session) -> int:
        """Do it, and give the exit code."""


def command_named(name: str) -> Command:
    """The module of a command: imported only when it is asked for, as the screen needs none of them."""
    module: Command = import_module(f"kgtui.cli.{name}")
    return module


_PATHS = ("library", "paths", "queries", "output")  # these may be named by any bytes
_NO_TEXT = re.compile("[\ud800-\udfff]")


def build_parser(arguments: Sequence[str]) -> Parser:
    """The parser of these arguments in the current language: only the commands among them are configured.

    ``command`` of what it gives is None where the screen is wanted.
    """
    speak_our_language()
    parser = Parser(prog="kgtui", description=t("cli.description"), epilog=t("cli.epilog"))
    parser.add_argument("--version", action="version", version=f"kgtui {__version__}", help=t("cli.argparse.version"))
    parser.add_argument("-q", "--query", metavar=t("cli.metavar.query"), help=t("cli.help.query"))
    parser.add_argument("--no-mouse", dest="mouse", action="store_const", const=False, help=t("cli.help.no_mouse"))
    parser.add_argument("--low-bandwidth", action="store_const", const=True, help=t("cli.help.low_bandwidth"))
    add_shared(parser)
    commands = parser.add_subparsers(dest="command", title=t("cli.group.commands"), metavar=t("cli.metavar.command"))
    for name in COMMANDS:
        text = {part: t(f"cli.{name}.{part}") for part in ("help", "about", "examples")}
        epilog = f"{t('cli.group.examples')}:\n{text['examples']}"
        sub = commands.add_parser(
            name, prog=f"kgtui {name}", help=text["help"], description=text["about"], epilog=epilog
        )
        if name in arguments:
            command_named(name).configure(sub)
            add_shared(sub)
    parser.set_defaults(library=None, lang=None, as_of=None)
    return parser


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, read. What is wrong with them is said, and the program left with 2."""
    parser = build_parser(arguments)
    if arguments and arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
        parser.error(_no_command(arguments[0]))
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        said = t("cli.argparse.unrecognized") % " ".join(unknown)
        parser.error("\n".join([said, *_meant_as_query(options, unknown), *_meant_as_person(options, unknown)]))
    for name, value in vars(options).items():
        if name not in _PATHS:
            setattr(options, name, _as_text(value))
    return options


def _as_text(value: object) -> object:
    """What the terminal sent in another encoding than UTF-8 is no text: a sign stands for each of its bytes."""
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value


def _no_command(name: str) -> str:
    """A word that is no command: what it may be, a slip, something to read, else what one looks for."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where there is something to say

    said, quoted = t("errors.no_command", name=name), shlex.quote(name)
    if likely := get_close_matches(name, COMMANDS, n=1):
        return f"{said} {t('errors.command_meant', command=likely[0])}"
    if os.path.exists(name):  # noqa: PTH110 - pathlib raises where it cannot be a path
        return f"{said} {t('errors.command_add', quoted=quoted)}"
    return f"{said} {t('errors.command_looks', quoted=quoted)}"


def _meant_as_query(options: argparse.Namespace, unknown: Sequence[str]) -> list[str]:
    """How to ask without a word: «-посол» looks like an option."""
    if options.command != "search" or any(word.startswith("--") for word in unknown):
        return []
    return [t("errors.minus_after_dashes", query=shlex.quote(" ".join([*options.words, *unknown])))]


def _meant_as_person(options: argparse.Namespace, unknown: Sequence[str]) -> list[str]:
    """Whom a timeline is of stands behind an option, unlike whom a brief is of."""
    if options.command != "timeline" or any(word.startswith("-") for word in unknown):
        return []
    return [t("errors.timeline_of_whom", quoted=shlex.quote(" ".join(unknown)))]


def wanted_language(arguments: Sequence[str]) -> str | None:
    """The language that the arguments name; asked before there is a parser, which needs one to be built."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        option, equals, value = argument.partition("=")
        if option == "--lang":
            wanted = value if equals else "".join(arguments[place + 1 : place + 2])
            return wanted if wanted in LANGUAGES else None
    return None
