"""Russian words in Latin letters and Latin ones in Russian letters: what a word may stand for in the other alphabet.

No scheme is asked for: ``data/transliteration.tsv`` has what each letter or group of letters stands for in any of them,
and of the many spellings that come out only those are kept whose every beginning is the beginning of a known word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path

_TABLE = Path(__file__).parent / "data" / "transliteration.tsv"
_MOST = 50  # spellings of a word
_WIDEST = 4  # letters that together stand for something
_OPEN_END = 3  # letters of a case ending, which no known word need have

Units = Mapping[str, tuple[str, ...]]  # a letter or a group of letters → what it may stand for, the usual first


def spellings(word: str, begins: Callable[[str], bool]) -> list[str]:
    """How a word (folded) may be written in the other alphabet. ``begins`` says whether a known word begins so; only
    the last few letters, which may be an ending, need not be known.

    >>> known = ["жапаров", "ильхам"]
    >>> begins = lambda start: any(word.startswith(start) for word in known)
    >>> spellings("japarova", begins), spellings("ilham", begins)
    (['жапарова'], ['ильхам'])
    """
    found = dict.fromkeys(islice(_walk(word, "", _units_for(word), begins), _MOST))
    return list(found)


def usual_spelling(word: str) -> str:
    """The word in the other alphabet, each group of letters as it usually is.

    >>> usual_spelling("zhaparov"), usual_spelling("каса")
    ('жапаров', 'kasa')
    """
    units = _units_for(word)
    written, at = "", 0
    while at < len(word):
        width = next((width for width in range(_WIDEST, 1, -1) if word[at : at + width] in units), 1)
        written += units.get(word[at : at + width], (word[at],))[0]
        at += width
    return written


def _walk(rest: str, written: str, units: Units, begins: Callable[[str], bool]) -> Iterator[str]:
    """Depth first, the longest group of letters and its usual meaning first."""
    if not rest:
        yield written
        return
    known = False
    for width in range(min(len(rest), _WIDEST), 0, -1):
        for unit in units.get(rest[:width], (rest[0],) if width == 1 else ()):
            if begins(written + unit):
                known = True
                yield from _walk(rest[width:], written + unit, units, begins)
    if not known and len(rest) <= _OPEN_END < len(written):
        yield written + usual_spelling(rest)


def _units_for(word: str) -> Units:
    return _units(to_latin=any("а" <= letter <= "я" for letter in word))


@cache
def _units(*, to_latin: bool) -> Units:
    rows = list(_rows())
    if not to_latin:
        return dict(rows)
    units: dict[str, tuple[str, ...]] = {}
    for usual in (True, False):
        for latin, meanings in sorted(rows, key=lambda row: len(row[0])):
            for russian in meanings[:1] if usual else meanings[1:]:
                if russian and latin.isascii():
                    units[russian] = (*units.get(russian, ()), latin)
    return units


def _rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        latin, russian, _ = line.split("\t")
        yield latin, tuple("" if item == "0" else item for item in russian.split("; "))
