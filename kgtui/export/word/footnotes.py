"""Footnotes of a Word document: the part ``word/footnotes.xml`` and what refers to it.

ECMA-376 part 1, 17.11: two footnotes of the types separator and continuationSeparator come first and are named in the
settings; a footnote that is referred to once more has its number from a field (17.16.5.39, NOTEREF) that names the
bookmark around its first mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kgtui.export.word.styles import FOOTNOTE_REFERENCE, FOOTNOTE_TEXT, style_id
from kgtui.export.word.words import xml_safe

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_SEPARATORS = {"separator": -1, "continuationSeparator": 0}


class Footnotes:
    """The footnotes of one document, numbered from 1 in the order in which they are first referred to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: list[str] = []
        self._style = f'<w:rPr><w:rStyle w:val="{style_id(document, FOOTNOTE_REFERENCE)}"/></w:rPr>'

    def add(self, paragraph: Paragraph, text: str) -> int:
        """Put the mark of a new footnote at the end of a paragraph; gives its number."""
        self._texts.append(text)
        number = len(self._texts)
        _append(
            paragraph,
            f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark(number)}"/>'
            f'<w:r>{self._style}<w:footnoteReference w:id="{number}"/></w:r>'
            f'<w:bookmarkEnd w:id="{number}"/>',
        )
        return number

    def repeat(self, paragraph: Paragraph, number: int) -> None:
        """Put the mark of a footnote at the end of another paragraph."""
        _append(
            paragraph,
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> NOTEREF {_bookmark(number)} \\f \\h </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f"<w:r>{self._style}<w:t>{number}</w:t></w:r>"
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )

    def attach(self) -> None:
        """Give the document all that were added."""
        main = self._document.part
        uri = PackURI("/word/footnotes.xml")
        part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, self._xml().encode(), main.package)
        main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        named = "".join(f'<w:footnote w:id="{number}"/>' for number in _SEPARATORS.values())
        settings = self._document.settings.element
        before = settings.find("w:compat", settings.nsmap)
        before.addprevious(parse_xml(f"<w:footnotePr {nsdecls('w')}>{named}</w:footnotePr>"))

    def _xml(self) -> str:
        separators = (
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for kind, number in _SEPARATORS.items()
        )
        style = style_id(self._document, FOOTNOTE_TEXT)
        notes = (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f"<w:r>{self._style}<w:footnoteRef/></w:r>"
            f'<w:r><w:t xml:space="preserve"> {escape(xml_safe(text))}</w:t></w:r></w:p></w:footnote>'
            for number, text in enumerate(self._texts, start=1)
        )
        declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f"{declaration}<w:footnotes {nsdecls('w')}>{''.join(separators)}{''.join(notes)}</w:footnotes>"


def _bookmark(number: int) -> str:
    return f"note{number}"


def _append(paragraph: Paragraph, xml: str) -> None:
    """Elements at the end of a paragraph, for which python-docx has no word."""
    around = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
    paragraph._p.extend(around)
