"""How many words a second get their keys and terms, the dictionary's work included."""

from __future__ import annotations

import time

from kgtui.language import analyse, word
from kgtui.search.terms import document_terms, searched_tokens

from .texts import ROOT, TEXTS


def words_a_second() -> float:
    """Of the processor's time, over the seeds and the articles of *dev*; to be asked first: a form is read but once."""
    texts = [path.read_text(encoding="utf-8") for path in (*ROOT.glob("seeds/*.txt"), *TEXTS.glob("dev/*.txt"))]
    word("слово")  # the dictionary is loaded once, whatever the number of articles
    started, words = time.process_time(), 0
    for text in texts:
        tokens = searched_tokens(analyse(text))
        words += len(tokens)
        for token in tokens:
            document_terms(token.text)
    return words / (time.process_time() - started)
