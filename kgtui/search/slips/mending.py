"""A query that finds nothing, read as what it likely meant: only the parts that find nothing are read otherwise.

The structure of the query stays. What comes out is the text of another query, which finds something: nothing is ever
offered that does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, pairwise
from typing import TypeVar

from kgtui.layouts import retyped
from kgtui.model import Span
from kgtui.search.index.protocol import View
from kgtui.search.query import ProblemKind, Query, parse_query, printed
from kgtui.search.query.fields import field_named
from kgtui.search.query.lexer import left_out
from kgtui.search.query.nodes import (
    All,
    Asked,
    Country,
    Either,
    InField,
    Initial,
    Near,
    Node,
    Part,
    Phrase,
    Prefix,
    Without,
    Word,
)
from kgtui.search.query.spellings import as_typed
from kgtui.search.ranking import Answer
from kgtui.search.slips.vocabulary import Vocabulary, vocabulary_of
from kgtui.search.slips.words import is_little_word, is_meant, readings, respelt_starts

_MOST = 12  # readings of a whole query that are tried, and kept of each part
_MOST_MENDED = 6  # words of a query; a text that has more of them was not typed
_JOINED = 0.3  # cost of a space too many
_AS_TYPED = 1.0  # cost of leaving what is not wanted as it was typed
_CHUNK = re.compile(r"""[^\s()"«»-][^\s()"«»]*""")

Choice = TypeVar("Choice")


def mended(query: Query, view: View) -> str | None:
    """What a query that finds nothing likely meant, as the text of a query that finds something; None: no idea."""
    vocabulary = vocabulary_of(view)
    rest = left_out(query.text)
    text = _on_the_other_layout(query.text[: rest.start] if rest else query.text, vocabulary)
    text = _with_known_countries(text, query.today, vocabulary)
    root = parse_query(text, query.today).root
    if root is None:
        return None
    if text != query.text and _finds(root, view):
        return text
    read = _Mending(view, vocabulary).of(root)
    for _, node in sorted(read, key=lambda pair: pair[0])[:_MOST]:
        text = printed(node)
        root = parse_query(text, query.today).root
        if root and text != query.text and _finds(root, view):
            return text
    return None


def _finds(node: Node, view: View) -> bool:
    return bool(Answer(node, view).places)


def _on_the_other_layout(text: str, vocabulary: Vocabulary) -> str:
    """With the words retyped that are known so, and the little words between them: «;fgfhjd b rfcsvfkbtd». This comes
    before the query is read, because signs may be letters there."""
    chunks = set(_CHUNK.findall(text))
    words = {chunk: word for chunk in chunks if (word := _known_when_retyped(chunk, vocabulary))}
    little = {chunk: retyped(chunk) for chunk in chunks if chunk.isascii() and is_little_word(retyped(chunk))}
    meant = little | words if words else {}
    return _CHUNK.sub(lambda chunk: meant.get(chunk.group(), chunk.group()), text)


def _known_when_retyped(chunk: str, vocabulary: Vocabulary) -> str | None:
    """Also with a field before it, which may be typed on either layout: «кто:;fgfhjd», «rnj:;fgfhjd», «rnj^;fgfhjd»."""
    field, colon, value = chunk.rpartition(":")
    name = retyped(field) if field.isascii() and field_named(retyped(field)) else field
    for candidate in (retyped(chunk), name + colon + retyped(value)):
        word = candidate.rpartition(":")[2]
        typed = value.isascii() and any(map(str.isalpha, value))  # «~» is no slip for «Ё»
        if typed and word.isalpha() and is_meant(word, vocabulary) and not vocabulary.knows(value):
            return candidate
    return None


def _with_known_countries(text: str, today: date, vocabulary: Vocabulary) -> str:
    """With what stands for a country but names none read as a name of one: the field would else be lost."""
    problems = parse_query(text, today).problems
    for problem in reversed(problems[:_MOST_MENDED]):
        if problem.kind is ProblemKind.UNKNOWN_COUNTRY:
            for meant in _read_otherwise(text, problem.place, vocabulary):
                if len(parse_query(meant, today).problems) < len(parse_query(text, today).problems):
                    text = meant
                    break
    return text


def _read_otherwise(text: str, place: Span, vocabulary: Vocabulary) -> Iterator[str]:
    """The text with the unknown words of a place read as what they may have meant, likeliest first."""
    words = [match.group() for match in _CHUNK.finditer(text, place.start, place.end)]
    for _, meant in _chosen(_spellings(typed, vocabulary) for typed in words):
        respelt = dict(zip(words, meant, strict=True))
        changed = _CHUNK.sub(lambda chunk, respelt=respelt: respelt[chunk.group()], place.of(text))  # type: ignore[misc]
        yield text[: place.start] + changed + text[place.end :]


def _spellings(typed: str, vocabulary: Vocabulary) -> list[tuple[float, str]]:
    if vocabulary.knows(typed):
        return [(0.0, typed)]
    return [(read.cost, " ".join(read.words)) for read in readings(typed, vocabulary, named=True)]


class _Mending:
    """The readings of a tree over one view, part by part."""

    def __init__(self, view: View, vocabulary: Vocabulary) -> None:
        self._view = view
        self._vocabulary = vocabulary
        self._met: dict[Node, list[tuple[float, Node]]] = {}
        self._left = _MOST_MENDED

    def of(self, node: Node) -> list[tuple[float, Node]]:
        """What a part may mean, with the cost: itself where it finds something, nothing where there is no idea."""
        if node not in self._met:
            self._met[node] = self._of(node)
        return self._met[node]

    def _of(self, node: Node) -> list[tuple[float, Node]]:
        typed = as_typed(node)
        if isinstance(node, All):
            return [(cost, _one_or_all(parts)) for cost, parts in self._side_by_side(node.parts)]
        if isinstance(node, Either) and typed is node:
            branches = [self.of(part) or [(0.0, part)] for part in node.parts]
            return [(cost, Either(parts)) for cost, parts in _chosen(branches)]
        if isinstance(node, Without):
            unwanted = tuple((self.of(part) or [(0.0, part)])[0][1] for part in node.unwanted)
            ways = [(0.0, unwanted), (_AS_TYPED, node.unwanted)]
            wanted = self.of(node.wanted) if node.wanted else []
            return [(cost + more, Without(read, parts)) for cost, read in wanted for more, parts in ways]
        if _finds(node, self._view):
            return [(0.0, typed)]
        return self._of_leaf(typed)

    def _of_leaf(self, leaf: Node) -> list[tuple[float, Node]]:
        """A leaf that finds nothing. What is asked for to the letter, and dates, mean what they say."""
        if isinstance(leaf, Country):
            leaf = leaf.words
        if isinstance(leaf, Word):
            return [(cost, _one_or_all(words)) for cost, words in self._of_word(leaf)]
        if isinstance(leaf, Prefix | Phrase):
            return [*self._of_asked(leaf)]
        if isinstance(leaf, Near):
            parts = [[(0.0, part)] if _finds(part, self._view) else self._of_asked(part) for part in leaf.parts]
            return [(cost, Near(read, leaf.distance)) for cost, read in _chosen(parts)]
        if isinstance(leaf, InField):
            read = [(cost, InField(leaf.field, asked)) for cost, asked in self._of_asked(leaf.asked, named=True)]
            return [(cost, named) for cost, named in read if _finds(named, self._view)]
        return []

    def _of_asked(self, asked: Asked | Country, *, named: bool = False) -> list[tuple[float, Asked]]:
        """What stands in one place; words that had run together become a phrase."""
        if isinstance(asked, Prefix):
            return [(cost, Prefix(start)) for start, cost in respelt_starts(asked.text, self._vocabulary.begins)]
        if isinstance(asked, Phrase):
            return [(cost, _one_or_phrase(parts)) for cost, parts in self._following(asked.parts)]
        if isinstance(asked, Word):
            return [(cost, _one_or_phrase(words)) for cost, words in self._of_word(asked, named=named)]
        return []

    def _of_word(self, typed: Word, *, named: bool = False) -> list[tuple[float, tuple[Word, ...]]]:
        if self._left == 0:
            return []
        self._left -= 1
        found = readings(typed.text, self._vocabulary, named=named)
        return [(read.cost, tuple(map(Word, read.words))) for read in found]

    def _side_by_side(self, parts: Sequence[Node]) -> list[tuple[float, tuple[Node, ...]]]:
        """Parts of which all must match, also with two words read as one."""
        found = _chosen(map(self.of, parts))
        for at, joined in self._joined(parts):
            found += _chosen([*map(self.of, parts[:at]), [(_JOINED, joined)], *map(self.of, parts[at + 2 :])])
        return found

    def _following(self, parts: Sequence[Part]) -> list[tuple[float, tuple[Part, ...]]]:
        """Parts of a phrase, also with two words read as one."""
        choices = [self._of_part(part) for part in parts]
        ways = [choices]
        for at, joined in self._joined(parts):
            ways.append([*choices[:at], [(_JOINED, (joined,))], *choices[at + 2 :]])
        chosen = [pair for way in ways for pair in _chosen(way)]
        return [(cost, tuple(chain.from_iterable(read))) for cost, read in chosen]

    def _of_part(self, part: Part) -> list[tuple[float, tuple[Part, ...]]]:
        if isinstance(part, Word) and not _finds(part, self._view):
            return [*self._of_word(part)]
        return [(0.0, (part,))]

    def _joined(self, parts: Sequence[Node | Part]) -> Iterator[tuple[int, Word]]:
        """Where two words that follow each other may be one word, and which."""
        for at, (first, second) in enumerate(pairwise(parts)):
            if isinstance(first, Word) and isinstance(second, Word):
                for joined in (f"{first.text}-{second.text}", first.text + second.text):
                    if self._vocabulary.knows(joined):
                        yield at, Word(joined)


def _chosen(choices: Iterable[Sequence[tuple[float, Choice]]]) -> list[tuple[float, tuple[Choice, ...]]]:
    """The cheapest ways to choose one reading of each part."""
    found: list[tuple[float, tuple[Choice, ...]]] = [(0.0, ())]
    for readings_of_part in choices:
        longer = [(before + cost, (*parts, part)) for before, parts in found for cost, part in readings_of_part]
        found = sorted(longer, key=lambda pair: pair[0])[:_MOST]
    return found


def _one_or_all(parts: tuple[Node, ...]) -> Node:
    return parts[0] if len(parts) == 1 else All(parts)


def _one_or_phrase(parts: tuple[Part, ...]) -> Asked:
    only = parts[0]
    return only if len(parts) == 1 and not isinstance(only, Initial) else Phrase(parts)
