"""``kgtui timeline``: who met whom, month by month, each contact with its sentences."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.failure import Failure
from kgtui.cli.framing import window
from kgtui.cli.naming import country_code, home_country, subject_meant
from kgtui.cli.session import Session
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier import Subject
    from kgtui.dossier.timeline import Timeline
    from kgtui.library import Library

_SHOWN = 30


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--country", metavar=t("cli.metavar.name"), help=t("cli.help.met_country"))
    parser.add_argument("--person", metavar=t("cli.metavar.name"), help=t("cli.help.met_person"))
    parser.add_argument("--from", dest="first", metavar=t("cli.metavar.date"), help=t("cli.help.met_from"))
    parser.add_argument("--to", dest="last", metavar=t("cli.metavar.date"), help=t("cli.help.met_to"))
    add_format(parser, ("text", "json", "csv"))
    parser.add_argument("--csv", dest="format", action="store_const", const="csv", help=t("cli.help.csv"))
    add_limit(parser, usual=_SHOWN)


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Of the reader's own country, where neither a country nor a person is asked for."""
    from kgtui.dossier import Frame, country_subject  # noqa: PLC0415 - not for --help
    from kgtui.dossier.timeline import timeline  # noqa: PLC0415 - not for --help

    settings = session.settings
    first, last = window(arguments.first, arguments.last, settings.date_today())
    usual = _SHOWN if arguments.format == "text" else 0
    limit = usual if arguments.limit is None else arguments.limit
    home = home_country(session)
    frame = Frame(settings.date_today(), home, first, last, limit=limit)
    with session.library() as library:
        person = _person(library, arguments.person) if arguments.person else None
        if arguments.country or person is None:
            code = country_code(arguments.country) if arguments.country else home
            found = timeline(library, country_subject(code), frame, person=person.key if person else None)
        else:
            found = timeline(library, person, frame)
        if found.months or arguments.format != "text":
            _print(found, arguments.format, session)
    if not found.months:
        session.output.talk(t("errors.no_contacts", name=(person or found.subject).name))
        return NOTHING_FOUND
    return DONE


def _person(library: Library, name: str) -> Subject:
    """Raises Failure where nobody is called so, or something else is."""
    from kgtui.model import EntityKind  # noqa: PLC0415 - not for --help

    subject = subject_meant(library, name)
    if subject.kind is not EntityKind.PERSON:
        raise Failure(t("errors.no_person", name=subject.name), NOTHING_FOUND)
    return subject


def _print(found: Timeline, form: str, session: Session) -> None:
    from kgtui.export.page_text import page_text  # noqa: PLC0415 - not for --help
    from kgtui.export.timeline import COLUMNS, timeline_cells, timeline_page, timeline_records  # noqa: PLC0415

    if form == "json":
        session.output.json(timeline_records(found))
    elif form == "csv":
        session.output.csv([t(f"contact.column.{name}") for name in COLUMNS], timeline_cells(found))
    else:
        page = timeline_page(found, session.settings.date_today())
        session.output.rows(page_text(page, width=session.output.width))
