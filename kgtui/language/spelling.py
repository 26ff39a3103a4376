"""One spelling of a form for the dictionary and the index: without what a reader does not see or would type otherwise.

What is changed here is never shown. ё stays: the dictionary needs it.
"""

from __future__ import annotations

import re
from functools import cache

from kgtui.language.lookalikes import TO_LATIN, TO_RUSSIAN

_UNSEEN = re.compile("[\u0300-\u036f\u00ad]")  # accents that NFC cannot compose, soft hyphens
_SIGNS = str.maketrans("‐‑’ʼʻ`´ңүөҢҮӨ", "--'''''нуоНУО")
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-ЯЁа-яё]")


@cache
def plain(form: str) -> str:
    """Lower case, without unseen signs, with one hyphen and one apostrophe and the letters of Russian.

    >>> plain("Кыргызста\u0301н"), plain("Өзгөн"), plain("д’Артаньян")
    ('кыргызстан', 'озгон', "д'артаньян")
    """
    # Capitals look alike that small letters do not (T, B, H); of some signs lower case makes a Latin letter.
    return _of_one_alphabet(_UNSEEN.sub("", _of_one_alphabet(form.translate(_SIGNS)).lower()))


def _of_one_alphabet(form: str) -> str:
    """Letters of the other alphabet that only look right: «Кыpгызстан» with the Latin «p», «CАSА» with a Russian «А».

    What can be Russian is; a word that is neither may be of two, with a hyphen between them: «СASA-проект».
    """
    if not _CYRILLIC.search(form) or not _LATIN.search(form):
        return form
    russian = form.translate(TO_RUSSIAN)
    if not _LATIN.search(russian):
        return russian
    if "-" in form:
        return "-".join(map(_of_one_alphabet, form.split("-")))
    latin = form.translate(TO_LATIN)
    return form if _CYRILLIC.search(latin) else latin
