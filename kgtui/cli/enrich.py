"""``kgtui enrich``: the recogniser reads the articles that it has not read yet."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_limit
from kgtui.cli.exits import DONE
from kgtui.cli.progress import Progress
from kgtui.cli.session import Session
from kgtui.locale import t


def configure(parser: argparse.ArgumentParser) -> None:
    add_limit(parser)
    parser.add_argument("--jsonl", "--json", action="store_true", help=t("cli.help.enrich_jsonl"))


def run(arguments: argparse.Namespace, session: Session) -> int:
    from kgtui.enrichment import enrich  # noqa: PLC0415 - not for --help

    def step(done: int, total: int) -> None:
        progress.step(done, total)
        if arguments.jsonl:
            session.output.json_line({"done": done, "of": total})

    with session.library() as library, Progress(t("cli.enrich.progress")) as progress:
        articles = enrich(library, limit=arguments.limit or 0, progress=step)
    if not arguments.jsonl:
        session.output.line(t("cli.enrich.done", articles=t("common.articles", count=articles)))
    return DONE
