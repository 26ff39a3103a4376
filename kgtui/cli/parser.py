"""The whole parser: options of the program, and one sub-parser a command."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kgtui import __version__
from kgtui.cli import add, countries, country, doctor, entities, extract, rebuild, search, show, stats
from kgtui.cli.arguments import Parser, add_shared, speak_our_language
from kgtui.cli.session import Session
from kgtui.locale import LANGUAGES, t


@dataclass(frozen=True, slots=True)
class Command:
    """``configure`` adds a command's arguments to its parser, ``run`` does it and gives the exit code."""

    name: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Session], int]


COMMANDS = tuple(
    Command(name, module.configure, module.run)
    for name, module in (
        ("add", add),
        ("search", search),
        ("show", show),
        ("country", country),
        ("countries", countries),
        ("entities", entities),
        ("extract", extract),
        ("rebuild", rebuild),
        ("stats", stats),
        ("doctor", doctor),
    )
)


def build_parser() -> Parser:
    """The parser in the current language. ``command`` of what it gives is None where the screen is wanted."""
    speak_our_language()
    parser = Parser(prog="kgtui", description=t("cli.description"), epilog=t("cli.epilog"))
    parser.add_argument("--version", action="version", version=f"kgtui {__version__}", help=t("cli.argparse.version"))
    parser.add_argument("-q", "--query", metavar=t("cli.metavar.query"), help=t("cli.help.query"))
    add_shared(parser)
    commands = parser.add_subparsers(dest="command", title=t("cli.group.commands"), metavar=t("cli.metavar.command"))
    for command in COMMANDS:
        text = {part: t(f"cli.{command.name}.{part}") for part in ("help", "about", "examples")}
        epilog = f"{t('cli.group.examples')}:\n{text['examples']}"
        sub = commands.add_parser(
            command.name, prog=f"kgtui {command.name}", help=text["help"], description=text["about"], epilog=epilog
        )
        command.configure(sub)
        add_shared(sub)
    parser.set_defaults(library=None, lang=None, as_of=None)
    return parser


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
