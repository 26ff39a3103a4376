"""``kgtui correct merge``, ``split``, ``rename``: what bears a name, in all articles of a library."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kgtui.cli.correct_log import say_corrected
from kgtui.cli.exits import NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.corrections import Merge, Rename, Split
from kgtui.corrections.actors import Named, NobodyMeant, called, near_to
from kgtui.language.folding import name_key
from kgtui.library import EntityCount, Library
from kgtui.locale import t
from kgtui.model import RENAMEABLE, EntityKind


def merge(arguments: argparse.Namespace, session: Session) -> int:
    """What has the first name is what has the second one."""
    _, name, into = arguments.words
    with session.library() as library:
        one = _named(library, name, _wanted_kind(arguments))
        other = _named(library, into, one.kind)
        if one.key == other.key:
            raise Failure(t("errors.correct_same", name=one.name, other=other.name), USAGE)
        change = Merge(one.kind, one.key, one.name, other.key, other.name)
        correction = library.correct(change, shared=arguments.shared)
    return say_corrected(correction, arguments, session)


def split(arguments: argparse.Namespace, session: Session) -> int:
    """What was merged is its own again."""
    name = arguments.words[1]
    with session.library() as library:
        merged = _merged(library, name)
        change = Split(merged.kind, merged.key, merged.name)
        correction = library.correct(change, shared=arguments.shared)
    return say_corrected(correction, arguments, session)


def rename(arguments: argparse.Namespace, session: Session) -> int:
    _, name, new = arguments.words
    if not name_key(new):
        raise Failure(t("errors.correct_nameless"), USAGE)
    with session.library() as library:
        named = _named(library, name, _wanted_kind(arguments))
        change = Rename(named.kind, named.key, new.strip(), named.name)
        correction = library.correct(change, shared=arguments.shared)
    return say_corrected(correction, arguments, session)


def _wanted_kind(arguments: argparse.Namespace) -> EntityKind | None:
    return EntityKind(arguments.kind) if arguments.kind else None


def _merged(library: Library, name: str) -> Merge:
    """The last merge of what has this name."""
    for change in reversed(library.standing_corrections()):
        if isinstance(change, Merge) and name_key(name) in (change.key, name_key(change.name)):
            return change
    raise Failure(t("errors.correct_not_merged", name=name), NOTHING_FOUND)


def _named(library: Library, name: str, kind: EntityKind | None) -> EntityCount:
    """What the library knows by this name, or by a part of it that no other name has."""
    known = [each for each in library.entities(kind) if each.kind in RENAMEABLE]
    try:
        found = called(name, known)
    except NobodyMeant as error:
        raise Failure(t("errors.correct_several", name=name, offered=_offered(error.near)), USAGE) from error
    if found is not None:
        return found
    if similar := near_to(name, known):
        raise Failure(t("errors.correct_unknown_similar", name=name, offered=_offered(similar)), NOTHING_FOUND)
    raise Failure(t("errors.correct_unknown", name=name), NOTHING_FOUND)


def _offered(near: Sequence[Named]) -> str:
    return "\n".join(f"  {each.name} — {t(f'cli.kind.{each.kind.value}')} (--kind {each.kind.value})" for each in near)
