"""``kgtui add PATH…``: files and folders into the library, with what was taken, what not, and why."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format, add_lines
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.paths import count_named, read_named
from kgtui.cli.progress import Progress
from kgtui.cli.session import Session
from kgtui.cli.skipping import skipped_record, skipped_text
from kgtui.cli.unindexed import say_unindexed
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.intake import IntakeReport


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar=t("cli.metavar.path"), help=t("cli.help.paths"))
    add_format(parser)
    add_lines(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 0 where at least one article was taken or was there already, else 1: there was nothing to be had."""
    from kgtui.intake import take_in_documents  # noqa: PLC0415 - not for --help

    lines = session.output if arguments.jsonl else None
    with session.library_to_fill() as library:
        with Progress(t("cli.add.progress"), lines) as progress:
            report = take_in_documents(
                read_named(arguments.paths), library, of=count_named(arguments.paths), progress=progress.step
            )
        say_unindexed(library, session.output)
    for skipped in report.skipped:
        session.output.talk(skipped_text(skipped))
    if lines:
        lines.json_line(_record(report))
    elif arguments.format == "json":
        session.output.json(_record(report))
    else:
        session.output.line(_sentence(report))
    return DONE if report.added or report.updated or report.unchanged else NOTHING_FOUND


def _sentence(report: IntakeReport) -> str:
    return t(
        "cli.add.done",
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
        skipped=len(report.skipped),
    )


def _record(report: IntakeReport) -> dict[str, object]:
    return {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": [skipped_record(skipped) for skipped in report.skipped],
    }
