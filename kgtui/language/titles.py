"""Whether a sentence of an article only says its title again: white space, letter case, ё and punctuation apart."""

from __future__ import annotations

import re
from itertools import islice

from kgtui.language.sentences import sentence_spans
from kgtui.model import Span

_WORD = re.compile(r"\w+")
_CUT = ("…", "...")
_DATELINE = 1  # sentences: «БИШКЕК, 11 ноя – РИА Новости.»


def says_title(sentence: str, title: str) -> bool:
    """A title that was cut ends with «…», perhaps inside a word: the sentence may then go on.

    >>> says_title("Таможня «Достук» открыта.", "ТАМОЖНЯ «Достук» открыта")
    True
    >>> says_title("Таможня открыта для грузов из Китая.", "Таможня открыта для…")
    True
    >>> says_title("Таможня открыта вчера.", "Таможня открыта")
    False
    """
    said, titled = _words(sentence), _words(title)
    if not titled:
        return False
    if not title.rstrip().endswith(_CUT):
        return said == titled
    return " ".join(said).startswith(" ".join(titled))


def title_sentence(text: str, body: Span, title: str) -> Span | None:
    """The sentence with which a body begins, or the one behind its dateline, where it only says the title again."""
    first = islice(sentence_spans(text, body), _DATELINE + 1)
    return next((sentence for sentence in first if says_title(sentence.of(text), title)), None)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("ё", "е"))
