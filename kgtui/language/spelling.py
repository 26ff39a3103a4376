"""One spelling of a form for the dictionary and the index: without what a reader does not see or would type otherwise.

What is changed here is never shown. ё stays: the dictionary needs it.
"""

from __future__ import annotations

import re
from functools import cache

from kgtui.language.lookalikes import TO_RUSSIAN

_UNSEEN = re.compile("[\u0300-\u036f\u00ad]")  # accents that NFC cannot compose, soft hyphens
_SIGNS = str.maketrans("‐‑’ʼʻ`´ңүө", "--'''''нуо")
_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[а-яё]")


@cache
def plain(form: str) -> str:
    """Lower case, without unseen signs, with one hyphen and one apostrophe and the letters of Russian.

    >>> plain("Кыргызста\u0301н"), plain("Өзгөн"), plain("д’Артаньян")
    ('кыргызстан', 'озгон', "д'артаньян")
    """
    return _cyrillic(_UNSEEN.sub("", form.lower()).translate(_SIGNS))


def _cyrillic(lower: str) -> str:
    """Latin letters within Cyrillic words that only look like Cyrillic ones: «Кыpгызстан» with the Latin «p»."""
    if not _CYRILLIC.search(lower):
        return lower
    russian = lower.translate(TO_RUSSIAN)
    return lower if _LATIN.search(russian) else russian
