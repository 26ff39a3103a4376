"""The body of a Word document: a page on its first sheet, the sentences behind it from the second."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kgtui.export.page_values import Page, PageSource
from kgtui.export.setting import BULLET, JOINED, NEW, SPACE, Said, SetLine, set_page, typeset
from kgtui.export.word import styles
from kgtui.export.word.footnotes import Footnotes
from kgtui.export.word.words import xml_safe
from kgtui.locale import current_language, t

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_LANGUAGES = {"ru": "ru-RU", "en": "en-GB"}
_OURS = "\t "  # at the end of a piece of text
_SIDE = 17  # letters of a title that the margin has room for


def document_of(page: Page, made: date) -> bytes:
    document = docx.Document()
    styles.prepare(document, _LANGUAGES[current_language()])
    _name(document, page, made)
    _Setter(document, page).set()
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _name(document: Document, page: Page, made: date) -> None:
    """The properties of the file, of which python-docx's own template says who made it and when."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = xml_safe(page.title), "kgtui", "kgtui", ""
    about.created = about.modified = datetime(made.year, made.month, made.day)  # noqa: DTZ001 - the file has no zone


class _Setter:
    def __init__(self, document: Document, page: Page) -> None:
        self._document = document
        self._page = page
        self._footnotes = Footnotes(document)
        self._sources: Mapping[int, PageSource] = {source.position: source for source in page.sources}
        self._referred: dict[tuple[int, tuple[int, ...]], int] = {}  # source and sentences → footnote
        self._last_source = 0  # that of the last footnote

    def set(self) -> None:
        page = self._page
        title = self._paragraph(styles.TITLE, "", f"{page.title.upper()}\t", look=styles.NAME)
        title.add_run(xml_safe(page.as_of), style=styles.DATE)
        for text in page.head:
            self._paragraph(styles.HEAD, text)
        for lines in set_page(page):
            for line in lines:
                self._line(line)
        if page.sources:
            self._evidence()
        self._foot()
        self._footnotes.attach()

    def _line(self, line: SetLine) -> None:
        if line.is_wide:
            paragraph = self._paragraph(styles.WIDE, f"{NEW if line.is_new else BULLET}\t")
        elif line.is_title:
            paragraph = self._titled(line)
        else:
            style = styles.PART if line.is_part else styles.ROW
            label = f"{NEW} {line.margin}" if line.is_new else line.margin
            paragraph = self._paragraph(style, "", f"{label}\t", look=styles.LABEL)
        for place, said in enumerate(line.said):
            if place:
                paragraph.add_run(JOINED)
            self._said(paragraph, said, styles.REMARK if line.is_remark else None)

    def _titled(self, line: SetLine) -> Paragraph:
        """A paragraph with the title in its margin, or under a title too long for more than a remark beside it."""
        is_alone = len(line.margin) > _SIDE and not line.is_remark
        title = self._paragraph(styles.ROW, "", line.margin if is_alone else f"{line.margin}\t", look=styles.SIDE)
        title.paragraph_format.space_before = styles.BEFORE_SECTION
        title.paragraph_format.keep_with_next = is_alone or not line.said
        return self._paragraph(styles.ROW, "\t") if is_alone else title

    def _said(self, paragraph: Paragraph, said: Said, look: str | None) -> None:
        paragraph.add_run(xml_safe(typeset(said.text)) + (SPACE if said.notes else ""), style=look)
        for place, (position, notes) in enumerate(groupby(said.notes, key=lambda note: note.source)):
            if place:
                paragraph.add_run(",", style=styles.FOOTNOTE_REFERENCE)
            self._refer(paragraph, position, tuple(note.sentence for note in notes))

    def _refer(self, paragraph: Paragraph, position: int, sentences: tuple[int, ...]) -> None:
        """One footnote for the sentences of one source; what was referred to before keeps its number."""
        number = self._referred.get((position, sentences))
        if number is None:
            number = self._footnotes.add(paragraph, self._footnote(position, sentences))
            self._referred[position, sentences] = number
        else:
            self._footnotes.repeat(paragraph, number)

    def _footnote(self, position: int, places: tuple[int, ...]) -> str:
        sentences = ", ".join(map(str, places))
        is_the_same, self._last_source = position == self._last_source, position
        if is_the_same:
            return t("dossier.footnote_same", sentences=sentences)
        return t("dossier.footnote", number=position, name=self._sources[position].name, sentences=sentences)

    def _evidence(self) -> None:
        title = self._paragraph(styles.ROW, "", t("dossier.section.grounds"), look=styles.SIDE)
        title.paragraph_format.page_break_before = True
        for source in self._page.sources:
            self._paragraph(styles.SOURCE, f"[{source.position}] {source.name}, ", source.id, look=styles.REMARK)
            for note in source.notes:
                self._paragraph(styles.EVIDENCE, f"{note.label}\t", note.quotation)

    def _foot(self) -> None:
        """The state of the library and the number of the sheet, at the foot of every sheet."""
        foot = self._document.sections[0].footer.paragraphs[0]
        foot.style = self._document.styles[styles.FOOTNOTE_TEXT]
        foot.add_run(f"{xml_safe(self._page.foot)}  ")
        number = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        foot._p.append(parse_xml(number))

    def _paragraph(self, style: str, text: str, more: str = "", *, look: str | None = None) -> Paragraph:
        """A paragraph of plain text, and more of a look of its own; a tab or a space at its end stays."""
        paragraph = self._document.add_paragraph(style=style)
        for piece, worn in ((text, None), (more, look)):
            if piece:
                words = piece.rstrip(_OURS)
                paragraph.add_run(xml_safe(words) + piece[len(words) :], style=worn)
        return paragraph
