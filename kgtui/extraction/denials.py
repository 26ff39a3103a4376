"""Sentences that tell what is not so: «опроверг сообщения», «слухи», «не соответствует действительности»."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kgtui.extraction.context import Context, lemmas_of

_DENYING = frozenset("опровергнуть опровергать отрицать слух".split())
_UNTRUE = "действительности"
_MATCHING = frozenset({("соответствует", _UNTRUE), ("соответствуют", _UNTRUE)})


def is_denied(context: Context, first: int, stop: int) -> bool:
    """Whether a sentence, by its tokens, denies what it tells of."""
    words = context.lowers[first:stop]
    return any(map(_denies, words)) or (_UNTRUE in words and not _MATCHING.isdisjoint(pairwise(words)))


@cache
def _denies(form: str) -> bool:
    return not lemmas_of(form).isdisjoint(_DENYING)
