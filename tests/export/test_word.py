"""A brief as a Word document: sound parts, a footnote for every reference, and what an article says is only text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import docx
import pytest

from kgtui.dossier import Note, SectionKind
from kgtui.export.page import page_of
from kgtui.export.page_values import Page, PageRow, PageSection, PageSource
from kgtui.export.word import page_docx
from kgtui.export.word.words import xml_safe
from kgtui.library import Library
from kgtui.locale import use_language
from kgtui.model import Span

from .brief_pages import TODAY, brief_of

PLACES = ((1, 3), (1, 9), (2, 1))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def content(brief_library: Library) -> bytes:
    use_language("ru")
    return page_docx(page_of(brief_of(brief_library)), TODAY)


@pytest.fixture(scope="module")
def parts(content: bytes) -> dict[str, ElementTree.Element]:
    return parts_of(content)


def parts_of(content: bytes) -> dict[str, ElementTree.Element]:
    """The parts that are XML, each read: one that is not well formed fails here."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        return {name: ElementTree.fromstring(file.read(name)) for name in names}  # noqa: S314 - our own file


def texts(part: ElementTree.Element) -> Iterator[str]:
    for paragraph in part.iter(f"{W}p"):
        yield "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))


def test_every_reference_has_its_footnote(parts: dict[str, ElementTree.Element]) -> None:
    referred = [each.get(f"{W}id") for each in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    footnotes = parts["word/footnotes.xml"].iter(f"{W}footnote")
    made = [each.get(f"{W}id") for each in footnotes if each.get(f"{W}type") is None]
    assert referred == made
    assert made == [str(number) for number in range(1, len(made) + 1)]


def test_what_is_referred_to_once_more_is_one_of_them(parts: dict[str, ElementTree.Element]) -> None:
    body = parts["word/document.xml"]
    bookmarks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    fields = [(each.text or "").split() for each in body.iter(f"{W}instrText")]
    again = {words[1] for words in fields if words[0] == "NOTEREF"}
    assert again
    assert again <= bookmarks


def test_a_footnote_names_its_source_once_running() -> None:
    use_language("ru")
    first, second, other = (Note(source, place, source, "id", Span(0, 4), "Да.") for source, place in PLACES)
    rows = tuple(PageRow("строка", notes) for notes in ((first,), (second,), (first,), (other,)))
    sources = (PageSource(1, "Кабар", "a", (first, second)), PageSource(2, "УзА", "b", (other,)))
    page = Page("Пара", "", (), (PageSection(SectionKind.CONTACTS, "Контакты", rows),), sources)
    notes = list(texts(parts_of(page_docx(page, TODAY))["word/footnotes.xml"]))
    assert [note.strip() for note in notes if note] == ["[1] Кабар, предл. 3", "Там же, предл. 9", "[2] УзА, предл. 1"]


def test_the_parts_are_announced(parts: dict[str, ElementTree.Element]) -> None:
    types = {each.get("PartName") for each in parts["[Content_Types].xml"]}
    targets = {each.get("Target") for each in parts["word/_rels/document.xml.rels"]}
    assert "/word/footnotes.xml" in types
    assert "footnotes.xml" in targets


def test_all_sentences_stand_in_the_annex(brief_library: Library, parts: dict[str, ElementTree.Element]) -> None:
    use_language("ru")
    written = set(texts(parts["word/document.xml"]))
    for note in brief_of(brief_library).notes():
        assert f"{note.label}{xml_safe(note.quotation)}" in written


def test_what_an_article_says_is_text(parts: dict[str, ElementTree.Element]) -> None:
    everything = "\n".join(texts(parts["word/document.xml"]))
    assert "<script>alert(1)</script>" in everything
    assert "\x1b" not in everything
    assert not {"\u202e", "\u200f", "\u2028"} & set(everything)


def test_it_opens_and_says_what_it_is(content: bytes) -> None:
    document = docx.Document(io.BytesIO(content))
    assert document.core_properties.title == "Кыргызстан — Узбекистан"
    assert document.core_properties.author == "kgtui"
    assert document.core_properties.created is not None
    assert document.core_properties.created.date() == TODAY


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x0b", "\ufffe", "\uffff", "\ud800", "\u202e"])
def test_what_xml_forbids_is_replaced(sign: str) -> None:
    ElementTree.fromstring(f"<t>{xml_safe(f'до{sign}после')}</t>".encode())  # noqa: S314 - our own words
