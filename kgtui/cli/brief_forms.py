"""In what form a brief is wanted, and where it goes: to the terminal, a pipe or a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_format
from kgtui.cli.exits import USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier import Dossier

FORMS = ("text", "md", "html", "json")  # as `kgtui.export.forms.FORMS`, which is not imported for --help


def add_form(parser: argparse.ArgumentParser) -> None:
    """``format`` is None where none is given: a file's name then says it."""
    add_format(parser, FORMS)
    parser.set_defaults(format=None)
    parser.add_argument("--output", type=Path, metavar=t("cli.metavar.file"), help=t("cli.help.output"))


def form_asked_for(arguments: argparse.Namespace) -> str:
    from kgtui.export.forms import SUFFIXES  # noqa: PLC0415 - not for --help

    path: Path | None = arguments.output
    meant = SUFFIXES.get(path.suffix.lower()) if path else "text"
    return str(arguments.format or meant or "text")


def hand_over(dossier: Dossier, form: str, path: Path | None, session: Session) -> None:
    """Raises Failure where the file cannot be written."""
    if path:
        _write(path, dossier, form)
        session.output.talk(t("cli.brief.written", path=path))
    else:
        _print(dossier, form, session)


def _write(path: Path, dossier: Dossier, form: str) -> None:
    from kgtui.export.forms import dossier_file  # noqa: PLC0415 - not for --help

    content = dossier_file(dossier, form)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Failure(t("errors.unwritten", path=path, reason=error.strerror), USAGE) from error


def _print(dossier: Dossier, form: str, session: Session) -> None:
    from kgtui.export.forms import dossier_file  # noqa: PLC0415 - not for --help
    from kgtui.export.page import page_of  # noqa: PLC0415 - not for --help
    from kgtui.export.page_text import page_text  # noqa: PLC0415 - not for --help

    if form == "text":
        session.output.rows(page_text(page_of(dossier), width=session.output.width))
    else:
        session.output.line(dossier_file(dossier, form).decode().removesuffix("\n"))
