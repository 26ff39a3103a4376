"""In what form a brief is wanted, and where it goes: to the terminal, a pipe or a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.cli.exits import USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.output_file import add_output, form_meant, write_file
from kgtui.cli.session import Session
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.dossier import Dossier, Frame

FORMS = ("text", "md", "html", "docx", "json", "csv")  # those of `kgtui.export.forms`, not imported for --help


def add_form(parser: argparse.ArgumentParser) -> None:
    add_output(parser, FORMS, csv=t("cli.help.csv_section"), output=t("cli.help.output"))


def form_asked_for(arguments: argparse.Namespace, session: Session) -> str:
    """Raises Failure where a Word document would go to a terminal, and as `form_meant`."""
    from kgtui.export.forms import SUFFIXES  # noqa: PLC0415 - not for --help

    form = form_meant(arguments, SUFFIXES)
    if form == "docx" and arguments.output is None and session.output.is_terminal:
        raise Failure(t("errors.docx_to_terminal"), USAGE)
    return form


def require_table(frame: Frame) -> None:
    """Raises Failure where what is asked for is not one section that is a table."""
    from kgtui.export.section_tables import COLUMNS  # noqa: PLC0415 - not for --help

    if len(frame.sections) != 1 or not COLUMNS.keys() >= set(frame.sections):
        known = ", ".join(t(f"dossier.section.{kind.value}").lower() for kind in COLUMNS)
        raise Failure(t("errors.no_table", known=known), USAGE)


def hand_over(dossier: Dossier, form: str, path: Path | None, session: Session) -> None:
    """Raises Failure where the form cannot be made or the file cannot be written."""
    from kgtui.export.forms import dossier_file  # noqa: PLC0415 - not for --help
    from kgtui.export.page import page_of  # noqa: PLC0415 - not for --help
    from kgtui.export.page_text import page_text  # noqa: PLC0415 - not for --help
    from kgtui.export.spreadsheet import FILE_ENCODING  # noqa: PLC0415 - not for --help
    from kgtui.export.word import WordIsMissing  # noqa: PLC0415 - not for --help

    if form == "text" and path is None:
        session.output.rows(page_text(page_of(dossier), width=session.output.width))
        return
    try:
        content = dossier_file(dossier, form)
    except WordIsMissing as missing:
        raise Failure(t("errors.docx_missing"), USAGE) from missing
    if path:
        write_file(path, content, session)
    elif form == "docx":
        session.output.binary(content)
    else:
        session.output.line(content.decode(FILE_ENCODING).removesuffix("\n"))
