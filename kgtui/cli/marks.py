"""``kgtui marks``: the articles that the reader has marked."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.cli.arguments import add_limit
from kgtui.cli.exits import DONE, NOTHING_FOUND
from kgtui.cli.failure import Failure
from kgtui.cli.output_file import add_output, form_meant, write_file
from kgtui.cli.session import Session
from kgtui.keys import KEY_NAMES
from kgtui.locale import t
from kgtui.model import MarkFilter, MarkKind

if TYPE_CHECKING:
    from kgtui.export.marked import MarkedArticle
    from kgtui.library import Library
    from kgtui.reader import MarkBook

_FORMS = ("text", "md", "json", "csv")  # those of `kgtui.export.marked`, not imported for --help
_SUFFIXES = {".txt": "text", ".md": "md", ".json": "json", ".csv": "csv"}
_OPTIONS = {
    "--bookmarked": MarkFilter(MarkKind.BOOKMARK),
    "--noted": MarkFilter(MarkKind.NOTE),
    "--unread": MarkFilter(MarkKind.UNREAD),
}


def configure(parser: argparse.ArgumentParser) -> None:
    for option, wanted in _OPTIONS.items():
        words = t(f"cli.help.marks_{wanted.kind.value}")
        parser.add_argument(option, dest="wanted", action="append_const", const=wanted, default=[], help=words)
    parser.add_argument(
        "--tag", action="append", default=[], metavar=t("cli.metavar.tag"), help=t("cli.help.marks_tag")
    )
    add_output(parser, _FORMS, csv=t("cli.help.marks_csv"), output=t("cli.help.marks_output"))
    add_limit(parser)


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Of all that is wanted, or of all that the reader marked on purpose. Exit 1 where there is nothing."""
    from kgtui.reader import MarkBook  # noqa: PLC0415 - not for --help

    tags = [MarkFilter(MarkKind.TAG, tag) for tag in arguments.tag]
    wanted = [*arguments.wanted, *tags] or [MarkFilter(MarkKind.CHOSEN)]
    form = form_meant(arguments, _SUFFIXES)
    with session.library() as library:
        book = MarkBook(library.identity)
        book.load()
        articles = _articles(library, book, wanted)
        _say_what_is_amiss(library, book, session)
    limited = articles[: arguments.limit] if arguments.limit else articles
    if not articles and form == "text":
        known = ", ".join(tag for tag, _ in book.tags())
        words = t("errors.no_marks_known", known=known) if known else t("errors.no_marks", keys=KEY_NAMES)
        raise Failure(words, NOTHING_FOUND)
    _hand_over(limited, form, arguments, session)
    return DONE if articles else NOTHING_FOUND


def _articles(library: Library, book: MarkBook, wanted: Sequence[MarkFilter]) -> list[MarkedArticle]:
    """Those to which all of it applies, the newest first."""
    from kgtui.export.marked import MarkedArticle  # noqa: PLC0415 - not for --help
    from kgtui.reader import numbers_marked  # noqa: PLC0415 - not for --help

    found = set.intersection(*(numbers_marked(library, book, each) for each in wanted))
    headlines = library.headlines([number for number in library.numbers() if number in found])
    return [MarkedArticle(headline, book.of(headline.id)) for headline in headlines]


def _say_what_is_amiss(library: Library, book: MarkBook, session: Session) -> None:
    """Lines that cannot be understood, and articles that are gone."""
    for line in book.damaged:
        session.output.talk(t("errors.marks_damaged", path=book.path, line=line))
    chosen = [article for article, marks in book.items() if marks.is_chosen]
    if gone := len(chosen) - len(library.numbers_of(chosen)):
        session.output.talk(t("cli.marks.gone", count=gone, path=book.path))


def _hand_over(articles: Sequence[MarkedArticle], form: str, arguments: argparse.Namespace, session: Session) -> None:
    from kgtui.export.marked import marked_file, marked_rows  # noqa: PLC0415 - not for --help
    from kgtui.export.spreadsheet import FILE_ENCODING  # noqa: PLC0415 - not for --help

    if form == "text" and arguments.output is None:
        session.output.rows(marked_rows(articles, width=session.output.width))
        return
    content = marked_file(articles, form, t("cli.marks.title"))
    if arguments.output:
        write_file(arguments.output, content, session)
    else:
        session.output.line(content.decode(FILE_ENCODING).removesuffix("\n"))
