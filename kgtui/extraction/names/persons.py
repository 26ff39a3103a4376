"""The persons of an article: mentions of one person joined, named in the nominative, with office and country."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.names.mentions import Mention, MentionFinder
from kgtui.extraction.names.roles import Role
from kgtui.language import fold
from kgtui.language.declensions import Part
from kgtui.language.keys import document_keys
from kgtui.language.name_words import ARTICLE
from kgtui.language.names import NameReading, name_key, parts_of, readings
from kgtui.model import Entity, EntityKind, Recognition

_SUBJECT = frozenset({"nomn"})
_WRITTEN_SO = 1.5  # the weight of a nominative that another mention has letter for letter where no other case is asked
_CLOSE = 1.2  # a reading this much lighter than the best one still counts as a way to read a name


@dataclass(slots=True)
class _Person:
    """Mentions taken for one person, the fullest of them."""

    mentions: list[Mention]
    longest: Mention

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.longest = max(self.longest, mention, key=_fullness)

    def in_text_order(self) -> _Person:
        mentions = sorted(self.mentions, key=lambda mention: mention.first)
        return _Person(mentions, max(mentions, key=_fullness))


def _fullness(mention: Mention) -> tuple[int, int, int, bool]:
    """Whole words count more than initials, a patronymic more than none, small letters more than capitals."""
    whole = sum(1 for text in mention.words if not text.endswith("."))
    return (whole, len(mention.words), not mention.words[-1].isupper(), "nomn" in mention.cases)


_ANY = "."  # in the place of the keys of an initial


def persons(
    context: Context, taken: Collection[int] = (), recognition: Recognition | None = None
) -> tuple[list[Entity], list[Mention]]:
    """The persons of an article and their mentions; ``taken`` are tokens that belong to names of bodies."""
    people = _joined(MentionFinder(context, taken, recognition).find())
    entities = [_entity(person) for person in people]
    return entities, [mention for person in people for mention in person.mentions]


def _joined(mentions: Sequence[Mention]) -> list[_Person]:
    people = _People()
    for mention in sorted((m for m in mentions if _has_given(m)), key=_fullness, reverse=True):
        people.place(mention, certain=True)
    for mention in (m for m in mentions if not _has_given(m)):
        people.place(mention, certain=mention.certain)
    return sorted((person.in_text_order() for person in people.all), key=lambda person: person.mentions[0].first)


class _People:
    """Those named so far, by the keys of their words: a mention is compared with those alone who share a key with it.
    An initial has no key and may be anybody's.
    """

    def __init__(self) -> None:
        self.all: list[_Person] = []
        self._by_key: dict[str, set[int]] = {}

    def place(self, mention: Mention, *, certain: bool) -> None:
        fitting = [
            number
            for number in self._alike(mention)
            if _same(self.all[number].longest, mention) and not _is_of_other_gender(self.all[number].longest, mention)
        ]
        if len(fitting) > 1:
            fitting = [number for number in fitting if _agree_in_gender(self.all[number], mention)] or fitting
        if len(fitting) == 1:
            self.all[fitting[0]].add(mention)
            self._learn(fitting[0], mention)
        elif not fitting and certain:
            self.all.append(_Person([mention], mention))
            self._learn(len(self.all) - 1, mention)

    def _alike(self, mention: Mention) -> Iterable[int]:
        if any(text.endswith(".") for text in mention.words):
            return range(len(self.all))
        keys = (key for text in mention.words for key in (_bare(text), *_keys(text)))
        return sorted({number for key in (_ANY, *keys) for number in self._by_key.get(key, ())})

    def _learn(self, number: int, mention: Mention) -> None:
        for text in mention.words:
            for key in (_ANY,) if text.endswith(".") else (_bare(text), *_keys(text)):
                self._by_key.setdefault(key, set()).add(number)


def _has_given(mention: Mention) -> bool:
    return len(mention.words) > 1


def _agree_in_gender(person: _Person, mention: Mention) -> bool:
    return _best(person.longest).gender == _best(mention).gender


def _is_of_other_gender(longer: Mention, single: Mention) -> bool:
    """«Сабирова выступила» after «Равшанбек Сабиров»: the subject of a verb in the other gender."""
    if _has_given(single) or not single.gender or single.cases != _SUBJECT:
        return False
    return _best(single).words[0] not in _best(longer).words and _best(longer).gender != single.gender


def _best(mention: Mention) -> NameReading:
    return readings(mention.words, mention.cases, mention.gender)[0]


@cache
def _split(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The surname and the rest (given names, patronymic, initials)."""
    parts = parts_of(words)
    surname = next((i for i, part in enumerate(parts) if part is Part.SURNAME), None)
    if surname is None and Part.FATHER in parts:
        surname = parts.index(Part.FATHER)
    if surname is None:
        surname = next((i for i in range(len(words) - 1, -1, -1) if parts[i] is Part.GIVEN), len(words) - 1)
        if len(words) > 1 and any(part is Part.PATRONYMIC for part in parts):
            return "", tuple(text for text, part in zip(words, parts, strict=True) if part is not Part.FIXED)
    rest = tuple(text for i, text in enumerate(words) if i != surname and parts[i] is not Part.FIXED)
    return words[surname], rest


