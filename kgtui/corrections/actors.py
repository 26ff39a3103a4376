"""Whom a reader means by a name: somebody whom the article, the world or the library knows, or a person new to all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol, TypeVar

from kgtui.gazetteer import load_gazetteer
from kgtui.language import fold, name_key
from kgtui.language.name_words import CHILD_OF
from kgtui.language.names import nominative
from kgtui.language.words import word
from kgtui.locale import t
from kgtui.model import Actor, Document, EntityKind, Facts

EXACTLY = "="  # before the full name of a person who is called nearly as somebody else

_ACTING = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.BLOC)
_KEPT = (EntityKind.PERSON, EntityKind.ORGANISATION)  # of the library; countries and blocs are of the world
_NEAR, _SLIP = 0.6, 0.85  # likeness from which on a name is offered, and from which on a full name may be a slip
_MOST_OFFERED = 5
_OF_PERSONS = frozenset({"Name", "Surn", "Patr"})
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-’'ʼ][^\W\d_]+)*")


class Named(Protocol):
    @property
    def kind(self) -> EntityKind: ...

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...


_Named = TypeVar("_Named", bound=Named)
Known = Callable[[EntityKind], Iterable[Named]]  # what the library names of a kind, the most frequent first


class NobodyMeant(Exception):  # noqa: N818 - named for what is the matter
    """A name that nobody bears, or several do; ``near`` are those whom it may mean. ``message`` says what to type."""

    def __init__(self, name: str, near: Sequence[Named]) -> None:
        super().__init__(name, near)
        self.name = name
        self.near = tuple(near)

    @property
    def names(self) -> str:
        """Those of ``near``, each once."""
        return ", ".join(dict.fromkeys(each.name for each in self.near))

    @property
    def message(self) -> str:
        if self.near:
            return t("errors.correct_whom", name=self.name, near=self.names, sign=EXACTLY)
        return t("errors.correct_nobody", name=self.name)


@dataclass(frozen=True, slots=True)
class Company:
    """Those among whom somebody is sought: of one article, and of its library."""

    document: Document
    facts: Facts
    known: Known

    def actor_named(self, name: str) -> Actor:
        """Whom the article calls so in one of its mentions; a country or bloc; whom the article or the library names
        so, in full or by a part of the name; else a person of this full name. Raises NobodyMeant."""
        is_new = name.startswith(EXACTLY)
        name = name.removeprefix(EXACTLY).strip()
        if is_new:
            return _new_person(name, ())
        in_article = [entity for entity in self.facts.entities if entity.kind in _ACTING]
        for entity in in_article:
            if name_key(name) in {name_key(span.of(self.document.text)) for span in entity.spans}:
                return _actor(entity)
        if meant := _of_the_world(name):
            return meant
        found = called(name, in_article)
        return _actor(found) if found else self._in_library(name)

    def _in_library(self, name: str) -> Actor:
        named = [each for kind in _KEPT for each in self.known(kind)]
        found = called(name, named)
        if found:
            return _actor(found)
        return _new_person(name, _like(name, named, _SLIP) if _is_full(name) else near_to(name, named))


def called(name: str, named: Sequence[_Named]) -> _Named | None:
    """Who bears this name, in the nominative or not, or a part of it that nobody else bears. Raises NobodyMeant where
    several bear it."""
    keys = {name_key(name), name_key(" ".join(nominative(name.split())))} if name.split() else set()
    exact = [each for each in named if each.key in keys or fold(each.name) == fold(name)]
    parts = [frozenset(key.split()) for key in keys if key]
    found = exact or [each for each in named if any(part <= set(each.key.split()) for part in parts)]
    if len(found) > 1:
        raise NobodyMeant(name, found[:_MOST_OFFERED])
    return found[0] if found else None


def near_to(name: str, named: Sequence[_Named]) -> list[_Named]:
    """Those of whose names some words begin so, then those with the names that are most like it."""
    typed = name_key(name).split()
    begun = [each for each in named if typed and all(f" {part}" in f" {each.key}" for part in typed)]
    return list({each.key: each for each in (*begun[:_MOST_OFFERED], *_like(name, named, _NEAR))}.values())[
        :_MOST_OFFERED
    ]


def _like(name: str, named: Sequence[_Named], likeness: float) -> list[_Named]:
    by_key = {each.key: each for each in reversed(named)}
    return [by_key[key] for key in get_close_matches(name_key(name), by_key, _MOST_OFFERED, likeness)]


def _of_the_world(name: str) -> Actor | None:
    gazetteer = load_gazetteer()
    if country := gazetteer.country_named(name):
        return Actor(EntityKind.COUNTRY, country.code, country.name)
    if bloc := gazetteer.bloc_named(name):
        return Actor(EntityKind.BLOC, bloc.code, bloc.name)
    return None


def _new_person(name: str, near: Sequence[Named]) -> Actor:
    if near or not _is_full(name):
        raise NobodyMeant(name, near)
    return Actor(EntityKind.PERSON, name_key(name), " ".join(name.split()))


def _is_full(name: str) -> bool:
    """Whether it is written as the name and surname of a person, and not all of its words are common ones.

    >>> [_is_full(name) for name in ("Канат Бекболотов", "Бекболотов", "Министерство Юстиции", "да ну")]
    [True, False, False, False]
    """
    words = [each for each in name.split() if each.lower() not in CHILD_OF]
    written = all(_NAME_WORD.fullmatch(each) and each[0].isupper() for each in words)
    return len(words) > 1 and written and any(map(_may_name_a_person, words))


def _may_name_a_person(form: str) -> bool:
    read = word(form)
    return not read.known or any(_OF_PERSONS & reading.grammemes for reading in read.readings)


def _actor(named: Named) -> Actor:
    return Actor(named.kind, named.key, named.name)
