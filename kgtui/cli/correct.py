"""``kgtui correct``: a fact hidden or mended, two names made one; undone, listed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.locale import t
from kgtui.model import RENAMEABLE

_Action = Callable[[argparse.Namespace, Session], int]


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar=t("cli.metavar.correction"), help=t("cli.help.correction"))
    parser.add_argument("--list", action="store_true", help=t("cli.help.correct_list"))
    parser.add_argument("--kind", choices=[kind.value for kind in RENAMEABLE], help=t("cli.help.correct_kind"))
    parser.add_argument("--shared", action="store_true", help=t("cli.help.shared"))
    add_format(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 1 where what is to be corrected is not there."""
    action = _action(arguments.words, list_alone=arguments.list)
    if action is None:
        raise Failure(t("errors.correct_grammar"), USAGE)
    return action(arguments, session)


def _action(words: Sequence[str], *, list_alone: bool) -> _Action | None:
    from kgtui.cli import correct_facts as of_facts  # noqa: PLC0415 - not for --help
    from kgtui.cli import correct_log as of_log  # noqa: PLC0415
    from kgtui.cli import correct_names as of_names  # noqa: PLC0415

    by_name: dict[tuple[str, int], _Action] = {
        ("log", 1): of_log.print_log,
        ("undo", 1): of_log.undo,
        ("merge", 3): of_names.merge,
        ("split", 2): of_names.split,
        ("rename", 3): of_names.rename,
    }
    if words[0] in {name for name, _ in by_name}:
        return by_name.get((words[0], len(words)))
    if len(words) == 1 or list_alone:
        return of_facts.print_facts if len(words) == 1 else None
    if len(words) == 3 and words[2] == "hide":
        return of_facts.hide
    return of_facts.amend if len(words) > 3 and words[2] == "set" else None
