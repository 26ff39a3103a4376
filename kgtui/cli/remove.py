"""``kgtui remove ID…``: articles out of the library. All that are named, or none where one name is wrong."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format, add_lines
from kgtui.cli.exits import DONE
from kgtui.cli.naming import article_named
from kgtui.cli.session import Session
from kgtui.locale import t
from kgtui.terminal import one_line


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help=t("cli.help.id"))
    add_format(parser)
    add_lines(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    with session.library() as library:
        named = [article_named(library, wanted).headline for wanted in arguments.ids]
        titles = {headline.id: headline.title for headline in named}
        library.remove(*titles)
    record = {"removed": [{"id": id_, "title": title} for id_, title in titles.items()]}
    if arguments.jsonl:
        session.output.json_line(record)
    elif arguments.format == "json":
        session.output.json(record)
    else:
        for id_, title in titles.items():
            session.output.line(one_line(t("cli.remove.done", id=id_, title=title)))
    return DONE
