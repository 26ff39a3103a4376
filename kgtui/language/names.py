"""The nominative of a person's name: one case and one gender for all its words.

Each word may be read in several ways: as the dictionary reads it, and by the classes of names that the dictionary
lacks (``DECLENSIONS``). The reading of the whole is the one whose words agree and weigh most. Where nothing speaks for
another form, the name stays as it is written: a wrong nominative is worse than the text's own form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kgtui.language.declensions import CASES, GENDERS, Form, Part
from kgtui.language.folding import fold
from kgtui.language.name_words import (
    CHILD_OF,
    PARTICLES,
    forms,
    is_initial,
    is_known,
    is_of_mongolian_father,
    is_ordinal,
    is_patronymic,
    is_son_of,
    is_surname_shaped,
)


@dataclass(frozen=True, slots=True)
class NameReading:
    """One way to read a whole name: its words in the nominative, the case and gender that they agree in."""

    words: tuple[str, ...]
    case: str
    gender: str
    weight: float


@cache
def readings(
    name: tuple[str, ...], cases: frozenset[str] = frozenset(), gender: str | None = None
) -> tuple[NameReading, ...]:
    """All ways to read a name, the likeliest first; ``cases`` and ``gender`` are those that its context asks for."""
    parts = parts_of(name)
    options = [
        forms(text, part, final=position == _last_name(parts))
        for position, (text, part) in enumerate(zip(name, parts, strict=True))
    ]
    found = [reading for case in CASES for g in GENDERS if (reading := _agreeing(options, case, g))]
    words = sum(part not in (Part.INITIAL, Part.FIXED) for part in parts)
    found = [_in_context(reading, cases, gender, words) for reading in found]
    found.sort(key=lambda reading: -reading.weight)
    return tuple(found) or (NameReading(name, "nomn", gender or "masc", 0.0),)


def nominative(name: Sequence[str], cases: Iterable[str] = (), gender: str | None = None) -> tuple[str, ...]:
    """The words of a name in the nominative.

    >>> nominative(("Адылбеком", "Касымалиевым"))
    ('Адылбек', 'Касымалиев')
    >>> nominative(("Кохира", "Расулзода"))
    ('Кохир', 'Расулзода')
    """
    return readings(tuple(name), frozenset(cases), gender)[0].words


def _agreeing(options: Sequence[Sequence[Form]], case: str, gender: str) -> NameReading | None:
    weight, words = 0.0, []
    for forms_ in options:
        best = None
        for form in forms_:
            if form.case not in (case, None) or form.gender not in (gender, None):
                continue
            value = form.weight - (0.2 if form.case is None else 0.0)
            if best is None or value > best[0]:
                best = (value, form.nominative)
        if best is None:
            return None
        weight += best[0]
        words.append(best[1])
    return NameReading(tuple(words), case, gender, weight)


def _in_context(reading: NameReading, cases: frozenset[str], gender: str | None, length: int) -> NameReading:
    weight = reading.weight
    if reading.case == "nomn" and (reading.gender == "masc" or length > 1):
        weight += 0.35
    if reading.gender == "masc":
        weight += 0.3
    if cases:
        weight += 1.5 if reading.case in cases else -2.5
    if gender:
        weight += 0.8 if reading.gender == gender else -2.2
    if reading.case == "loct" and "loct" not in cases:
        weight -= 0.8  # needs a preposition, which the context would show
    return NameReading(reading.words, reading.case, reading.gender, weight)


def parts_of(name: Sequence[str]) -> tuple[Part, ...]:
    """What each word of a name is: «Жапаров Садыр Нургожоевич» has its surname first."""
    return _parts_of(tuple(name))


@cache
def _parts_of(name: tuple[str, ...]) -> tuple[Part, ...]:
    parts = [_part(text) for text in name]
    if parts[0] is Part.FIXED and name[0][:1].isupper() and len(parts) > 1:
        parts[0] = Part.GIVEN  # «Ван И»
    for position, text in enumerate(name):
        if text.lower() in CHILD_OF and position:
            parts[position - 1] = Part.FATHER
    named = [i for i, part in enumerate(parts) if part is Part.GIVEN]
    patronymic = next((i for i, part in enumerate(parts) if part is Part.PATRONYMIC), None)
    if not named or Part.FATHER in parts:
        return tuple(parts)
    if patronymic is not None and len(named) > 1 and patronymic > named[-1]:
        surname = named[0]
    elif patronymic is not None and len(named) == 1 and named[0] < patronymic:
        return tuple(parts)
    elif len(named) > 1 and surname_first(name[named[0]], name[named[-1]]):
        surname = named[0]
    else:
        surname = named[-1]
    parts[surname] = Part.SURNAME
    return tuple(parts)


def surname_first(first: str, last: str) -> bool:
    """«Асанова Бурул»: the first word is a surname by its ending and no given name, the last one is none. «Гомбожавын
    Занданшатар» has his father's name first, in the Mongolian genitive, and is known by his own."""
    return (
        is_surname_shaped(first)
        and not is_of_mongolian_father(first)
        and not (is_surname_shaped(last) or is_son_of(last))
        and not is_known(first, "Name")
        and len(last) > 3
    )


def _part(text: str) -> Part:
    if is_initial(text):
        return Part.INITIAL
    if text.lower() in PARTICLES or is_ordinal(text):
        return Part.FIXED
    return Part.PATRONYMIC if is_patronymic(text) else Part.GIVEN


def _last_name(parts: Sequence[Part]) -> int:
    """The place of the surname, else of the last word that is a name."""
    for wanted in (Part.SURNAME, Part.GIVEN, Part.PATRONYMIC):
        for position in range(len(parts) - 1, -1, -1):
            if parts[position] is wanted:
                return position
    return -1


def name_key(words: Sequence[str]) -> str:
    """What a person is known by in every article: the folded given name (or initial) and surname, each in the first of
    the spellings that ``data/name_variants.tsv`` gives it.

    >>> name_key(("Садыр", "Нургожоевич", "Жапаров")), name_key(("Садыр", "Джапаров"))
    ('садыр жапаров', 'садыр жапаров')
    """
    kept = [text for text, part in zip(words, parts_of(words), strict=True) if part is not Part.PATRONYMIC] or list(
        words
    )
    folded = (fold(text.rstrip(".")) for text in kept)
    return " ".join(_spellings().get(text, text) for text in folded)


def usual_spelling(name_word: str) -> str:
    """A word of a name in the spelling that ``data/name_variants.tsv`` has for it, else as it is.

    >>> usual_spelling("Мирзиеев"), usual_spelling("Джапаров"), usual_spelling("Путин")
    ('Мирзиёев', 'Жапаров', 'Путин')
    """
    return _usual().get(fold(name_word), name_word)


@cache
def _spellings() -> Mapping[str, str]:
    """Folded spelling of a name word → the one that stands for it, folded."""
    return {variant: fold(name) for variant, name in _usual().items()}


@cache
def _usual() -> Mapping[str, str]:
    """Folded spelling of a name word → the usual one."""
    table = Path(__file__).parent / "data" / "name_variants.tsv"
    lines = (line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    rows = [line.split("\t") for line in lines][1:]
    return {fold(each.strip()): name for name, variants in rows for each in (name, *variants.split(";"))}
