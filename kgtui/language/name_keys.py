"""The search keys of names, which no dictionary holds in full: by the shape of a surname, else by the classes of
inflection that a form allows.

``~`` and a stem is a surname's key, with «а» that of a woman; ``^`` and a stem one that a form may be inflected from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from kgtui.language.folding import fold
from kgtui.language.lemmas import is_readable
from kgtui.language.words import Word, word


@dataclass(frozen=True, slots=True)
class NameKeys:
    """``likely`` keys of the form as a name; ``other`` those of the other gender; ``rare`` those of a word that the
    dictionary has, and that may still be another name: they meet the likely keys of words that it lacks.
    ``lemmas`` are those of a surname, of whichever gender, for which the keys stand."""

    likely: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()


@cache
def name_keys(lower: str) -> NameKeys:
    """The keys of a form, in lower case, as a name: of its surname's shape, else of every class that it allows."""
    exact = fold(lower)
    keys = _compound_keys(exact) or _surname_keys(exact)
    if keys:
        return replace(keys, lemmas=_surname_lemmas(lower))
    if not is_readable(lower):
        return NameKeys()
    parsed, classes = word(lower), _marked(class_stems(exact))
    if not parsed.known:
        return NameKeys(likely=classes)
    if any(reading.is_name and "Fixd" in reading.grammemes for reading in parsed.readings):
        return NameKeys(other=classes)  # a name that a woman does not decline, but a man: «Эммануэль», «Хань»
    likely = _marked(_common_word_stems(parsed, exact))
    return NameKeys(likely=likely, rare=classes - likely)


def _marked(stems: set[str]) -> frozenset[str]:
    return frozenset("^" + stem for stem in stems)


def _common_word_stems(parsed: Word, exact: str) -> set[str]:
    """A common word may be a surname that is declined in its own way: «Перец», «Переца»; «Бабий», «Бабием»."""
    if any(reading.is_name for reading in parsed.readings):
        return set()
    return {exact} | {stem for stem in class_stems(exact) if stem.endswith("и")}


_MAN, _WOMAN = "мж"

# Shapes of surnames: the stem, and the endings that only a man has, only a woman, or both (or several people).
_SURNAMES = tuple(
    (re.compile(rf"(.{{2,}}(?:{stem}))({men}|{women}|{both})"), re.compile(men), re.compile(women))
    for stem, men, women, both in (
        ("ов|ев|ин|ын", "|ым|е", "ой|ою", "а|у|ы|ых|ыми"),
        ("ск|цк", "ий|ый|ого|ому|им|ом", "ая|ую|ою", "ой|ие|их|ими"),
    )
)


def _surname_keys(folded: str) -> NameKeys | None:
    for shape, men, women in _SURNAMES:
        match = shape.fullmatch(folded)
        if match:
            man, woman = frozenset({"~" + match.group(1)}), frozenset({"~" + match.group(1) + "а"})
            if men.fullmatch(match.group(2)):
                return NameKeys(likely=man, other=woman)
            if women.fullmatch(match.group(2)):
                return NameKeys(likely=woman, other=man)
            return NameKeys(likely=man | woman)
    return None


def _compound_keys(folded: str) -> NameKeys | None:
    """Of a name in parts, of which one at least is a surname by its shape, each declined: «Петрову-Водкину»."""
    parts = folded.split("-")
    if not 1 < len(parts) <= _MOST_PARTS or not any(surname_stem(part) for part in parts):
        return None
    stems = product(*(_part_stems(part) for part in parts))
    return NameKeys(likely=frozenset("~" + "-".join(combination) for combination in stems))


def _part_stems(part: str) -> set[str]:
    surname = surname_stem(part)
    if surname:
        return {surname}
    return {fold(lemma) for lemma in word(part).lemmas} if is_readable(part) and word(part).known else class_stems(part)


def _surname_lemmas(lower: str) -> frozenset[str]:
    if not is_readable(lower):
        return frozenset()
    parsed = word(lower)
    return frozenset(r.folded for r in parsed.readings if not parsed.known or "Surn" in r.grammemes)


def surname_stem(folded: str) -> str | None:
    """The stem that all forms of a surname in -ов, -ев, -ин, -ын, -ский, -цкий share.

    >>> surname_stem("касымалиевой")
    'касымалиев'
    """
    matches = (shape.fullmatch(folded) for shape, _, _ in _SURNAMES)
    return next((match.group(1) for match in matches if match), None)


_ENDINGS = "ами ями ом ем ой ей ою ею ью ам ям ах ях а я у ю е ы и ь й".split()
_MOST_PARTS = 3  # of a name with hyphens
_SHORTEST = 2  # letters of a stem: «Ян», «Юн»
_STEM_ENDS = frozenset("бвгджзклмнпрстфхцчшщи")  # a consonant, or the vowel of -ий, -ия
_VOWELS = frozenset("аеоуыэюя")
_AFTER_VOWELS = frozenset("ем ей ею я ю е и й".split())

# A vowel that only the nominative has: how it ends, and how the stem of the other cases does.
_FLEETING = (
    (re.compile("(?<=[аеиоуыэюя])ец"), "йц"),  # «Китаец», «Китайца»
    (re.compile("(?<=л)ец"), "ьц"),  # «Стрелец», «Стрельца»
    (re.compile("ец"), "ц"),  # «Голубец», «Голубца»
    (re.compile("[оеё]к"), "к"),  # «Рыженок», «Рыженка»
    (re.compile("(?<=л)[её]к"), "ьк"),  # «Королек», «Королька»
)


def class_stems(folded: str) -> set[str]:
    """The word itself, every stem left by stripping one case ending, and those without a fleeting vowel.

    A stem that ends in a vowel is given with its «й»: «Таалая», «Таалаем» and «Таалай» share «таалай».
    """
    stems = {folded}
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem == folded:
            continue
        if len(stem) >= _SHORTEST and stem[-1] in _STEM_ENDS:
            stems.add(stem)
        elif len(stem) > 1 and stem[-1] in _VOWELS and ending in _AFTER_VOWELS:
            stems.add(stem + "й")
    return stems | set(_without_fleeting_vowel(folded))


def _without_fleeting_vowel(folded: str) -> set[str]:
    found = ((ending.search(folded, len(folded) - 2), short) for ending, short in _FLEETING)
    return {folded[:-2] + short for match, short in found if match and len(folded) > 4}
