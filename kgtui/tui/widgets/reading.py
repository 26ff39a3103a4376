"""What is open in the reader, and the words of its heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES
from kgtui.locale import t
from kgtui.model import Span
from kgtui.tui.widgets.mark_signs import tag_words
from kgtui.tui.words import day

if TYPE_CHECKING:
    from kgtui.model import Article, Document, Fact, Facts, Marks


@dataclass(frozen=True, slots=True)
class Reading:
    """What is open: an article, what it names (None until that is read), its hits in order (where it has none, those of
    its title as they stand there), and a sentence that was asked for, and in it the words of a fact."""

    article: Article
    facts: Facts | None
    hits: tuple[Span, ...] = ()
    sentence: Span | None = None
    words: Span | None = None
    in_title: tuple[str, ...] = ()


def asked_fact(reading: Reading | None) -> Fact | None:
    """The fact whose words were asked for, where it is known and still one."""
    if reading is None or reading.words is None or reading.facts is None:
        return None
    return next((fact for fact in reading.facts.told if fact.span == reading.words), None)


def headline_of(document: Document) -> Span | None:
    """The sentence at the beginning of the text that is the title."""
    from kgtui.language.titles import title_sentence  # noqa: PLC0415 - not before an article is open

    return title_sentence(document.text, document.body, document.title)


def about(reading: Reading, marks: Marks) -> list[str]:
    """Date, publisher and source, how much is told, and the tags; a doubtful date has a question mark."""
    document, facts = reading.article.document, reading.facts
    published = day(document.published) or t("screen.undated")
    if document.published_doubtful:
        published += "?"
    parts = [published, document.publisher or "", document.source or ""]
    if facts and facts.figures:
        parts.append(t("screen.reader.figures", count=len(facts.figures)))
    if facts and facts.quotes:
        parts.append(t("screen.reader.quotes", count=len(facts.quotes)))
    parts.append(tag_words(marks))
    return [*dict.fromkeys(part for part in parts if part)]


def which_hit(reading: Reading, hit: int) -> str:
    """Which hit of how many one stands on, else how many there are."""
    if reading.hits and hit >= 0:
        return t("screen.reader.hit", hit=hit + 1, count=len(reading.hits))
    if reading.hits:
        return t("screen.reader.hits", count=len(reading.hits), keys=KEY_NAMES)
    return t("screen.reader.in_title") if reading.in_title else ""
