"""``kgtui correct merge``, ``split``, ``rename``: what bears a name, in all articles of a library."""

from __future__ import annotations

import argparse
from difflib import get_close_matches

from kgtui.cli.correct_log import say_corrected
from kgtui.cli.exits import NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.corrections import Merge, Rename, Split
from kgtui.language.folding import fold, name_key
from kgtui.library import EntityCount, Library
from kgtui.locale import t
from kgtui.model import RENAMEABLE, EntityKind

_OFFERED = 5
_LIKENESS = 0.6


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
    words = set(name_key(name).split())
    exact = [each for each in known if each.key == name_key(name) or fold(each.name) == fold(name)]
    found = exact or [each for each in known if words and words <= set(each.key.split())]
    if len(found) == 1:
        return found[0]
    if found:
        raise Failure(t("errors.correct_several", name=name, offered=_offered(found)), USAGE)
    close = set(get_close_matches(name_key(name), [each.key for each in known], _OFFERED, _LIKENESS))
    similar = [each for each in known if each.key in close]
    if similar:
        raise Failure(t("errors.correct_unknown_similar", name=name, offered=_offered(similar)), NOTHING_FOUND)
    raise Failure(t("errors.correct_unknown", name=name), NOTHING_FOUND)


def _offered(found: list[EntityCount]) -> str:
    lines = (f"  {each.name} — {t(f'cli.kind.{each.kind.value}')} (--kind {each.kind.value})" for each in found)
    return "\n".join(list(lines)[:_OFFERED])
