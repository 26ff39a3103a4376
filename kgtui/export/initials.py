"""A person's name as rows give it: «А. Касымалиев», «К.-Ж. Токаев», «Си Цзиньпин»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.export.wording import NO_BREAK
from kgtui.language.declensions import Part
from kgtui.language.names import parts_of
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier.values import Person

# Where the surname stands first, in the press as well, and nothing shows which word it is.
_SURNAME_FIRST = frozenset({"CN", "HK", "JP", "KP", "KR", "SG", "TW", "VN"})
_SYLLABLE = 3  # letters of such a surname at most: «Си», «Ван», «Ким», «Нгуен» only where the country is known
_GIVEN_AND_SURNAME = 2  # «Ильхам Гейдар оглу Алиев»
_INITIALLED = (Part.GIVEN, Part.INITIAL)


def short_name(person: Person) -> str:
    """Initials and surname, joined so that no line breaks between them; the whole name where they cannot be told."""
    words = one_line(person.name).split(" ")
    if person.country in _SURNAME_FIRST or (person.country is None and len(words[0]) <= _SYLLABLE):
        return NO_BREAK.join(words)
    parts = parts_of(words)
    at, stop = _surname(words, parts)
    given = [word for i, word in enumerate(words) if not at <= i < stop and parts[i] in _INITIALLED]
    particles = [word for i, word in enumerate(words[:at]) if parts[i] is Part.FIXED and Part.FATHER not in parts]
    return NO_BREAK.join([*map(_initial, given), *particles, *words[at:stop]])


def _surname(words: Sequence[str], parts: Sequence[Part]) -> tuple[int, int]:
    """Where the words of the surname stand; «Тургунбек уулу» is one where there is no other."""
    named = [i for i, part in enumerate(parts) if part in _INITIALLED]
    if Part.FATHER in parts and len(named) < _GIVEN_AND_SURNAME:
        at = parts.index(Part.FATHER)
        return at, at + 2
    at = next((i for i, part in enumerate(parts) if part is Part.SURNAME), len(words) - 1)
    return at, at + 1


def _initial(word: str) -> str:
    """«Касым-Жомарт» → «К.-Ж.»."""
    return "-".join(f"{piece[:1].upper()}." for piece in word.rstrip(".").split("-"))
