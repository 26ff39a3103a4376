"""Whom a dossier is about: a country, bloc, person or body, by any of its names in any form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from kgtui.dossier.values import Subject
from kgtui.gazetteer import Bloc, load_gazetteer
from kgtui.language.folding import fold, name_key
from kgtui.language.keys import document_keys, query_keys
from kgtui.model import EntityKind

if TYPE_CHECKING:
    from kgtui.library import EntityCount, Library

_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION)  # of the library's names, in the order in which they are tried
_THINGS = (EntityKind.PLACE, EntityKind.PROJECT)  # that have no brief
_WORD = re.compile(r"\w+(?:[-‑’']\w+)*")
_NEAR = 3
_LIKENESS = 0.6


class NameUnknown(LookupError):  # noqa: N818 - named for what is the matter
    """Nobody is called so; ``near`` are the most similar names, ``thing`` is a place or project of that name."""

    def __init__(self, name: str, near: Sequence[str], thing: EntityCount | None = None) -> None:
        super().__init__(name)
        self.near = near
        self.thing = thing


class NameShared(LookupError):  # noqa: N818
    """Several are called so: ``choices``, those of most articles first."""

    def __init__(self, name: str, choices: Sequence[EntityCount]) -> None:
        super().__init__(name)
        self.choices = choices


def country_subject(code: str) -> Subject:
    """Raises KeyError for a code that the gazetteer lacks."""
    country = load_gazetteer().countries[code]
    return Subject(EntityKind.COUNTRY, code, country.name, country.official, country.abbreviations)


def subject_of(kind: EntityKind, key: str, name: str) -> Subject:
    """The subject that an entity is. Raises KeyError as `country_subject`."""
    if kind is EntityKind.COUNTRY:
        return country_subject(key)
    bloc = load_gazetteer().blocs.get(key) if kind is EntityKind.BLOC else None
    return _bloc_subject(bloc) if bloc else Subject(kind, key, name)


def subject_named(library: Library, name: str) -> Subject:
    """The country or bloc of a name, else the person or body that the library knows by it, knew by it before that was
    corrected, or knows by a part of it.

    Raises NameUnknown, NameShared.
    """
    gazetteer = load_gazetteer()
    if country := gazetteer.country_named(name):
        return country_subject(country.code)
    if bloc := gazetteer.bloc_named(name):
        return _bloc_subject(bloc)
    known = [library.entities(kind) for kind in _KINDS]
    found = _bearers(library, name, known)
    if len(found) > 1:
        raise NameShared(name, found)
    if found:
        return Subject(found[0].kind, found[0].key, found[0].name)
    things = (_called(name, library.entities(kind), _wholly) for kind in _THINGS)
    near = _near(name, [entity for entities in known for entity in entities])
    raise NameUnknown(name, near, next((found[0] for found in things if found), None))


def bearers(library: Library, name: str) -> Sequence[EntityCount]:
    """All who may be meant by a name in any form, as the library counts them: a country or bloc, else persons or
    bodies, those of most articles first; nobody where it names none."""
    gazetteer = load_gazetteer()
    country, bloc = gazetteer.country_named(name), gazetteer.bloc_named(name)
    if country or bloc:
        kind, code = (EntityKind.COUNTRY, country.code) if country else (EntityKind.BLOC, bloc.code if bloc else "")
        return [each for each in library.entities(kind) if each.key == code]
    return _bearers(library, name, [library.entities(kind) for kind in _KINDS])


def _bearers(library: Library, name: str, known: Sequence[Sequence[EntityCount]]) -> Sequence[EntityCount]:
    """By the whole name, else by a former one, else by a part of it; persons before bodies."""
    wholly, partly = (partial(_called, is_called=each) for each in (_wholly, _partly))
    for find in (wholly, partial(_once_called, library), partly):
        for entities in known:
            if found := find(name, entities):
                return found
    return ()


def _called(name: str, entities: Iterable[EntityCount], is_called: Callable[[str, str], bool]) -> list[EntityCount]:
    return [entity for entity in _beginning_alike(name, entities) if is_called(entity.name, name)]


def _once_called(library: Library, name: str, entities: Sequence[EntityCount]) -> list[EntityCount]:
    """By a name that it had until readers merged or renamed it."""
    meant = {(each.kind, each.key) for each in library.former_names() if _wholly(each.name, name)}
    return [entity for entity in entities if (entity.kind, entity.key) in meant]


def _bloc_subject(bloc: Bloc) -> Subject:
    return Subject(EntityKind.BLOC, bloc.code, bloc.name, bloc.full)


def _wholly(name: str, asked: str) -> bool:
    """Whether a name is asked for with all its words."""
    return _partly(name, asked) and len(_words(name)) == len(_words(asked))


def _partly(name: str, asked: str) -> bool:
    """Whether each word that is asked for is one of the name's, in any form, or the initial of one."""
    left = _words(name)
    for word in _words(asked):
        meant = next((each for each in left if _is_form(each, word)), None)
        if meant is None:
            return False
        left.remove(meant)
    return True


def _is_form(word: str, asked: str) -> bool:
    if fold(word) == fold(asked):
        return True
    if len(asked) == 1:
        return fold(word).startswith(fold(asked))
    keys = document_keys(word)
    return not (keys.likely | keys.other).isdisjoint(query_keys(asked).likely)


def _beginning_alike(asked: str, entities: Iterable[EntityCount]) -> Iterator[EntityCount]:
    """Those in which a word begins as each word that is asked for: no form changes that, and forms take time."""
    beginnings = [" " + key[:2] for key in name_key(asked).split()]
    for entity in entities:
        words = f" {name_key(entity.name)}"
        if beginnings and all(beginning in words for beginning in beginnings):
            yield entity


def _words(name: str) -> list[str]:
    return _WORD.findall(name)


def _near(name: str, entities: Sequence[EntityCount]) -> Sequence[str]:
    gazetteer = load_gazetteer()
    known = {fold(each): entity.name for entity in entities for each in entity.name.split()}
    known |= {fold(entity.name): entity.name for entity in entities}
    known |= {fold(each): bloc.name for bloc in gazetteer.blocs.values() for each in bloc.names}
    known |= {fold(each): country.name for country in gazetteer.countries.values() for each in country.names}
    close = get_close_matches(fold(name), known, 2 * _NEAR, _LIKENESS)
    return list(dict.fromkeys(known[each] for each in close))[:_NEAR]
