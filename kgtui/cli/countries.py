"""``kgtui countries``: the countries that the articles name, and how the reader's own country stands to them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.naming import home_country
from kgtui.cli.session import Session
from kgtui.cli.table import table_rows
from kgtui.export import Mark, Piece, Row
from kgtui.export.wrapping import hanging
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier.values import CountryOverview

_COLUMNS = ("code", "country", "articles", "months")
_INDENT = " " * 6  # to below the name
_ORDERS = ("articles", "name", "newest", "contact", "ahead", "trade")  # the values of `CountryOrder`, as for --help


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sort", choices=_ORDERS, default=_ORDERS[0], help=t("cli.help.sort_countries"))
    add_format(parser)
    add_limit(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    from kgtui.dossier.overview import overview  # noqa: PLC0415 - loads the data files
    from kgtui.dossier.values import CountryOrder  # noqa: PLC0415
    from kgtui.export.overview import overview_record  # noqa: PLC0415

    home, today = home_country(session), session.settings.date_today()
    with session.library() as library:
        countries = overview(library, home, today, CountryOrder(arguments.sort))
    shown = countries[: arguments.limit or None]
    if arguments.format == "json":
        session.output.json([overview_record(country) for country in shown])
    elif shown:
        session.output.rows(_rows(shown, session.output.width))
    if not countries:
        session.output.talk(t("errors.no_countries"))
        return NOTHING_FOUND
    return DONE


def _rows(countries: Sequence[CountryOverview], width: int) -> Iterator[Row]:
    """A table of what is short, and under each country how home stands to it."""
    from kgtui.export.overview import overview_cells, standing_words  # noqa: PLC0415

    titles = [t(f"cli.column.{name}") for name in _COLUMNS]
    title, *lines = table_rows(titles, [overview_cells(country)[: len(titles)] for country in countries])
    yield title
    for country, line in zip(countries, lines, strict=True):
        yield line
        if standing := standing_words(country):
            yield from ((Piece(each, Mark.FAINT),) for each in hanging(standing, width, _INDENT, _INDENT))
