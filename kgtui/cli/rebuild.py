"""``kgtui rebuild``: the index anew from the record, or the facts from the texts."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import DONE
from kgtui.cli.progress import Progress
from kgtui.cli.session import Session
from kgtui.locale import t


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--facts", action="store_true", help=t("cli.help.facts"))
    add_format(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    articles = _facts(session) if arguments.facts else _index(session)
    if arguments.format == "json":
        session.output.json({"articles": articles})
    else:
        what = "facts_done" if arguments.facts else "done"
        session.output.line(t(f"cli.rebuild.{what}", articles=t("common.articles", count=articles)))
    return DONE


def _index(session: Session) -> int:
    with session.library() as library, Progress(t("cli.rebuild.progress")) as progress:
        library.rebuild(progress=progress.step)
        return library.count()


def _facts(session: Session) -> int:
    from kgtui.intake import renew_facts  # noqa: PLC0415 - not for --help

    with session.library() as library, Progress(t("cli.rebuild.facts_progress")) as progress:
        return renew_facts(library, progress=progress.step)
