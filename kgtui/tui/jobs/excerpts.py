"""A piece of an article for its row in the list: opened a few words before the first hit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kgtui.model import Span

_LEAD = 24  # characters before the first hit
_WORD = re.compile(r"[«„“\"'(]*\w")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of an article with its hits; the spans are offsets in ``text``. Where it only says the title again,
    ``beyond_title`` may stand in its place, if the title shows the hits."""

    text: str
    spans: tuple[Span, ...]
    beyond_title: str | None = None

    @property
    def forms(self) -> frozenset[str]:
        """The words that its hits are."""
        return frozenset(span.of(self.text) for span in self.spans)

    def beside(self, title: str) -> Excerpt:
        """What is shown under the title, as far as that is seen: nothing that it says already."""
        if self.beyond_title is None:
            return self
        told = {part for part, is_hit in parted(title, self.forms) if is_hit}
        return Excerpt(self.beyond_title, ()) if told == self.forms else self


def opened_at_hit(text: str, spans: tuple[Span, ...], beyond_title: str | None = None) -> Excerpt:
    """A sentence from a few words before its first hit on: a row shows no more than its beginning."""
    start = min(_word_start(text, spans[0].start - _LEAD), spans[0].start) if spans else 0
    lead = "…" if start else ""
    shift = start - len(lead)
    placed = tuple(Span(span.start - shift, span.end - shift) for span in spans)
    return Excerpt(lead + text[start:], placed, beyond_title)


def parted(text: str, forms: Collection[str]) -> Iterator[tuple[str, bool]]:
    """A text in parts, with whether each is one of the forms, as a whole word."""
    among = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    parts = re.split(rf"(?<!\w)({among})(?!\w)", text) if forms else [text]
    return ((part, index % 2 == 1) for index, part in enumerate(parts) if part)


def _word_start(text: str, wanted: int) -> int:
    """The start of the word at or after ``wanted``: no dash, bracket or comma before it."""
    if wanted <= 0:
        return 0
    space = text.find(" ", wanted)
    word = _WORD.search(text, space + 1) if space >= 0 else None
    return word.start() if word else wanted
