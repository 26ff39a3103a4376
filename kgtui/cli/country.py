"""``kgtui country NAME``: the brief of a country, each line with its sentence."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.naming import country_code
from kgtui.cli.session import Session
from kgtui.export import dossier_markdown, dossier_record
from kgtui.export.text import dossier_rows
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier import Dossier

_LINES = 12  # of a section: the page of a country of many articles stays readable


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="+", metavar=t("cli.metavar.name"), help=t("cli.help.name"))
    add_format(parser, ("text", "md", "json"))
    add_limit(parser, usual=_LINES)


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 1 where the country is unknown or no article names it."""
    from kgtui.dossier import country_dossier  # noqa: PLC0415 - not for --help

    code = country_code(" ".join(arguments.name))
    limit = _LINES if arguments.limit is None else arguments.limit
    with session.library() as library:
        dossier = country_dossier(library, code, home=session.settings.home_country, limit=limit)
    if dossier.articles or arguments.format == "json":
        _print(dossier, arguments.format, session)
    if not dossier.articles:
        session.output.talk(t("errors.country_without_articles", name=dossier.name))
        return NOTHING_FOUND
    return DONE


def _print(dossier: Dossier, form: str, session: Session) -> None:
    today = session.settings.date_today()
    if form == "json":
        session.output.json(dossier_record(dossier, today))
    elif form == "md":
        session.output.line(dossier_markdown(dossier, today).removesuffix("\n"))
    else:
        session.output.rows(dossier_rows(dossier, today, width=session.output.width))
