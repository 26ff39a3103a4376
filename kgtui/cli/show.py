"""``kgtui show ID``: an article with its entities marked."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.export import article_record
from kgtui.export.text import article_rows, entity_rows
from kgtui.locale import t
from kgtui.model import Article, Facts

if TYPE_CHECKING:
    from kgtui.library import Library

_OFFERED = 5


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=t("cli.help.id"))
    add_format(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    with session.library() as library:
        article = _article(library, arguments.id)
        facts = library.facts(article.number)
    if arguments.format == "json":
        session.output.json(_record(article, facts))
    else:
        _print(article, facts, session)
    return DONE


def _article(library: Library, wanted: str) -> Article:
    """The article of an id, or of the beginning of one that no other id shares."""
    if article := library.article_by_id(wanted):
        return article
    close = [headline for headline in library.headlines(library.numbers()) if headline.id.startswith(wanted)]
    if len(close) == 1 and (article := library.article(close[0].number)):
        return article
    if close:
        offered = "\n".join(f"  {headline.id}  {headline.title}" for headline in close[:_OFFERED])
        raise Failure(t("errors.id_ambiguous", id=wanted, offered=offered), NOTHING_FOUND)
    raise Failure(t("errors.id_unknown", id=wanted), NOTHING_FOUND)


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
