"""``kgtui enrich``: the recogniser reads the articles that it has not read yet."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_limit, add_lines
from kgtui.cli.exits import DONE
from kgtui.cli.progress import Progress
from kgtui.cli.session import Session
from kgtui.locale import t


def configure(parser: argparse.ArgumentParser) -> None:
    add_limit(parser)
    add_lines(parser, "--json")


def run(arguments: argparse.Namespace, session: Session) -> int:
    from kgtui.enrichment import enrich  # noqa: PLC0415 - not for --help

    lines = session.output if arguments.jsonl else None
    with session.library() as library, Progress(t("cli.enrich.progress"), lines) as progress:
        articles = enrich(library, limit=arguments.limit or 0, progress=progress.step)
    if lines:
        lines.json_line({"articles": articles})
    else:
        session.output.line(t("cli.enrich.done", articles=t("common.articles", count=articles)))
    return DONE
