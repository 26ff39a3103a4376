"""``kgtui search QUERY``: articles with any form of the words."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.hits import print_hits
from kgtui.cli.naming import article_named
from kgtui.cli.problems import say_problems
from kgtui.cli.queries import run_queries
from kgtui.cli.saved_searches import forget_search, list_searches, print_new, save_search
from kgtui.cli.session import Session
from kgtui.cli.unindexed import say_unindexed
from kgtui.locale import t

_LISTED = 20
_SORTS = ("relevance", "newest", "oldest")  # the values of `Sort`, which is not imported for --help


def configure(parser: argparse.ArgumentParser) -> None:
    parser.description = f"{parser.description}\n\n{t('cli.search.language')}"
    parser.add_argument("words", nargs="*", metavar=t("cli.metavar.query"), help=t("cli.help.words"))
    parser.add_argument("--queries", metavar=t("cli.metavar.file"), help=t("cli.help.queries"))
    parser.add_argument("--save", metavar=t("cli.metavar.name"), help=t("cli.help.save"))
    parser.add_argument("--new", metavar=t("cli.metavar.name"), help=t("cli.help.new"))
    parser.add_argument("--saved", action="store_true", help=t("cli.help.saved"))
    parser.add_argument("--forget", metavar=t("cli.metavar.name"), help=t("cli.help.forget"))
    parser.add_argument("--peek", action="store_true", help=t("cli.help.peek"))
    parser.add_argument("--like", metavar="ID", help=t("cli.help.like"))
    parser.add_argument("--sort", choices=_SORTS, default=_SORTS[0], help=t("cli.help.sort"))
    add_format(parser)
    add_limit(parser, usual=_LISTED)


def run(arguments: argparse.Namespace, session: Session) -> int:
    query = " ".join(arguments.words)
    instead = [answer for option, answer in _INSTEAD.items() if getattr(arguments, option)]
    asked = bool(query.strip())
    if len(instead) + asked != 1 or (arguments.save is not None and not asked):
        raise Failure(t("errors.query_or_queries"), USAGE)
    if arguments.peek and arguments.new is None:
        raise Failure(t("errors.peek_without_new"), USAGE)
    if instead:
        return instead[0](arguments, session)
    if arguments.save is not None:
        return save_search(arguments.save, query, session)
    return _search(query, arguments, session)


def _search(query: str, arguments: argparse.Namespace, session: Session) -> int:
    from kgtui.library import Sort  # noqa: PLC0415 - not for --help

    as_json = arguments.format == "json"
    usual = 0 if as_json else _LISTED
    limit = usual if arguments.limit is None else arguments.limit
    with session.library() as library:
        results = library.search(query, sort=Sort(arguments.sort), limit=limit, facets=as_json)
        unindexed = say_unindexed(library, session.output)
    if not results.read_as:  # which says all that was made of it
        say_problems(query, results.problems, session.output)
    print_hits(results, session.output, as_json=as_json, unindexed=unindexed)
    if not results.total:
        session.output.talk(t("errors.no_hits", query=query))
        return NOTHING_FOUND
    if results.read_as:
        session.output.talk(t("cli.search.read_as", query=query, read_as=results.read_as))
    if not as_json:
        session.output.talk(_total(results.total, len(results.hits)))
    return DONE


def _queries(arguments: argparse.Namespace, session: Session) -> int:
    return run_queries(arguments.queries, arguments.sort, arguments.limit or 0, session)


def _like(arguments: argparse.Namespace, session: Session) -> int:
    limit = _LISTED if arguments.limit is None else arguments.limit
    with session.library() as library:
        article = article_named(library, arguments.like)
        results = library.like(article.number, limit)
        unindexed = say_unindexed(library, session.output)
    print_hits(results, session.output, as_json=arguments.format == "json", unindexed=unindexed)
    if not results.total:
        session.output.talk(t("errors.nothing_like", title=article.document.title))
    return DONE if results.total else NOTHING_FOUND


def _total(total: int, shown: int) -> str:
    if shown < total:
        return t("cli.search.shown", articles=t("common.articles", count=total), shown=shown)
    return t("cli.search.found", articles=t("common.articles", count=total))


# What is answered instead of a query, by the option that asks for it.
_INSTEAD: Mapping[str, Callable[[argparse.Namespace, Session], int]] = {
    "queries": _queries,
    "new": print_new,
    "saved": list_searches,
    "forget": forget_search,
    "like": _like,
}
