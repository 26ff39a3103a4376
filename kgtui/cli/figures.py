"""``kgtui figures [QUERY]``: the figures of the library in one table."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format, add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.failure import Failure
from kgtui.cli.framing import period_named, window
from kgtui.cli.naming import measure_named, measures_called, subject_meant
from kgtui.cli.problems import say_problems
from kgtui.cli.session import Session
from kgtui.cli.table import table_rows
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier.figures.listing import ListedFigure, Wanted
    from kgtui.library import Library
    from kgtui.model import EntityKind

_SHOWN = 50


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar=t("cli.metavar.query"), help=t("cli.help.figures_words"))
    parser.add_argument("--country", metavar=t("cli.metavar.name"), help=t("cli.help.figures_country"))
    parser.add_argument("--measure", metavar=t("cli.metavar.name"), help=t("cli.help.figures_measure"))
    parser.add_argument("--period", metavar=t("cli.metavar.period"), help=t("cli.help.figures_period"))
    parser.add_argument("--from", dest="first", metavar=t("cli.metavar.date"), help=t("cli.help.from"))
    parser.add_argument("--to", dest="last", metavar=t("cli.metavar.date"), help=t("cli.help.to"))
    add_format(parser, ("text", "json", "csv"))
    parser.add_argument("--csv", dest="format", action="store_const", const="csv", help=t("cli.help.figures_csv"))
    add_limit(parser, usual=_SHOWN)


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 1 where there is no such figure."""
    from kgtui.dossier.figures.listing import listed_figures  # noqa: PLC0415 - not for --help

    usual = _SHOWN if arguments.format == "text" else 0
    limit = usual if arguments.limit is None else arguments.limit
    with session.library() as library:
        listed, total = listed_figures(library, _wanted(arguments, library, session), limit=limit)
    if listed or arguments.format != "text":
        _print(listed, arguments.format, session)
    if not listed:
        raise Failure(t("errors.no_figures"), NOTHING_FOUND)
    query = " ".join(arguments.words)
    if arguments.format == "text" and not arguments.measure and measures_called(query):
        session.output.talk(t("cli.figures.of_articles", query=query, quoted=shlex.quote(query)))
    if len(listed) < total and arguments.format == "text":
        session.output.talk(t("cli.figures.shown", shown=len(listed), total=total))
    return DONE


def _wanted(arguments: argparse.Namespace, library: Library, session: Session) -> Wanted:
    from kgtui.dossier.figures.listing import Wanted  # noqa: PLC0415 - not for --help

    today = session.settings.date_today()
    first, last = window(arguments.first, arguments.last, today)
    return Wanted(
        numbers=_found(" ".join(arguments.words), library, session),
        first=first,
        last=last,
        whose=_whose(arguments.country, library),
        measure=measure_named(arguments.measure) if arguments.measure else None,
        period=_period(arguments.period, today),
    )


def _found(query: str, library: Library, session: Session) -> Sequence[int] | None:
    """The articles that a query finds; None where nothing is asked."""
    if not query.strip():
        return None
    ranking = library.ranking(query)
    if ranking.read_as:
        session.output.talk(t("cli.search.read_as", query=query, read_as=ranking.read_as))
    else:
        say_problems(query, ranking.problems, session.output)
    return ranking.numbers


def _whose(name: str | None, library: Library) -> tuple[EntityKind, str] | None:
    if name is None:
        return None
    subject = subject_meant(library, name)
    return subject.kind, subject.key


def _period(text: str | None, today: date) -> tuple[date, date] | None:
    return period_named(text, today) if text is not None else None


def _print(listed: Sequence[ListedFigure], form: str, session: Session) -> None:
    from kgtui.export.figure_table import FOR_THE_EYE, figure_cells, figure_record, figure_titles  # noqa: PLC0415 - as above

    if form == "json":
        session.output.json([figure_record(each) for each in listed])
    elif form == "csv":
        session.output.csv(figure_titles(), figure_cells(listed))
    else:
        shown = FOR_THE_EYE if session.output.is_terminal else None  # the sentences would wrap into a block
        session.output.rows(table_rows(figure_titles()[:shown], [cells[:shown] for cells in figure_cells(listed)]))
