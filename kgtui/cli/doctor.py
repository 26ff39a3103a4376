"""``kgtui doctor``: what is wrong with terminal, library and install."""

from __future__ import annotations

import argparse
import sys

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import DONE, LIBRARY_UNUSABLE, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.health import Health
from kgtui.cli.own_keys import use_own_keys
from kgtui.cli.session import Session
from kgtui.export import Mark, Piece, Row
from kgtui.locale import t
from kgtui.terminal import one_line


def configure(parser: argparse.ArgumentParser) -> None:
    add_format(parser)
    parser.add_argument("--keys", action="store_true", help=t("cli.help.try_keys"))


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 3 where the library cannot be used, else 0: all else is advice."""
    if arguments.keys:
        return _try_keys(session)
    from kgtui.cli.checks import all_checks  # noqa: PLC0415 - not for --help

    checks = all_checks(session)
    if arguments.format == "json":
        session.output.json(
            [
                {"room": c.room, "name": c.name, "value": c.value, "health": c.health.value, "advice": c.advice}
                for c in checks
            ]
        )
    else:
        width = max(len(t(f"cli.doctor.{check.name}")) for check in checks)
        for check in checks:
            name = t(f"cli.doctor.{check.name}").ljust(width)
            mark = t(f"cli.health.{check.health.value}")
            session.output.rows(_rows(mark, name, check.value, check.advice))
    return LIBRARY_UNUSABLE if any(check.health is Health.BROKEN for check in checks) else DONE


def _try_keys(session: Session) -> int:
    from kgtui.cli.key_trial import try_keys  # noqa: PLC0415 - for this option alone

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failure(t("errors.keys_without_terminal"), USAGE)
    use_own_keys(session.settings)
    try_keys(session.output)
    return DONE


def _rows(mark: str, name: str, value: str, advice: str) -> list[Row]:
    rows: list[Row] = [(Piece(f"{mark}  "), Piece(f"{name}  ", Mark.FAINT), Piece(one_line(value)))]
    if advice:
        rows.append((Piece(f"{' ' * (len(mark) + 2)}{one_line(advice)}"),))
    return rows
