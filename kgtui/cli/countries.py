"""``kgtui countries``: the countries that the articles name, and how the reader's own country stands to them."""

from __future__ import annotations

import argparse

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.naming import home_country
from kgtui.cli.session import Session
from kgtui.cli.table import table_rows
from kgtui.locale import t

_ORDERS = ("articles", "name", "newest", "contact", "ahead", "trade")  # the values of `CountryOrder`, as for --help


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sort", choices=_ORDERS, default=_ORDERS[0], help=t("cli.help.sort_countries"))
    add_format(parser)
    add_limit(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    from kgtui.dossier.overview import CountryOrder, overview  # noqa: PLC0415 - loads the data files
    from kgtui.export.overview import COLUMNS, overview_cells, overview_record  # noqa: PLC0415

    home, today = home_country(session), session.settings.date_today()
    with session.library() as library:
        countries = overview(library, home, today, CountryOrder(arguments.sort))
    shown = countries[: arguments.limit or None]
    if arguments.format == "json":
        session.output.json([overview_record(country) for country in shown])
    elif shown:
        titles = [t(f"cli.column.{name}") for name in COLUMNS]
        session.output.rows(table_rows(titles, [overview_cells(country) for country in shown]))
    if not countries:
        session.output.talk(t("errors.no_countries"))
        return NOTHING_FOUND
    return DONE
