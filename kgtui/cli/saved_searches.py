"""``kgtui search --save``, ``--new``, ``--saved``, ``--forget``: searches kept by name, and what is new in them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kgtui.cli.exits import DONE, NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.hits import print_hits
from kgtui.cli.problems import say_problems
from kgtui.cli.session import Session
from kgtui.cli.table import table_rows
from kgtui.cli.unindexed import say_unindexed
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.reader import SavedSearch


def save_search(name: str, query: str, session: Session) -> int:
    """What is misunderstood is said now: when the search is asked, nobody may be looking."""
    from kgtui import reader  # noqa: PLC0415 - not for --help
    from kgtui.search import parse_query  # noqa: PLC0415

    if not name.strip():
        raise Failure(t("errors.search_nameless"), USAGE)
    reader.save(name, query)
    say_problems(query, parse_query(query, session.settings.date_today()).problems, session.output)
    session.output.line(t("cli.search.saved", name=name, query=query))
    return DONE


def forget_search(arguments: argparse.Namespace, session: Session) -> int:
    from kgtui import reader  # noqa: PLC0415 - not for --help

    search = _named(arguments.forget)
    reader.forget(search.name)
    session.output.line(t("cli.search.forgotten", name=search.name, query=search.query))
    return DONE


def list_searches(arguments: argparse.Namespace, session: Session) -> int:
    """Each with the number of its new articles, which stay new."""
    from kgtui import reader  # noqa: PLC0415 - not for --help

    searches = reader.saved_searches().values()
    if not searches:
        session.output.talk(t("errors.search_none_saved"))
    with session.library() as library:
        rows = [
            (search.name, reader.new_articles(search, library, snippets=False).results.total, search.query)
            for search in searches
        ]
        say_unindexed(library, session.output)
    if arguments.format == "json":
        session.output.json([{"name": name, "new": new, "query": query} for name, new, query in rows])
    elif rows:
        session.output.rows(table_rows([t(f"cli.column.{name}") for name in ("search", "new", "query")], rows))
    return DONE if rows else NOTHING_FOUND


def print_new(arguments: argparse.Namespace, session: Session) -> int:
    """What has come since the search was last asked; that counts as shown once all of it has left."""
    from kgtui import reader  # noqa: PLC0415 - not for --help
    from kgtui.library import Sort  # noqa: PLC0415

    output, search = session.output, _named(arguments.new)
    with session.library() as library:
        new = library.new_articles(
            search.query, since=search.mark(library), sort=Sort(arguments.sort), limit=arguments.limit or 0
        )
        unindexed = say_unindexed(library, output)
        if new.results.total:
            print_hits(new.results, output, as_json=arguments.format == "json", unindexed=unindexed)
        if output.has_left() and not arguments.peek:
            reader.advance(search, library, new.change)
    return DONE if new.results.total else NOTHING_FOUND


def _named(name: str) -> SavedSearch:
    from kgtui import reader  # noqa: PLC0415 - not for --help

    searches = reader.saved_searches()
    if name in searches:
        return searches[name]
    if searches:
        raise Failure(t("errors.search_unknown_known", name=name, known=", ".join(searches)), USAGE)
    raise Failure(t("errors.search_unknown", name=name), USAGE)
