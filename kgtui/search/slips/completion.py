"""How a word or a field that was begun may go on: by the fields of the query language, the index's names and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from kgtui.language import fold
from kgtui.layouts import retyped
from kgtui.model import Span
from kgtui.search.evaluate import ZONES
from kgtui.search.index.protocol import View
from kgtui.search.query import printed
from kgtui.search.query.fields import NAMES, field_named, printed_field
from kgtui.search.query.nodes import Field, Named
from kgtui.search.query.quotes import quoted
from kgtui.search.slips.vocabulary import Vocabulary, vocabulary_of
from kgtui.search.slips.words import in_case_of, respelt_starts
from kgtui.search.terms import name_term

_MOST = 8
_MOST_NAMES = 4  # of them, where a plain word may be meant as well
_SHORTEST_FIELD_START = 2  # letters
_SHORTEST_RESPELT = 2
_VALUE = re.compile(r"""(?P<field>[^\W\d_]+):=?(?:["«](?P<quoted>[^"»]*)|(?P<word>[^\s"«»()|:=]*))$""")
_WORD = re.compile(r"""[^\s"«»()|:=*~-][^\s"«»()|:=*~]*$""")
_CHUNK = re.compile(r"""[^\s"«»()|]+$""")
_REST = re.compile(r"""[^\s"«»()|:=*~]*["»]?""")


@dataclass(frozen=True, slots=True)
class Completion:
    """``text`` takes what stands at ``place`` of the query; ``shown`` says what it is, and ``articles`` have it (of the
    name of a field: 0)."""

    place: Span
    text: str
    shown: str
    articles: int


@dataclass(frozen=True, slots=True)
class _Begun:
    """What ends at the cursor: ``start`` is as it was typed, ``field`` the field that it is a value of. ``respelt``
    says that it is read as what it would be on the other layout or in the other alphabet."""

    at: int
    field: Field | None
    start: str
    respelt: bool = False

    def known(self, typed: str, begins: Callable[[str], bool]) -> str:
        """What it is looked up by; ``typed`` is its start as it is compared."""
        spellings = respelt_starts(fold(self.start), begins) if self.respelt else []
        return spellings[0][0] if spellings else typed


def completions(text: str, at: int, view: View) -> tuple[Completion, ...]:
    """How what ends at the cursor (an offset in code points) may go on, likeliest first; as it was typed or, where
    nothing begins so, as it would be on the other layout or in the other alphabet."""
    vocabulary = vocabulary_of(view)
    rest = _REST.match(text, at)
    end = rest.end() if rest else at
    for begun in _readings(text[:at]):
        place = Span(begun.at, end)
        if found := tuple(islice(_completed(begun, place, vocabulary), _MOST)):
            return tuple(one for one in found if one.text != place.of(text))
    return ()


def _readings(before: str) -> Iterator[_Begun]:
    """As it was typed, respelt, and with its field on the other layout: «rnj^;fg» is «кто:жап»."""
    if begun := _begun(before):
        yield begun
        if len(begun.start) >= _SHORTEST_RESPELT:
            yield replace(begun, respelt=True)
    if begun := _begun(_CHUNK.sub(lambda chunk: retyped(chunk.group()), before)):
        yield begun


def _begun(before: str) -> _Begun | None:
    value = _VALUE.search(before)
    if value and (field := field_named(value["field"])):
        start = value["word"] if value["quoted"] is None else value["quoted"]
        return _Begun(value.start(), field, start)
    word = _WORD.search(before)
    return _Begun(word.start(), None, word.group()) if word else None


def _completed(begun: _Begun, place: Span, vocabulary: Vocabulary) -> Iterator[Completion]:
    if begun.field:
        yield from _values(begun.field, begun, place, vocabulary)
    else:
        yield from _fields(begun.start, place)
        names = [named for field in ZONES for named in _values(field, begun, place, vocabulary)]
        yield from sorted(names, key=lambda named: -named.articles)[:_MOST_NAMES]
        yield from _words(begun, place, vocabulary)


def _fields(start: str, place: Span) -> Iterator[Completion]:
    for names in NAMES.values() if len(start) >= _SHORTEST_FIELD_START else ():
        for name in names:
            if name.startswith(fold(start)):
                yield Completion(place, f"{name}:", f"{name}:", 0)


def _values(field: Field, begun: _Begun, place: Span, vocabulary: Vocabulary) -> Iterator[Completion]:
    if field not in ZONES:
        return
    names = vocabulary.names(ZONES[field])
    for name in names.beginning(begun.known(name_term(begun.start), names.begins), _MOST):
        yield Completion(place, _asked(field, name.asked), name.name, name.articles)


def _asked(field: Field, name: str) -> str:
    """A country may be called by any of its names."""
    return printed_field(field) + quoted(name) if field is Field.COUNTRY else printed(Named(field, name))


def _words(begun: _Begun, place: Span, vocabulary: Vocabulary) -> Iterator[Completion]:
    start = begun.known(fold(begun.start), vocabulary.begins_form)
    for form, articles in vocabulary.beginning(start, _MOST):
        shown = in_case_of(begun.start, form)
        yield Completion(place, shown, shown, articles)