def _same(longer: Mention, shorter: Mention) -> bool:
    """Whether two mentions may name one person: the surname in any form, and no given name against another."""
    if longer.words == shorter.words:
        return True
    surname, given = _split(longer.words)
    other, other_given = _split(shorter.words)
    if not other:
        return _same_given(given, other_given)
    if len(shorter.words) == 1:
        return _matches(other, surname) or _is_eastern_surname(longer.words, other)
    if not surname or not _matches(other, surname):
        return _bag(longer.words) == _bag(shorter.words)
    return all(any(_matches(a, b) for b in given) for a in other_given) if given else True


@cache
def _bag(words: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words in an order of their own, so that only the words count."""
    return tuple(sorted(map(fold, words)))


def _same_given(given: Sequence[str], other: Sequence[str]) -> bool:
    """«Садыр Нургожоевич» beside «Садыр Жапаров»: the given name; the patronymic where both have one."""
    given = [text for text in given if not text.endswith(".")]
    pairs = zip(given, other, strict=False)
    return bool(given and other) and all(_matches(a, b) for a, b in pairs)


def _is_eastern_surname(words: Sequence[str], single: str) -> bool:
    """«Посол Ким» after «Ким Кван Чжэ»: short names without a surname's ending have the surname first."""
    return (
        len(words) > 1 and all(len(text) <= 7 for text in words) and len(words[0]) <= 4 and _matches(words[0], single)
    )


def _matches(one: str, other: str) -> bool:
    """Two name words meet: an initial with what it stands for, or forms that share a key."""
    a, b = _bare(one), _bare(other)
    if one.endswith(".") or other.endswith("."):
        return a.startswith(b) or b.startswith(a)
    return a == b or not _keys(one).isdisjoint(_keys(other))


@cache
def _bare(text: str) -> str:
    return fold(text).rstrip(".")


@cache
def _keys(text: str) -> frozenset[str]:
    text = _without_article(text)
    keys = document_keys(text.capitalize() if text.isupper() else text)
    return keys.likely | keys.other


def _without_article(text: str) -> str:
    """«аль-Маршад» by its second half: all names with an article would meet in the first."""
    prefixed = ARTICLE.fullmatch(text)
    return prefixed.group(2).capitalize() if prefixed else text


def _entity(person: _Person) -> Entity:
    words = _canonical(person)
    role = _role(person)
    stated = [role, *(m.role for m in person.mentions)]  # «узбекский коллега» is no office, but says the country
    countries = (each.countries[0] for each in stated if each and each.countries and not each.international)
    country = next(countries, None) or next((m.country for m in person.mentions if m.country), None)
    return Entity(
        kind=EntityKind.PERSON,
        key=name_key(words),
        name=" ".join(words),
        spans=tuple(mention.span for mention in person.mentions),
        role=role.name if role else None,
        role_span=role.span if role else None,
        country=country,
        found_by="recogniser" if all(mention.unruled for mention in person.mentions) else "rule",
    )


def _canonical(person: _Person) -> tuple[str, ...]:
    """The longest mention in the nominative, in the reading that the other mentions support most."""
    longest = person.longest
    found = readings(longest.words, longest.cases, longest.gender)
    weights: dict[tuple[str, ...], float] = {}
    for reading in found:
        if reading.words not in weights:
            weights[reading.words] = reading.weight + _support(reading, person.mentions, longest)
    best = max(weights, key=lambda words: weights[words])
    return _given_first(_unshouted(best))


def _support(reading: NameReading, mentions: Iterable[Mention], longest: Mention) -> float:
    """How far the other mentions can be read as the same nominative words."""
    others = [mention for mention in mentions if mention is not longest]
    support = sum(_supported(reading.words, other.words, other.cases, other.gender) for other in others)
    written = any(_bag(other.words) == _bag(reading.words) and other.cases <= _SUBJECT for other in others)
    return support + (_WRITTEN_SO if written else 0.0)


@cache
def _supported(nominative: tuple[str, ...], words: tuple[str, ...], cases: frozenset[str], gender: str | None) -> float:
    """How far a mention can be read as some of the words of a nominative."""
    wanted = _bag(nominative)
    ways = readings(words, cases, gender)
    fitting = [way.weight for way in ways if all(fold(text) in wanted or text.endswith(".") for text in way.words)]
    return max(0.0, 2.0 + (max(fitting) - ways[0].weight) / _CLOSE) if fitting else 0.0


def _unshouted(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        "-".join(p.capitalize() for p in text.split("-")) if len(text) > 2 and text.isupper() else text
        for text in words
    )


def _given_first(words: tuple[str, ...]) -> tuple[str, ...]:
    """«Жапаров Садыр Нургожоевич» as «Садыр Нургожоевич Жапаров»."""
    parts = parts_of(words)
    if parts[0] is Part.SURNAME and any(part is not Part.FIXED for part in parts[1:]):
        return (*words[1:], words[0])
    if len(words) > 1 and parts[-1] is Part.INITIAL and parts[0] is not Part.INITIAL:
        return (*words[1:], words[0])
    return words


def _role(person: _Person) -> Role | None:
    """The fullest office stated beside the name; the first of equals."""
    roles = [m.role for m in person.mentions if m.role is not None and m.role.is_office]
    return max(
        roles, key=lambda role: (bool(role.countries or role.international), role.stop - role.first > 1), default=None
    )
