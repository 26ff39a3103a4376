"""From the options of a command to the frame of a brief: from when to when, which sections, how many rows."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_limit
from kgtui.cli.exits import USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.naming import home_country
from kgtui.cli.session import Session
from kgtui.language.folding import fold
from kgtui.locale import LANGUAGES, catalogue, t

if TYPE_CHECKING:
    from kgtui.dossier import Frame, SectionKind

LINES = 12  # as `kgtui.dossier.LINES`, which is not imported for --help


def add_frame(parser: argparse.ArgumentParser, usual: int = LINES) -> None:
    """``usual`` is how many rows of a section there are where nothing else is asked for."""
    parser.add_argument("--from", dest="first", metavar=t("cli.metavar.date"), help=t("cli.help.from"))
    parser.add_argument("--to", dest="last", metavar=t("cli.metavar.date"), help=t("cli.help.to"))
    parser.add_argument("--sections", metavar=t("cli.metavar.sections"), help=t("cli.help.sections"))
    add_limit(parser, usual=usual)


def frame_of(arguments: argparse.Namespace, session: Session, usual: int = LINES) -> Frame:
    """Raises Failure."""
    from kgtui.dossier import Frame  # noqa: PLC0415 - not for --help

    today = session.settings.date_today()
    first, last = window(arguments.first, arguments.last, today)
    limit = usual if arguments.limit is None else arguments.limit
    sections = wanted_sections(arguments.sections)
    return Frame(today, home_country(session), first, last, limit=limit, sections=sections)


def window(first: str | None, last: str | None, today: date) -> tuple[date | None, date | None]:
    """The first day of the one period and the last day of the other. Raises Failure."""
    begins = period_named(first, today)[0] if first is not None else None
    ends = period_named(last, today)[1] if last is not None else None
    if begins and ends and begins > ends:
        raise Failure(t("errors.window_reversed", first=first, last=last), USAGE)
    return begins, ends


def period_named(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of a year, a month, a day… Raises Failure."""
    from kgtui.search import period_of  # noqa: PLC0415 - not for --help

    period = period_of(text, today)
    if period is None or period.first is None or period.last is None:
        raise Failure(t("errors.period", value=text), USAGE)
    return period.first, period.last


def wanted_sections(names: str | None) -> Sequence[SectionKind]:
    """The sections of a list, each by its code or its title, or how one of these begins. Raises Failure."""
    from kgtui.dossier import SectionKind  # noqa: PLC0415 - not for --help

    if names is None:
        return tuple(SectionKind)
    wanted = {_section(name.strip()) for name in names.split(",") if name.strip()}
    if not wanted:
        raise Failure(_no_section(names), USAGE)
    return tuple(kind for kind in SectionKind if kind in wanted)


def _section(name: str) -> SectionKind:
    from kgtui.dossier import SectionKind  # noqa: PLC0415 - not for --help

    known = {kind: _names(kind.value) for kind in SectionKind}
    exact = [kind for kind, names in known.items() if fold(name) in names]
    begun = [kind for kind, names in known.items() if any(each.startswith(fold(name)) for each in names)]
    if len(found := exact or begun) != 1:
        raise Failure(_no_section(name), USAGE)
    return found[0]


def _names(code: str) -> list[str]:
    """The code of a section, and its title in every language: a script need not know which one is spoken."""
    titles = (str(catalogue(language, "dossier")[f"dossier.section.{code}"]) for language in LANGUAGES)
    return [code, *map(fold, titles)]


def _no_section(name: str) -> str:
    from kgtui.dossier import SectionKind  # noqa: PLC0415 - not for --help

    lines = (f"  {kind.value} — {t(f'dossier.section.{kind.value}')}" for kind in SectionKind)
    known = "\n".join(lines)
    return t("errors.sections", known=known) if name == "?" else t("errors.section", name=name, known=known)
