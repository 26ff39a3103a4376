"""Whether a person is a woman or a man, where name and office show it."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.names.role_heads import head_readings
from kgtui.language import word
from kgtui.language.name_words import is_patronymic
from kgtui.model import Entity

_ENDINGS = {
    "femn": ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая"),
    "masc": ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий"),
}
_CHILD_OF = {"кызы": "femn", "кизи": "femn", "уулу": "masc", "оглы": "masc", "угли": "masc"}
_SYLLABLE = 4  # letters of a name of the Far East, whose endings say nothing («Хуа Чуньин»)


def gender_of(person: Entity) -> str | None:
    """ "masc" or "femn"; None where the name could be either («Солеха Холмахмадзода», «Ивон Бауман»)."""
    role = (person.role or "").split(" ", 1)[0]
    if any(r.gender == "femn" and r.number == "sing" for r in head_readings(role)) if role else False:
        return "femn"
    return _of_name(person.name)


@cache
def _of_name(name: str) -> str | None:
    words = name.lower().split()
    for text in words:
        if text in _CHILD_OF or is_patronymic(text):
            return _CHILD_OF.get(text) or ("masc" if text.endswith("ч") else "femn")
    eastern = len(words) > 1 and len(words[0]) <= _SYLLABLE and words[-1].endswith(("ин", "ын", "ина"))
    for gender, endings in _ENDINGS.items():
        if words[-1].endswith(endings) and not eastern:
            return gender
    return _of_given(words[0])


def _of_given(text: str) -> str | None:
    """By the dictionary, where it has a word as a given name of one gender."""
    names = [r for r in word(text).readings if "Name" in r.grammemes and r.case == "nomn" and r.number == "sing"]
    genders = {reading.gender for reading in names}
    return genders.pop() if word(text).known and len(genders) == 1 else None
