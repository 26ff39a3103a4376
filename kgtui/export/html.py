"""A page as one HTML file: no network, no script, one sheet of A4 and the evidence behind it when printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.export.page_values import Page, PageSource
from kgtui.export.setting import BULLET, JOINED, NEW, SPACE, Said, SetLine, set_page, typeset
from kgtui.locale import current_language, t
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier import Note

# Nothing may be loaded, run or sent; only the style that stands in the file holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page_html(page: Page) -> str:
    return "\n".join(_Setter(page).lines()) + "\n"


class _Setter:
    """``references`` counts where each note was referred to: its sentence links back to each place."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._references: dict[str, int] = {}

    def lines(self) -> Iterator[str]:
        page = self._page
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escape(current_language())}">'
        yield '<head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{_text(page.title)}</title>"
        yield f"<style>\n{_style()}</style></head>"
        yield "<body><main>"
        yield f"<header><h1>{_text(page.title)}</h1><p>{_text(page.as_of)}</p></header>"
        yield from (f'<p class="head">{_text(text)}</p>' for text in page.head)
        for lines in set_page(page):
            yield "<section>"
            for line in lines:
                yield from self._line(line)
            yield "</section>"
        if page.sources:
            yield from _sources(page.sources)
            yield from self._grounds(page.sources)
        yield f"<footer>{_text(page.foot)}</footer>"
        yield "</main></body></html>"

    def _line(self, line: SetLine) -> Iterator[str]:
        said = self._joined(line.said)
        if line.is_wide:
            margin = NEW if line.is_new else BULLET
            yield f'<div class="row wide"><span>{margin}</span><p>{said}</p></div>'
            return
        if line.is_title:
            margin = f"<h2>{_text(line.margin)}</h2>"
        else:
            margin = f"<span>{f'<b>{NEW}</b> ' if line.is_new else ''}{_text(line.margin)}</span>"
        worn = {"title": line.is_title, "part": line.is_part, "remark": line.is_remark}
        looks = " ".join(["row", *(name for name, is_worn in worn.items() if is_worn)])
        yield f'<div class="{looks}">{margin}<p>{said}</p></div>'

    def _joined(self, said: Iterable[Said]) -> str:
        return JOINED.join(self._cited(each) for each in said)

    def _cited(self, said: Said) -> str:
        """The last word and the numbers of its notes are never on two lines."""
        if not said.notes:
            return _text(typeset(said.text))
        before, space, last = one_line(typeset(said.text)).rpartition(" ")
        references = "\N{THIN SPACE}".join(map(self._reference, said.notes))
        return f'{escape(before)}{space}<span class="kept">{escape(last)}{SPACE}{references}</span>'

    def _reference(self, note: Note) -> str:
        place = self._references[note.label] = self._references.get(note.label, 0) + 1
        return f'<sup><a id="{_place(note, place)}" href="#n{note.label}">{note.label}</a></sup>'

    def _grounds(self, sources: Iterable[PageSource]) -> Iterator[str]:
        yield f'<section class="grounds"><h2>{_text(t("dossier.section.grounds"))}</h2><ol>'
        for source in sources:
            yield f'<li value="{source.position}">{_named(source)}<dl>'
            for note in source.notes:
                back = " ".join(
                    f'<a href="#{_place(note, place)}">↑</a>' for place in range(1, self._references[note.label] + 1)
                )
                yield f'<dt id="n{note.label}">{note.label}</dt><dd>{_text(note.quotation)} {back}</dd>'
            yield "</dl></li>"
        yield "</ol></section>"


def _sources(sources: Iterable[PageSource]) -> Iterator[str]:
    yield f'<section class="sources"><div class="row"><h2>{_text(t("dossier.section.sources"))}</h2>'
    yield f"<p>{_text(t('dossier.how_to_read_sup'))}</p></div><ol>"
    yield from (f'<li value="{source.position}">{_text(source.name)}</li>' for source in sources)
    yield "</ol></section>"


def _named(source: PageSource) -> str:
    return f'{_text(source.name)} <span class="id">{_text(source.id)}</span>'


def _place(note: Note, place: int) -> str:
    return f"r{note.label}-{place}"


def _text(text: str) -> str:
    return escape(one_line(text))


@cache
def _style() -> str:
    return (Path(__file__).parent / "brief.css").read_text(encoding="utf-8")
