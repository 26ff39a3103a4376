"""A brief as Markdown, read as CommonMark and GitHub read it: what an article says is no markup."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from kgtui.export.markdown import page_markdown
from kgtui.export.page import page_of
from kgtui.library import Library
from kgtui.locale import use_language

from .brief_pages import brief_of

BLOCKS = {"heading", "paragraph", "bullet_list", "list_item", "hr", "inline"}
INLINE = {"text", "text_special", "strong", "em", "softbreak"}


def test_nothing_but_our_own_markup(brief_library: Library) -> None:
    use_language("ru")
    written = page_markdown(page_of(brief_of(brief_library)))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(written)
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    within = [inner for token in tokens for inner in token.children or ()]
    assert kinds <= BLOCKS
    assert {inner.type.removesuffix("_open").removesuffix("_close") for inner in within} <= INLINE
    assert "<script>alert(1)</script>" in "".join(inner.content for inner in within)


def test_short_things_stand_one_after_another(brief_library: Library) -> None:
    use_language("ru")
    written = page_markdown(page_of(brief_of(brief_library)))
    (line,) = re.findall(r"^- (торговля .*)$", written, re.MULTILINE)
    assert re.fullmatch(r"(?:[а-я ]+ \d+(?:\[\^\d+-\d+\])+(?:\u00a0· |$))+", line), line
