"""Whether a person is a woman or a man, where name and office show it."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.names.role_heads import head_readings
from kgtui.language import word
from kgtui.language.name_words import is_patronymic
from kgtui.language.names import readings
from kgtui.model import Entity

_CLEAR = 1.2  # how much heavier one gender's reading of a name must be
_SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ий", "ой")


def gender_of(person: Entity) -> str | None:
    """ "masc" or "femn"; None where the name could be either («Солеха Холмахмадзода», «Ивон Бауман»)."""
    role = (person.role or "").split(" ", 1)[0]
    if any(r.gender == "femn" and r.number == "sing" for r in head_readings(role)) if role else False:
        return "femn"
    return _of_name(person.name)


@cache
def _of_name(name: str) -> str | None:
    words = tuple(name.split())
    weights = {"masc": -9.0, "femn": -9.0}
    for reading in readings(words, frozenset({"nomn"})):
        if reading.case == "nomn":
            weights[reading.gender] = max(weights.get(reading.gender, -9.0), reading.weight)
    if weights["femn"] > weights["masc"]:
        return "femn"
    if weights["masc"] > weights["femn"] + _CLEAR and _is_known_man(words):
        return "masc"
    return None


def _is_known_man(words: tuple[str, ...]) -> bool:
    """A name that the dictionary has as a man's, a patronymic or a surname with a man's ending."""
    return any(
        is_patronymic(text)
        or text.endswith(_SURNAMES)
        or (
            word(text).known
            and any("Name" in r.grammemes and r.gender == "masc" and r.case == "nomn" for r in word(text).readings)
        )
        for text in words
    )
