"""``kgtui extract PATH…``: the facts of files, without a library."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.paths import read_named
from kgtui.cli.session import Session
from kgtui.cli.skipping import skipped_text
from kgtui.export.text import document_rows
from kgtui.locale import t
from kgtui.model import Document, Facts

if TYPE_CHECKING:
    from kgtui.reading import Skipped
    from kgtui.recognition import Recogniser


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar=t("cli.metavar.path"), help=t("cli.help.paths"))
    parser.add_argument("--jsonl", "--json", action="store_true", help=t("cli.help.jsonl"))
    parser.add_argument("--fast", action="store_true", help=t("cli.help.fast"))


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Exit 1 where no path gave an article."""
    recogniser = None if arguments.fast else _recogniser(session)
    done = 0
    for document in _documents(read_named(arguments.paths), session):
        facts = _facts(document, recogniser)
        _answer(document, facts, session, as_json=arguments.jsonl, first=done == 0)
        done += 1
    return DONE if done else NOTHING_FOUND


def _documents(found: Iterable[Document | Skipped], session: Session) -> Iterator[Document]:
    """The documents; what was skipped is said as it comes."""
    for each in found:
        if isinstance(each, Document):
            yield each
        else:
            session.output.talk(skipped_text(each))


def _recogniser(session: Session) -> Recogniser | None:
    """None where it is not installed; where its packages are there but cannot be loaded, that is said."""
    from kgtui.recognition import RecogniserMissing, is_available, load_recogniser  # noqa: PLC0415 - not for --help

    if not is_available():
        return None
    try:
        return load_recogniser()
    except RecogniserMissing as error:
        session.output.talk(t("errors.recogniser_broken", reason=error.missing))
        return None


def _facts(document: Document, recogniser: Recogniser | None) -> Facts:
    from kgtui.extraction.extract import extract  # noqa: PLC0415 - not for --help
    from kgtui.language import analyse  # noqa: PLC0415

    analysis = analyse(document.text, document.body)
    return extract(document, analysis, recogniser.recognise(analysis) if recogniser else None)


def _answer(document: Document, facts: Facts, session: Session, *, as_json: bool, first: bool) -> None:
    from kgtui.extraction.records import facts_record  # noqa: PLC0415 - not for --help

    if as_json:
        session.output.json_line(facts_record(document, facts))
        return
    if not first:
        session.output.line("")
    session.output.rows(document_rows(document, facts, width=session.output.width))
