"""A compared page as Markdown: one table of two columns a section, and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from kgtui.export.comparison import Cell, ComparedPage, ComparedSection
from kgtui.export.markdown import cited, escaped, page_end
from kgtui.export.page_values import PageRow
from kgtui.export.setting import Said
from kgtui.locale import t

_BREAK = "<br>"


def compared_markdown(page: ComparedPage) -> str:
    return "\n".join(_lines(page)) + "\n"


def _lines(page: ComparedPage) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield from ("", escaped(page.as_of), "")
    yield from _table(page.titles, ((escaped(ours), escaped(theirs)) for ours, theirs in _heads(page)))
    for section in page.sections:
        yield from ("", f"## {escaped(section.title)}", "")
        yield from _table(page.titles, _cells(section))
    yield from page_end(page.end)


def _heads(page: ComparedPage) -> Iterator[tuple[str, str]]:
    return zip_longest(*page.heads, fillvalue="")


def _table(titles: tuple[str, str], cells: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield _line(*map(escaped, titles))
    yield _line("---", "---")
    for ours, theirs in cells:
        yield _line(ours, theirs)


def _line(ours: str, theirs: str) -> str:
    return f"| {ours} | {theirs} |"


def _cells(section: ComparedSection) -> Iterator[tuple[str, str]]:
    if any(section.remarks):
        ours, theirs = (f"*{escaped(remark)}*" if remark else "" for remark in section.remarks)
        yield ours, theirs
    for left, right in section.pairs:
        yield _cell(left), _cell(right)
    if any(section.more):
        ours, theirs = (escaped(t("dossier.more", count=more)) if more else "" for more in section.more)
        yield ours, theirs


def _cell(cell: Cell) -> str:
    return _BREAK.join(map(_row, cell))


def _row(row: PageRow) -> str:
    label = f"**{escaped(row.label)}** " if row.label else ""
    plot = f" {escaped(row.plot)}" if row.plot else ""
    return f"{label}{cited(Said(row.text, row.notes))}{plot}"
