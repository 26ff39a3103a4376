"""``kgtui compare A B``: two briefs side by side; ``--periods``: one brief in two periods."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import DONE, NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.framing import add_frame, frame_of, period_named
from kgtui.cli.naming import subject_meant
from kgtui.cli.session import Session
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier import Frame, Subject
    from kgtui.dossier.comparison import Comparison
    from kgtui.library import Library

_SIDES = 2
_LINES = 5  # of a section: a column is half as wide as a brief


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="+", metavar=t("cli.metavar.name"), help=t("cli.help.compared"))
    parser.add_argument("--periods", nargs=_SIDES, metavar=t("cli.metavar.period"), help=t("cli.help.periods"))
    add_frame(parser, usual=_LINES)
    add_format(parser, ("text", "md", "json"))


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 1 where no article is of either side."""
    from kgtui.dossier.comparison import COMPARED, comparison_of  # noqa: PLC0415 - loads the data files

    frame = frame_of(arguments, session, usual=_LINES)
    if arguments.sections is None:
        frame = replace(frame, sections=COMPARED)
    with session.library() as library:
        left, right = _sides(arguments, frame, library)
        comparison = comparison_of(library, left, right)
    if not comparison.articles:
        raise Failure(t("errors.compare_nothing"), NOTHING_FOUND)
    _print(comparison, arguments.format, session)
    return DONE


def _sides(arguments: argparse.Namespace, frame: Frame, library: Library) -> Sequence[tuple[Subject, Frame]]:
    if arguments.periods is None:
        return _two_subjects(arguments.names, frame, library)
    if frame.first or frame.last:
        raise Failure(t("errors.compare_grammar"), USAGE)
    subject = subject_meant(library, " ".join(arguments.names))
    periods = [period_named(period, frame.as_of) for period in arguments.periods]
    return [(subject, replace(frame, first=first, last=last)) for first, last in periods]


def _two_subjects(names: Sequence[str], frame: Frame, library: Library) -> Sequence[tuple[Subject, Frame]]:
    if len(names) != _SIDES:
        raise Failure(t("errors.compare_grammar"), USAGE)
    left, right = (subject_meant(library, name) for name in names)
    if left == right:
        raise Failure(t("errors.compare_same", name=left.name), USAGE)
    return [(left, frame), (right, frame)]


def _print(comparison: Comparison, form: str, session: Session) -> None:
    from kgtui.export.comparison import compared_page, comparison_record  # noqa: PLC0415 - not for --help
    from kgtui.export.comparison_markdown import compared_markdown  # noqa: PLC0415
    from kgtui.export.comparison_text import compared_text  # noqa: PLC0415

    if form == "json":
        session.output.json(comparison_record(comparison))
    elif form == "md":
        session.output.line(compared_markdown(compared_page(comparison)).removesuffix("\n"))
    else:
        session.output.rows(compared_text(compared_page(comparison), width=session.output.width))
