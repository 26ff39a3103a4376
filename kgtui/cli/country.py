"""``kgtui country NAME``: the brief of a country, each line with its sentence."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.naming import country_code
from kgtui.cli.session import Session
from kgtui.export.markdown import page_markdown
from kgtui.export.text import page_text
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
    from kgtui.dossier import Frame, country_subject, dossier_of  # noqa: PLC0415 - not for --help

    subject = country_subject(country_code(" ".join(arguments.name)))
    limit = _LINES if arguments.limit is None else arguments.limit
    frame = Frame(session.settings.date_today(), session.settings.home_country, limit=limit)
    with session.library() as library:
        dossier = dossier_of(library, subject, frame)
    if dossier.coverage.articles or arguments.format == "json":
        _print(dossier, arguments.format, session)
    if not dossier.coverage.articles:
        session.output.talk(t("errors.country_without_articles", name=subject.name))
        return NOTHING_FOUND
    return DONE


def _print(dossier: Dossier, form: str, session: Session) -> None:
    from kgtui.export.dossier_records import dossier_record  # noqa: PLC0415 - not for --help
    from kgtui.export.page import page_of  # noqa: PLC0415 - not for --help

    if form == "json":
        session.output.json(dossier_record(dossier))
    elif form == "md":
        session.output.line(page_markdown(page_of(dossier)).removesuffix("\n"))
    else:
        session.output.rows(page_text(page_of(dossier), width=session.output.width))
