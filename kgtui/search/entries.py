"""An article as the index keeps it: the units of its words and names, zone by zone, with weights and positions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kgtui.language import Analysis, Token, TokenKind, fold
from kgtui.language.analysis import tokens_in
from kgtui.model import Entity, EntityKind, Facts
from kgtui.search.index.positions import pack
from kgtui.search.index.protocol import LAST_POSITION, Entry, Occurrences, Zone
from kgtui.search.terms import name_term, searched_tokens
from kgtui.search.units import Thing, country_unit, initial_unit, thing_unit, word_unit
from kgtui.search.weights import BODY_STARTS, TITLE_ENDS, UNIT, occurrence_weight

SOURCE = "source"  # the kind of a `Thing` that is a source or a publisher
ZONES_OF_KINDS = {
    EntityKind.PERSON: Zone.PERSONS,
    EntityKind.COUNTRY: Zone.COUNTRIES,
    EntityKind.BLOC: Zone.BODIES,
    EntityKind.ORGANISATION: Zone.BODIES,
    EntityKind.PLACE: Zone.PLACES,
    EntityKind.PROJECT: Zone.PROJECTS,
}
_AS_A_WHOLE = UNIT, pack([0])  # how a thing stands in its zone


def entry(
    number: int, published: int, title: Analysis, body: Analysis, facts: Facts, *, sources: Iterable[str] = ()
) -> Entry:
    """The index entry of an article; ``sources`` are the names of its source and of its publisher."""
    words = searched_tokens(body)
    names = _NameZones()
    for entity in facts.entities:
        names.add(
            ZONES_OF_KINDS[entity.kind], _thing(entity.kind.value, entity.key, entity.name), _names(entity, body.text)
        )
    for source in sources:
        names.add(Zone.SOURCES, _thing(SOURCE, source, source), [source])
    in_text = _text_units(searched_tokens(title), words, facts)
    return Entry(number, published, len(words), {Zone.TEXT: in_text, **dict(names.units())})


def _thing(kind: str, key: str, name: str) -> Thing:
    return Thing(kind, name_term(key), name)


def _text_units(title: Sequence[Token], words: Sequence[Token], facts: Facts) -> dict[str, Occurrences]:
    positions: dict[str, list[int]] = {}
    _put_words(positions, title[:TITLE_ENDS], 0)
    _put_words(positions, words[: LAST_POSITION - BODY_STARTS], BODY_STARTS)
    for position, code in _country_positions(words, facts):
        positions.setdefault(country_unit(code), []).append(BODY_STARTS + position)
    return _weighed(positions, len(words))


def _put_words(positions: dict[str, list[int]], words: Sequence[Token], first: int) -> None:
    for position, token in enumerate(words, first):
        for unit in _word_units(token):
            positions.setdefault(unit, []).append(position)


def _weighed(positions: dict[str, list[int]], length: int) -> dict[str, Occurrences]:
    in_title, in_body = occurrence_weight(0, length), occurrence_weight(BODY_STARTS, length)
    found = {}
    for unit, places in positions.items():
        titles = bisect_left(places, BODY_STARTS) if places[0] < BODY_STARTS else 0
        weight = titles * in_title + (len(places) - titles) * in_body
        found[unit] = _once(weight, places[0]) if len(places) == 1 else (min(weight, 0xFF), pack(places))
    return found


@lru_cache(maxsize=20_000)
def _once(weight: int, position: int) -> Occurrences:
    """Most words occur once: many articles share these few values."""
    return weight, pack([position])


def _country_positions(words: Sequence[Token], facts: Facts) -> Iterator[tuple[int, str]]:
    """Where countries are named, ascending for each country."""
    starts = [token.start for token in words]
    for entity in facts.entities:
        if entity.kind is EntityKind.COUNTRY:
            places = {bisect_right(starts, span.start) - 1 for span in entity.spans}
            yield from ((position, entity.key) for position in sorted(places) if position >= 0)


def _names(entity: Entity, text: str) -> Iterable[str]:
    """What an article calls a thing, each name once, its usual name first."""
    return dict.fromkeys([entity.name, *(span.of(text) for span in entity.spans)])


class _NameZones:
    """The words of names, zone by zone: one name after the other, with a gap that no phrase goes across."""

    def __init__(self) -> None:
        self._words: dict[Zone, dict[str, list[int]]] = {}
        self._next: dict[Zone, int] = {}
        self._things: dict[Zone, dict[str, str]] = {}

    def add(self, zone: Zone, thing: Thing, names: Iterable[str]) -> None:
        self._things.setdefault(zone, {}).setdefault(thing.key, thing_unit(thing))
        words = self._words.setdefault(zone, {})
        position = self._next.get(zone, 0)
        for name in names:
            for units in _name_units(name):
                for unit in units:
                    words.setdefault(unit, []).append(min(position, LAST_POSITION))
                position += 1
            position += 1
        self._next[zone] = position

    def units(self) -> Iterator[tuple[Zone, dict[str, Occurrences]]]:
        for zone, words in self._words.items():
            found = {unit: (min(UNIT * len(places), 0xFF), pack(places)) for unit, places in words.items()}
            things = dict.fromkeys(self._things[zone].values(), _AS_A_WHOLE)
            yield zone, found | things


@lru_cache(maxsize=20_000)
def _name_units(name: str) -> tuple[tuple[str, ...], ...]:
    """The units of each word of a name."""
    return tuple(tuple(_word_units(token)) for token in tokens_in(name) if token.kind is not TokenKind.MARK)


def _word_units(token: Token) -> Iterator[str]:
    yield word_unit(token.text)
    if token.is_capitalised:
        yield initial_unit(fold(token.text[0]))
