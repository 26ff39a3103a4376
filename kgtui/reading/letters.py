"""How Russian a text looks, by its letters: enough to tell encodings apart on a headline of twenty letters."""

from __future__ import annotations

import math
from itertools import pairwise

# Share of each letter in Russian running text, in thousandths.
_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_SHARES = "110 85 80 74 67 63 55 47 45 44 35 32 30 28 26 20 19 17 17 16 16 14 12 10 9 7 6 5 4 3 3 0.5 3".split()
_SCORES = {letter: math.log2(float(share)) - 3 for letter, share in zip(_LETTERS, _SHARES, strict=True)}

# The pairs of letters that make up nine tenths of running text: first letter, then all that often follow it.
_FOLLOWERS = (
    "абвгдежзийклмнпрстхцчшя баеилорщы ваезиклносуы гаеилору давежилнорсуы евгдежзийклмнпрстчшщю жадеин задевинос"
    " ивгдезийклмнорстхцчшюя йнст каеилорсту лаеиоуьюя маеиноуы надеикностуыья обвгдежзийклмнопрстчшщю паеилорь"
    " рагдеикмностуыья саевиклнопстуыья таевикмнорсуыья убдгжзклмнпрстчшщ феиор хаоив цеиы чаеинтк шаеикл щеиа"
    " ыевйлмрсх ьенсюяш экт юдтщ явзлмнстх"
)
_OFTEN = frozenset(letters[0] + follower for letters in _FOLLOWERS.split() for follower in letters[1:])

_SIGNS = frozenset("«»„“”’–—…№·•°§©®™ \xa0\xad‑₽")
_NEVER_BEFORE_A_LETTER = frozenset("’…–—№·°§©®™»“”")
_OTHER_CYRILLIC = -2.0
_STRANGER = -6.0
_MISPLACED = -8.0  # a capital after a small letter, Cyrillic beside Latin, a dash before a letter
_CAPITAL = -0.5
_PAIR = 1.5


def russian_likeness(text: str) -> float:
    """The mean score of the signs beyond ASCII: 2 to 4 for Russian, below 0 for Russian in a wrong encoding.

    A text of ASCII alone gives 0.
    """
    total = sum(map(_pair_score, pairwise(text)))
    count = 0
    for sign in text:
        if sign > "\x7f":
            count += 1
            total += _score(sign)
    return total / count if count else 0.0


def _score(sign: str) -> float:
    lower = sign.lower()
    score = _SCORES.get(lower)
    if score is not None:
        return score if sign == lower else score + _CAPITAL
    if sign in _SIGNS:
        return 0.0
    return _OTHER_CYRILLIC if "Ѐ" <= sign <= "ӿ" else _STRANGER


def _pair_score(pair: tuple[str, str]) -> float:
    first, second = pair
    if first.isalpha():
        if second.isalpha() and ((first > "\x7f") is not (second > "\x7f") or (first.islower() and second.isupper())):
            return _MISPLACED
    elif first in _NEVER_BEFORE_A_LETTER and second > "\x7f" and second.isalpha():
        return _MISPLACED
    both = (first + second).lower().replace("ё", "е")
    if both[0] not in _SCORES or both[1:] not in _SCORES:
        return 0.0
    return _PAIR if both in _OFTEN else -_PAIR


def cyrillic_share(text: str) -> tuple[int, float]:
    """How many letters a text has, and what share of them (0…1) is Cyrillic."""
    letters = [sign for sign in text if sign.isalpha()]
    cyrillic = sum(1 for letter in letters if "Ѐ" <= letter <= "ԯ")
    return len(letters), cyrillic / len(letters) if letters else 0.0
