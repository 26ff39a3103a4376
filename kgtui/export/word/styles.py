"""The sheet and the styles of a Word document: A4, 10.5 pt, a margin of its own for titles and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

TITLE, HEAD = "Brief Title", "Brief Head"
ROW, PART, WIDE = "Brief Row", "Brief Part", "Brief Summary"
SOURCE, EVIDENCE = "Brief Source", "Brief Evidence"
NAME, DATE = "Brief Name", "Brief Date"
SIDE, LABEL, REMARK = "Brief Side", "Brief Label", "Brief Remark"
# Word knows these two of its own by their names.
FOOTNOTE_TEXT, FOOTNOTE_REFERENCE = "footnote text", "footnote reference"

BEFORE_SECTION = Pt(4)

_SHEET, _EDGE = (Mm(210), Mm(297)), Mm(20)
_WIDTH = Length(_SHEET[0] - 2 * _EDGE)
_MARGIN = Mm(34)
_FONT, _USUAL, _SMALL = "Times New Roman", Pt(10.5), Pt(8.5)
_DIM = RGBColor(0x55, 0x55, 0x55)
_WORD_2013 = "15"  # an older mode is shown to the reader as «ограниченная функциональность»


def prepare(document: Document, language: str) -> None:
    """Sheet, language and styles of an empty document; ``language`` is a tag such as ru-RU."""
    section = document.sections[0]
    section.page_width, section.page_height = _SHEET
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _EDGE
    section.footer_distance = Mm(10)
    spoken = document.styles.element.find(f".//{qn('w:lang')}")
    spoken.set(qn("w:val"), language)
    mode = document.settings.element.find(f".//{qn('w:compatSetting')}")
    mode.set(qn("w:val"), _WORD_2013)
    _paragraph_styles(document)
    _character_styles(document)


def style_id(document: Document, name: str) -> str:
    return str(document.styles[name].style_id)


def _paragraph_styles(document: Document) -> None:
    usual = cast("ParagraphStyle", document.styles["Normal"])
    usual.font.name, usual.font.size = _FONT, _USUAL
    usual.paragraph_format.space_after, usual.paragraph_format.line_spacing = Pt(0), 1.0
    title = _paragraphs(document, TITLE, size=Pt(14), tab=_WIDTH)
    title.paragraph_format.space_after = Pt(3)
    _ruled(title)
    _paragraphs(document, HEAD, size=Pt(9.5)).font.color.rgb = _DIM
    _paragraphs(document, ROW, hanging=_MARGIN)
    _paragraphs(document, PART, hanging=Mm(38))
    _paragraphs(document, WIDE, hanging=Mm(4))
    source = _paragraphs(document, SOURCE, size=Pt(9.5))
    source.paragraph_format.space_before, source.paragraph_format.keep_with_next = Pt(5), True
    _paragraphs(document, EVIDENCE, size=Pt(9.5), hanging=Mm(11))
    _paragraphs(document, FOOTNOTE_TEXT, size=_SMALL, is_words=True)


def _character_styles(document: Document) -> None:
    side = _characters(document, SIDE)
    side.font.bold, side.font.all_caps, side.font.size = True, True, _SMALL
    _characters(document, NAME).font.bold = True
    _characters(document, DATE).font.size = _USUAL
    _characters(document, LABEL).font.color.rgb = _DIM
    _characters(document, REMARK).font.color.rgb = _DIM
    _characters(document, FOOTNOTE_REFERENCE, is_words=True).font.superscript = True


def _paragraphs(
    document: Document,
    name: str,
    *,
    size: Length = _USUAL,
    hanging: Length | None = None,
    tab: Length | None = None,
    is_words: bool = False,
) -> ParagraphStyle:
    """A style of paragraphs; with ``hanging``, their first line begins so far before the others, ended by a tab."""
    style = cast("ParagraphStyle", document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=is_words))
    style.base_style = document.styles["Normal"]
    style.font.size = size
    style.paragraph_format.keep_together = True
    if hanging is not None:
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = hanging, Length(-hanging)
        style.paragraph_format.tab_stops.add_tab_stop(hanging)
    if tab is not None:
        style.paragraph_format.tab_stops.add_tab_stop(tab, WD_TAB_ALIGNMENT.RIGHT)
    return style


def _characters(document: Document, name: str, *, is_words: bool = False) -> CharacterStyle:
    return cast("CharacterStyle", document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=is_words))


def _ruled(style: ParagraphStyle) -> None:
    """A line under the paragraphs of a style, which python-docx has no word for."""
    rule = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="8" w:space="2" w:color="000000"/></w:pBdr>'
    )
    style.element.get_or_add_pPr().insert_element_before(rule, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
