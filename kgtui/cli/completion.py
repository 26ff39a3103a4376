"""``kgtui completion``: what a shell offers after ``kgtui``, made from the parser."""

from __future__ import annotations

import argparse

from kgtui.cli.exits import DONE
from kgtui.cli.parser import COMMANDS, build_parser
from kgtui.cli.session import Session
from kgtui.locale import t

SHELLS = ("bash", "zsh", "fish")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help=t("cli.help.shell"))


def run(arguments: argparse.Namespace, session: Session) -> int:
    import shtab  # noqa: PLC0415 - for this command alone

    parser = build_parser(COMMANDS)
    for each in (parser, *_subparsers(parser)):
        _offer_paths(each)
    session.output.line(shtab.complete(parser, shell=arguments.shell))
    return DONE


def _subparsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    return [sub for action in parser._actions if isinstance(action.choices, dict) for sub in action.choices.values()]


def _offer_paths(parser: argparse.ArgumentParser) -> None:
    """Let the shell offer files where the help says that a path is wanted."""
    import shtab  # noqa: PLC0415 - as above

    wanted = (t("cli.metavar.path"), t("cli.metavar.file"))
    for action in parser._actions:
        if action.metavar in wanted:
            vars(action)["complete"] = shtab.DIRECTORY if action.dest == "library" else shtab.FILE
