"""``kgtui country NAME``: the brief of a country, person, body or bloc, each line with its sentence."""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kgtui.cli.brief_forms import add_form, form_asked_for, hand_over, require_table
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.framing import add_frame, frame_of
from kgtui.cli.looking import last_look_at, remember_look
from kgtui.cli.naming import subject_meant
from kgtui.cli.session import Session
from kgtui.export.wording import day, period
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier import Frame, Subject


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="+", metavar=t("cli.metavar.name"), help=t("cli.help.subject"))
    add_frame(parser)
    parser.add_argument("--since-last", action="store_true", help=t("cli.help.since_last"))
    parser.add_argument("--peek", action="store_true", help=t("cli.help.peek_brief"))
    add_form(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 1 where nobody is called so, or nothing is told of them then. Once the brief has left, the reader has
    looked at all that the library holds, unless it was asked for but a part of it."""
    from kgtui.dossier import dossier_of  # noqa: PLC0415 - not for --help
    from kgtui.export.forms import dossier_for  # noqa: PLC0415 - not for --help

    form = form_asked_for(arguments, session)
    frame = frame_of(arguments, session)
    if form == "csv":
        require_table(frame)
    with session.library() as library:
        subject = subject_meant(library, " ".join(arguments.name))
        look = last_look_at(subject, library, session)
        frame = replace(frame, look=look, only_new=arguments.since_last and look is not None)
        change = library.change
        make = partial(dossier_of, library, subject)
        dossier = make(frame) if arguments.limit is not None else dossier_for(form, make, frame)
        if not dossier.is_empty or form == "json":
            hand_over(dossier, form, arguments.output, session)
        if session.output.has_left() and not arguments.peek and _is_whole(frame):
            remember_look(subject, library, change, session)
    if dossier.is_empty:
        session.output.talk(_why_nothing(subject, frame))
        return NOTHING_FOUND
    return DONE


def _is_whole(frame: Frame) -> bool:
    """Whether all that came since the last look is shown."""
    from kgtui.dossier import SectionKind  # noqa: PLC0415 - not for --help

    return frame.first is None and frame.last is None and set(frame.sections) == set(SectionKind)


def _why_nothing(subject: Subject, frame: Frame) -> str:
    if frame.first or frame.last:
        return t("errors.subject_not_then", name=subject.name, period=_window(frame))
    if frame.only_new and frame.look:
        return t("errors.subject_nothing_new", name=subject.name, date=day(frame.look.on))
    return t("errors.subject_without_articles", name=subject.name)


def _window(frame: Frame) -> str:
    if frame.first and frame.last:
        return period(frame.first, frame.last)
    if frame.first:
        return t("common.since", date=day(frame.first))
    return t("common.until", date=day(frame.last))
