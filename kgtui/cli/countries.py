"""``kgtui countries``: the countries that the articles name."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.session import Session
from kgtui.cli.table import table_rows
from kgtui.export.wording import period
from kgtui.locale import t


def configure(parser: argparse.ArgumentParser) -> None:
    add_format(parser)
    add_limit(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - loads the data files

    known = load_gazetteer().countries
    with session.library() as library:
        counts = [count for count in library.country_counts() if count.code in known]
    shown = counts[: arguments.limit or None]
    if arguments.format == "json":
        session.output.json(
            [
                {
                    "code": count.code,
                    "name": known[count.code].name,
                    "articles": count.articles,
                    "mentions": count.mentions,
                    "first": count.first.isoformat() if count.first else None,
                    "last": count.last.isoformat() if count.last else None,
                }
                for count in shown
            ]
        )
    elif shown:
        titles = [t(f"cli.column.{name}") for name in ("code", "country", "articles", "mentions", "period")]
        body = [(c.code, known[c.code].name, c.articles, c.mentions, period(c.first, c.last)) for c in shown]
        session.output.rows(table_rows(titles, body))
    if not counts:
        session.output.talk(t("errors.no_countries"))
        return NOTHING_FOUND
    return DONE
