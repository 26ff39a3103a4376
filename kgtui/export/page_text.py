"""A page as rows of text, 80 columns wide: titles and labels in a margin, the rest beside it."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.export.page_values import Page
from kgtui.export.rows import Mark, Piece, Row, rows_of
from kgtui.export.setting import BULLET, JOINED, NEW, Said, SetLine, set_page
from kgtui.export.wrapping import COLUMNS, hanging
from kgtui.locale import t
from kgtui.terminal import one_line

_MARGIN = 18  # « публ. 16.11.2025 »
_GAP = "  "  # between a title too long for the margin and what is said of its section
_BLANK: Row = ()


def page_text(page: Page, *, width: int = COLUMNS) -> Iterator[Row]:
    """The whole page: head, sections with notes, and its end."""
    name = page.title.upper()
    blank = " " * max(2, width - len(name) - len(page.as_of))
    yield (Piece(name, Mark.HEADING), Piece(blank), Piece(page.as_of))
    for text in page.head:
        yield from rows_of(hanging(text, width, indent="", first=""))
    for lines in set_page(page):
        for line in lines:
            yield from _set(line, width)
    yield from page_end(page, width=width)


def page_end(page: Page, *, width: int = COLUMNS) -> Iterator[Row]:
    """Sources, the sentences that the notes name, foot."""
    if page.sources:
        yield _BLANK
        yield from _sources(page, width)
        yield _BLANK
        yield from _grounds(page, width)
    if page.foot:
        yield _BLANK
        yield from rows_of(hanging(page.foot, width, indent="", first=""), Mark.FAINT)


def _set(line: SetLine, width: int) -> Iterator[Row]:
    text = JOINED.join(map(cited, line.said))
    new = NEW if line.is_new else " "
    if line.is_wide:
        yield from rows_of(hanging(text, width, indent="   ", first=f"{new}{BULLET} "))
        return
    margin = line.margin.upper() if line.is_title else f"{new}{line.margin}"
    head = Mark.HEADING if line.is_title else None
    beside = Mark.FAINT if line.is_remark else None
    indent = " " * (_MARGIN + 2 * line.is_part)
    if not text:
        yield (Piece(margin, head),)
        return
    if line.is_remark and len(margin) + len(_GAP) + len(text) <= width:
        yield (Piece(f"{margin}{_GAP}".ljust(_MARGIN), head), Piece(text, beside))
        return
    if len(margin) >= _MARGIN:
        yield (Piece(margin, head),)
        margin = ""
    for row in (row.removeprefix(indent) for row in hanging(text, width, indent=indent, first=indent)):
        yield (Piece(margin.ljust(len(indent)), head), Piece(row, beside))
        margin = ""


def cited(said: Said) -> str:
    return said.text + "".join(f" [{note.label}]" for note in said.notes)


def _sources(page: Page, width: int) -> Iterator[Row]:
    yield _titled("sources", t("dossier.how_to_read"))
    for source in page.sources:
        yield from rows_of(hanging(f"[{source.position}] {source.name}  {source.id}", width))


def _grounds(page: Page, width: int) -> Iterator[Row]:
    yield _titled("grounds", t("dossier.word_for_word"))
    for source in page.sources:
        for note in source.notes:
            yield from rows_of(hanging(f"[{note.label}] {one_line(note.quotation)}", width))


def _titled(section: str, remark: str) -> Row:
    title = t(f"dossier.section.{section}").upper()
    return Piece(title.ljust(_MARGIN), Mark.HEADING), Piece(remark, Mark.FAINT)
