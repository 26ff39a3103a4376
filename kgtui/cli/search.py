"""``kgtui search QUERY``: articles with any form of the words."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.queries import run_queries
from kgtui.cli.session import Session
from kgtui.export import Marking
from kgtui.locale import t

_LISTED = 20


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar=t("cli.metavar.query"), help=t("cli.help.words"))
    parser.add_argument("--queries", metavar=t("cli.metavar.file"), help=t("cli.help.queries"))
    add_format(parser)
    add_limit(parser, usual=_LISTED)


def run(arguments: argparse.Namespace, session: Session) -> int:
    if bool(arguments.words) == bool(arguments.queries):
        raise Failure(t("errors.query_or_queries"), USAGE)
    if arguments.queries:
        return run_queries(arguments.queries, arguments.limit or 0, session)
    return _search(" ".join(arguments.words), arguments, session)


def _search(query: str, arguments: argparse.Namespace, session: Session) -> int:
    from kgtui.export.results import results_record, results_rows  # noqa: PLC0415 - not for --help

    as_json = arguments.format == "json"
    usual = 0 if as_json else _LISTED
    limit = usual if arguments.limit is None else arguments.limit
    with session.library() as library:
        results = library.search(query, limit=limit, facets=as_json)
    if as_json:
        session.output.json(results_record(results))
    else:
        session.output.rows(results_rows(results, width=session.output.width), elsewhere=Marking.SIGNS)
    if not results.total:
        session.output.talk(t("errors.no_hits", query=query))
        return NOTHING_FOUND
    if results.read_as:
        session.output.talk(t("cli.search.read_as", query=query, read_as=results.read_as))
    if not as_json:
        session.output.talk(_total(results.total, len(results.hits)))
    return DONE


def _total(total: int, shown: int) -> str:
    if shown < total:
        return t("cli.search.shown", articles=t("common.articles", count=total), shown=shown)
    return t("cli.search.found", articles=t("common.articles", count=total))
