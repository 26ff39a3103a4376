"""The names of persons: one spelling for a row, and which namings are of one person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kgtui.dossier.namings import Group, name_of, newest_first
from kgtui.dossier.offices import office_of
from kgtui.language import fold
from kgtui.language.names import usual_spelling

_DOUBLED = re.compile(r"(.)\1")


def usual_name(group: Group) -> str:
    """The name that most articles give, each word in its usual spelling, else as the source with ё has it."""
    with_yo = {fold(word): word for naming in group for word in naming.entity.name.split() if "ё" in word.lower()}
    words = name_of(fully_named(group)).split()
    return " ".join(
        usual if (usual := usual_spelling(word)) != word else with_yo.get(fold(word), word) for word in words
    )


def fully_named(group: Group) -> Group:
    """The namings of a person without those by surname or initial, where there are others."""
    return [naming for naming in group if not _is_short_key(naming.entity.key)] or group


def in_usual_spelling(name: str) -> str:
    return " ".join(map(usual_spelling, name.split()))


def other_spellings(group: Group, name: str) -> tuple[str, ...]:
    """The words of the name that sources spell otherwise, as they spell them, the newest first."""
    usual = set(name.split())
    found = dict.fromkeys(
        word for naming in group for word in naming.entity.name.split() if _is_variant(word) and word not in usual
    )
    return tuple(found)


def _is_variant(word: str) -> bool:
    return usual_spelling(word) != word


def joined(groups: Sequence[Group]) -> list[Group]:
    """With «С. Жапаров» and «Жапаров» joined to the one person whom they can mean: the only one of that surname and
    initial, and in no other office; and «Садыр Жаппаров», whom a doubled letter parts from «Садыр Жапаров»."""
    groups = _without_doubled(groups)
    of_surname: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        if not _is_short(group):
            of_surname.setdefault(_words(group)[-1], []).append(place)
    parts: dict[int, list[Group]] = {place: [group] for place, group in enumerate(groups)}
    for place, group in enumerate(groups):
        if _is_short(group):
            meant = [each for each in of_surname.get(_words(group)[-1], ()) if _may_be(group, groups[each])]
            if len(meant) == 1:
                parts[meant[0]] += parts.pop(place)
    return [_newest_first(each) for each in parts.values()]


def _without_doubled(groups: Sequence[Group]) -> Sequence[Group]:
    """Those as one whose keys differ by a letter that is written twice."""
    alike: dict[str, list[Group]] = {}
    for group in groups:
        alike.setdefault(_DOUBLED.sub(r"\1", group[0].entity.key), []).append(group)
    return [each[0] if len(each) == 1 else _newest_first(each) for each in alike.values()]


def _words(group: Group) -> list[str]:
    return group[0].entity.key.split()


def _is_short(group: Group) -> bool:
    return _is_short_key(group[0].entity.key)


def _is_short_key(key: str) -> bool:
    words = key.split()
    return len(words) == 1 or len(words[0]) == 1


def _may_be(short: Group, full: Group) -> bool:
    """Of two of one surname."""
    words = _words(short)
    return (len(words) == 1 or _words(full)[0].startswith(words[0])) and _holds_same(short, full)


def _holds_same(short: Group, full: Group) -> bool:
    """Whether no office is stated of the one that is not stated of the other."""
    offices = [office_of(naming.entity.role) for naming in full if naming.entity.role]
    others = [office_of(naming.entity.role) for naming in short if naming.entity.role]
    return not offices or all(any(other.is_same(office) for office in offices) for other in others)


def _newest_first(parts: Sequence[Group]) -> Group:
    return sorted(
        (naming for part in parts for naming in part), key=lambda naming: newest_first(naming.article.headline)
    )
