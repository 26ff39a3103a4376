"""Articles with what the reader has put to them, as rows, Markdown, records and a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgtui import __version__
from kgtui.export.markdown import escaped
from kgtui.export.records import Record, headline_record, iso, json_text
from kgtui.export.rows import Mark, Marking, Piece, Row, paint, rows_of
from kgtui.export.spreadsheet import Cell, csv_file
from kgtui.export.wording import day
from kgtui.export.wrapping import COLUMNS as WIDTH
from kgtui.export.wrapping import hanging
from kgtui.locale import t
from kgtui.model import Headline, Marks
from kgtui.terminal import one_line

FORMS = ("text", "md", "json", "csv")
COLUMNS = ("date", "title", "source", "publisher", "id", "bookmark", "tags", "note", "read")
_INDENT = "   "
_SEVERAL = "; "


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    headline: Headline
    marks: Marks


def marked_rows(articles: Sequence[MarkedArticle], *, width: int = WIDTH) -> Iterator[Row]:
    """Each article as date, outlet, id and marks, then the title, then the note; at the end what has written it."""
    for article in articles:
        parts = (*_source(article.headline), one_line(article.headline.id))
        marks = f"  {' '.join(_mark_words(article.marks))}".rstrip()
        yield (Piece("  ".join(parts), Mark.FAINT), Piece(marks, Mark.HEADING))
        yield from rows_of(hanging(one_line(article.headline.title), width, indent=_INDENT))
        if article.marks.note:
            note = t("marks.note", note=one_line(article.marks.note))
            yield from rows_of(hanging(note, width, indent=f"{_INDENT}  ", first=_INDENT), Mark.FAINT)
    yield from ((), *rows_of(hanging(_foot(), width, indent="", first=""), Mark.FAINT))


def marked_markdown(articles: Sequence[MarkedArticle], title: str) -> str:
    """A section an article, its note as a quotation."""
    return "\n".join(_markdown(articles, title)) + "\n"


def _markdown(articles: Sequence[MarkedArticle], title: str) -> Iterator[str]:
    yield f"# {escaped(title)}"
    for article in articles:
        yield from ("", f"## {escaped(article.headline.title)}", "")
        yield escaped(" · ".join((*_source(article.headline), article.headline.id)))
        if words := _mark_words(article.marks):
            yield from ("", escaped(" ".join(words)))
        if article.marks.note:
            yield from ("", f"> {escaped(article.marks.note)}")
    yield from ("", "---", "", f"*{escaped(_foot())}*")


def marked_records(articles: Sequence[MarkedArticle]) -> list[Record]:
    return [
        {
            **headline_record(article.headline),
            "bookmark": article.marks.bookmark,
            "tags": list(article.marks.tags),
            "note": article.marks.note,
            "read": article.marks.read,
        }
        for article in articles
    ]


def marked_titles() -> list[str]:
    return [t(f"marks.column.{name}") for name in COLUMNS]


def marked_cells(articles: Sequence[MarkedArticle]) -> Iterator[Sequence[Cell]]:
    """A line an article, in the order of ``COLUMNS``; 1 stands for yes."""
    for article in articles:
        headline, marks = article.headline, article.marks
        yield (
            iso(headline.published),
            headline.title,
            headline.source,
            headline.publisher,
            headline.id,
            int(marks.bookmark),
            _SEVERAL.join(marks.tags),
            marks.note,
            int(marks.read),
        )


def marked_file(articles: Sequence[MarkedArticle], form: str, title: str) -> bytes:
    """The content of a file in one of FORMS."""
    if form == "csv":
        return csv_file(marked_titles(), marked_cells(articles))
    if form == "json":
        return f"{json_text(marked_records(articles))}\n".encode()
    if form == "md":
        return marked_markdown(articles, title).encode()
    return "".join(f"{paint(row, Marking.NONE)}\n" for row in marked_rows(articles)).encode()


def _foot() -> str:
    """By which the program knows what it has written, where it is found among articles."""
    return t("marks.foot", version=__version__)


def _source(headline: Headline) -> tuple[str, ...]:
    return tuple(part for part in (day(headline.published), one_line(headline.outlet)) if part)


def _mark_words(marks: Marks) -> list[str]:
    bookmark = [t("marks.bookmark")] if marks.bookmark else []
    return [*bookmark, *(f"#{one_line(tag)}" for tag in marks.tags)]
