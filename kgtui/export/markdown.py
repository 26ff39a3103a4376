"""A page as Markdown with footnotes; nothing in an article's text can act as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgtui.export.page_values import Page
from kgtui.export.setting import JOINED, NEW, Said, SetLine, set_page
from kgtui.locale import t
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier import Note

_MARKUP = re.compile(r"[\\`*_{}\[\]#|~!$^=@]|:(?=//)|(?<=www)\.", re.IGNORECASE)  # addresses become links on GitHub
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BLOCK_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+])")


def escaped(text: str) -> str:
    """One line of text as Markdown that reads letter for letter.

    >>> escaped("<b> 1*2")
    '&lt;b&gt; 1\\\\*2'
    """
    line = _MARKUP.sub(lambda match: f"\\{match.group()}", one_line(text))
    line = re.sub("[&<>]", lambda match: _HTML[match.group()], line)
    return _BLOCK_START.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", line)


def page_markdown(page: Page) -> str:
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    for text in (page.as_of, *page.head):
        yield from ("", escaped(text))
    for lines in set_page(page):
        yield from ("", f"## {escaped(lines[0].margin)}", "")
        for line in lines:
            yield from _line(line)
    yield from page_end(page)


def page_end(page: Page) -> Iterator[str]:
    """Footnotes and foot."""
    yield from _footnotes(page)
    if page.foot:
        yield from ("", "---", "", f"*{escaped(page.foot)}*")


def _line(line: SetLine) -> Iterator[str]:
    text = JOINED.join(map(cited, line.said))
    if not text:
        return
    if line.is_remark:
        text = f"*{text}*"
    if line.margin and not line.is_title:
        text = f"**{escaped(line.margin)}** {text}"
    yield f"{'  ' * line.is_part}- {NEW + ' ' if line.is_new else ''}{text}"


def cited(said: Said) -> str:
    return escaped(said.text) + "".join(map(_reference, said.notes))


def _footnotes(page: Page) -> Iterator[str]:
    if page.sources:
        yield ""
    for source in page.sources:
        for note in source.notes:
            name = escaped(f"{source.name} · {source.id}")
            sentence = escaped(t("dossier.sentence", number=note.sentence))
            yield f"{_reference(note)}: {name}, {sentence}: «{escaped(note.quotation)}»"


def _reference(note: Note) -> str:
    return f"[^{note.source}-{note.sentence}]"
