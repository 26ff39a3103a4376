"""``kgtui rebuild``: the index anew from the record."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import DONE
from kgtui.cli.progress import Progress
from kgtui.cli.session import Session
from kgtui.locale import t


def configure(parser: argparse.ArgumentParser) -> None:
    add_format(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    with session.library() as library, Progress(t("cli.rebuild.progress")) as progress:
        library.rebuild(progress=progress.step)
        articles = library.stats().articles
    if arguments.format == "json":
        session.output.json({"articles": articles})
    else:
        session.output.line(t("cli.rebuild.done", articles=t("common.articles", count=articles)))
    return DONE
