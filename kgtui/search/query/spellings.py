"""Other ways to write what was typed: a hyphenated word as words, a name with its first initial alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kgtui.language import fold, word
from kgtui.language.lemmas import is_readable
from kgtui.language.name_keys import surname_stem
from kgtui.language.spelling import plain
from kgtui.search.query.nodes import (
    All,
    Dated,
    Either,
    InCountry,
    InField,
    Initial,
    Leaf,
    Named,
    Node,
    Phrase,
    Without,
    Word,
)

Part = Leaf | InField | Named | InCountry | Dated


def with_spellings(node: Node) -> Node:
    """The tree, with each such word or phrase made an `Either` of itself and its other spelling."""
    if isinstance(node, All | Either):
        return type(node)(tuple(with_spellings(part) for part in node.parts))
    if isinstance(node, Without):
        wanted = with_spellings(node.wanted) if node.wanted else None
        return Without(wanted, tuple(with_spellings(part) for part in node.unwanted))
    other = _other(node)
    return Either((node, other)) if other else node


def as_typed(node: Node) -> Node:
    """What `with_spellings` made this node from."""
    if isinstance(node, Either) and with_spellings(node.parts[0]) == node:
        return node.parts[0]
    return node


def wanted_parts(node: Node | None) -> Iterator[tuple[Part, ...]]:
    """The parts of a query that an article is found by, each as it was typed, then its other spelling; of what is not
    wanted, none."""
    if isinstance(node, Either) and as_typed(node) is not node:
        yield tuple(part for part in node.parts if not isinstance(part, All | Either | Without))
    elif isinstance(node, All | Either):
        for part in node.parts:
            yield from wanted_parts(part)
    elif isinstance(node, Without):
        yield from wanted_parts(node.wanted)
    elif node is not None:
        yield (node,)


def named_parts(node: Node | None) -> tuple[Named, ...]:
    """Those of the wanted parts that name a thing exactly."""
    return tuple(part for spellings in wanted_parts(node) for part in spellings if isinstance(part, Named))


def _other(node: Node) -> Node | None:
    if isinstance(node, Word):
        return _in_parts(node)
    if isinstance(node, Phrase):
        return _with_initials_otherwise(node)
    if isinstance(node, InField) and isinstance(node.asked, Phrase):
        other = _with_initials_otherwise(node.asked)
        return InField(node.field, other) if other else None
    return None


def _in_parts(word: Word) -> Phrase | None:
    """«торгово- экономических», «Касым Жомарт»."""
    parts = [part for part in re.split("[-‐‑]", word.text) if part]
    return Phrase(tuple(map(Word, parts))) if len(parts) > 1 and all(part.isalpha() for part in parts) else None


def _with_initials_otherwise(phrase: Phrase) -> Phrase | None:
    return _with_initial_first(phrase) or _with_first_initial(phrase) or _with_abbreviation(phrase)


def _with_initial_first(phrase: Phrase) -> Phrase | None:
    """«Путин В. В.» is «В. Путин» too."""
    name, *rest = phrase.parts
    letters = [part.text for part in rest if isinstance(part, Word) and len(part.text) == 1 and part.text.isalpha()]
    if not letters or len(letters) < len(rest) or not isinstance(name, Word) or not surname_stem(plain(name.text)):
        return None
    return Phrase((Initial(fold(letters[0])), name))


def _with_first_initial(phrase: Phrase) -> Phrase | None:
    """«В. В. Путин» is «В. Путин» too."""
    first, *rest = phrase.parts
    kept = [part for before, part in pairwise([first, *rest]) if not _both_initials(before, part)]
    return Phrase((first, *kept)) if len(kept) < len(rest) else None


def _with_abbreviation(phrase: Phrase) -> Phrase | None:
    """«г. Бишкек» is the town as it is written: a letter that the dictionary has as an abbreviation alone."""
    first, *rest = phrase.parts
    if not isinstance(first, Initial) or not is_readable(first.text):
        return None
    if not all("Abbr" in reading.grammemes for reading in word(first.text).readings):
        return None
    return Phrase((Word(first.text), *rest))


def _both_initials(before: object, part: object) -> bool:
    return isinstance(before, Initial) and isinstance(part, Initial)
