"""``kgtui show ID``: an article with its entities marked."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import DONE
from kgtui.cli.naming import article_named
from kgtui.cli.session import Session
from kgtui.export import article_record
from kgtui.export.text import article_rows, entity_rows, fact_rows
from kgtui.locale import t
from kgtui.model import Article, Facts


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=t("cli.help.id"))
    add_format(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    with session.library() as library:
        article = article_named(library, arguments.id)
        facts = library.facts(article.number)
    if arguments.format == "json":
        session.output.json(_record(article, facts))
    else:
        _print(article, facts, session)
    return DONE


def _record(article: Article, facts: Facts) -> dict[str, object]:
    from kgtui.extraction.records import facts_record  # noqa: PLC0415 - for JSON only

    return article_record(article, facts_record(article.document, facts))


def _print(article: Article, facts: Facts, session: Session) -> None:
    """On a terminal lines are broken and entities marked and listed; elsewhere the text stands as it is."""
    output = session.output
    output.rows(article_rows(article, facts, width=output.width if output.is_terminal else None))
    if output.is_terminal:
        output.line("")
        output.rows(entity_rows(facts, width=output.width))
        output.rows(fact_rows(article.document.text, facts, width=output.width))
