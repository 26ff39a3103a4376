"""Output that may go into a file: which one, in what form, and the writing of it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from kgtui import refusal
from kgtui.cli.arguments import add_format
from kgtui.cli.exits import USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.locale import t


def add_output(parser: argparse.ArgumentParser, forms: Sequence[str], *, csv: str, output: str) -> None:
    """``format`` is None where none is given: a file's name then says it. ``csv`` and ``output`` are words of help."""
    add_format(parser, forms)
    parser.add_argument("--csv", dest="format", action="store_const", const="csv", help=csv)
    parser.set_defaults(format=None)
    parser.add_argument("-o", "--output", type=Path, metavar=t("cli.metavar.file"), help=output)


def form_meant(arguments: argparse.Namespace, suffixes: Mapping[str, str]) -> str:
    """By the format, else by how the file's name ends, else text.

    Raises Failure where neither the format nor the file's name says a form: text under the name of a PDF opens nowhere.
    """
    path: Path | None = arguments.output
    meant = suffixes.get(path.suffix.lower()) if path else None
    if path and path.suffix and not (arguments.format or meant):
        raise Failure(t("errors.file_form", path=path, known=" ".join(suffixes)), USAGE)
    return str(arguments.format or meant or "text")


def write_file(path: Path, content: bytes, session: Session) -> None:
    """Write, and say so. Raises Failure where the file cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Failure(t("errors.unwritten", path=path, reason=refusal.reason(error)), USAGE) from error
    session.output.talk(t("cli.written", path=path))
