"""Letters of the two alphabets that look the same: a word of them may stand in either."""

from __future__ import annotations

_LATIN, _RUSSIAN = "aceopxykABCEHKMOPTXY", "асеорхукАВСЕНКМОРТХУ"
TO_RUSSIAN, TO_LATIN = str.maketrans(_LATIN, _RUSSIAN), str.maketrans(_RUSSIAN, _LATIN)


def other_alphabet(word: str) -> str | None:
    """The word with all letters of one alphabet, as it looks; None where none of its letters can be changed so.

    >>> other_alphabet("САSA-1000"), other_alphabet("PT"), other_alphabet("мир")
    ('CASA-1000', 'РТ', None)
    """
    for table in (TO_RUSSIAN, TO_LATIN):
        other = word.translate(table)
        if other != word and len({letter.isascii() for letter in other if letter.isalpha()}) == 1:
            return other
    return None
