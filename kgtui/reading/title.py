"""The title of a text that has none of its own: its first sentence, cut at a word."""

from __future__ import annotations

import re

from kgtui.language.sentences import sentence_spans
from kgtui.model import Span

LONGEST_SENTENCE = 120  # signs of a title made from a sentence
LONGEST_LINE = 250  # signs of a title that a format or a line gives

_ENDS = re.compile(r"(?:\.|[,;:–—-])+$")


def title_of_sentence(text: str, within: Span) -> str:
    """The first sentence of ``text[within]``, on one line, without full stop, of at most LONGEST_SENTENCE signs."""
    first = next(sentence_spans(text, within), within)
    words = one_line(first.of(text))
    shown = words if words.endswith(("...", "…")) else _ENDS.sub("", words).rstrip()
    return cut(shown, LONGEST_SENTENCE) if shown else words


def one_line(text: str) -> str:
    """All white space as single spaces."""
    return " ".join(text.split())


def cut(text: str, longest: int) -> str:
    """The text itself or as many of its whole words as leave room for «…»; a single long word is cut inside."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    if not text[longest - 1].isspace():
        head = head.rpartition(" ")[0] or head
    return head.rstrip(' ,;:–—-(«"') + "…"
