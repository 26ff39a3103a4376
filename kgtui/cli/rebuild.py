"""``kgtui rebuild``: the index anew from the record, or what it lacks, or the facts from the texts."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format, add_lines
from kgtui.cli.exits import DONE
from kgtui.cli.output import Output
from kgtui.cli.progress import Progress
from kgtui.cli.session import Session
from kgtui.locale import t


def configure(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--facts", dest="what", action="store_const", const="facts", help=t("cli.help.facts"))
    what.add_argument("--missing", dest="what", action="store_const", const="missing", help=t("cli.help.missing"))
    parser.set_defaults(what="index")
    add_format(parser)
    add_lines(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    lines = session.output if arguments.jsonl else None
    articles = {"index": _index, "facts": _facts, "missing": _missing}[arguments.what](session, lines)
    if lines:
        lines.json_line({"articles": articles})
    elif arguments.format == "json":
        session.output.json({"articles": articles})
    else:
        session.output.line(t(f"cli.rebuild.done.{arguments.what}", articles=t("common.articles", count=articles)))
    return DONE


def _index(session: Session, lines: Output | None) -> int:
    with session.library() as library, Progress(t("cli.rebuild.progress"), lines) as progress:
        library.rebuild(progress=progress.step)
        return library.count()


def _missing(session: Session, lines: Output | None) -> int:
    with session.library() as library, Progress(t("cli.rebuild.progress"), lines) as progress:
        articles = library.index_lacks()
        library.catch_up(progress=progress.step)
        return articles


def _facts(session: Session, lines: Output | None) -> int:
    from kgtui.intake import renew_facts  # noqa: PLC0415 - not for --help

    with session.library() as library, Progress(t("cli.rebuild.facts_progress"), lines) as progress:
        return renew_facts(library, progress=progress.step)
