"""Queries answered the slow way: word by word of each text, without an index. The index must give the same."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import pairwise, product

from kgtui.language import analyse, fold
from kgtui.model import Entity, EntityKind
from kgtui.search.fuzziness import is_near
from kgtui.search.query.nodes import (
    All,
    Country,
    Dated,
    Either,
    Exact,
    Field,
    Fuzzy,
    InCountry,
    InField,
    Initial,
    Named,
    Near,
    Node,
    Phrase,
    Prefix,
    Without,
    Word,
)
from kgtui.search.terms import Tier, document_terms, name_term, searched_tokens
from kgtui.search.weights import BODY_STARTS

_FIELDS = {
    EntityKind.PERSON: Field.PERSON,
    EntityKind.COUNTRY: Field.COUNTRY,
    EntityKind.BLOC: Field.BODY,
    EntityKind.ORGANISATION: Field.BODY,
    EntityKind.PLACE: Field.PLACE,
    EntityKind.PROJECT: Field.PROJECT,
}
Words = dict[int, str]  # position → word
Spots = dict[int, tuple[Tier, float]]  # position → how sure, and what it is worth


@dataclass(frozen=True)
class Text:
    """An article; ``entities`` have their spans in the body."""

    number: int
    title: str
    body: str
    published: int = 0
    entities: tuple[Entity, ...] = ()
    sources: tuple[str, ...] = ()
    words: Words = field(default_factory=dict)

    def __post_init__(self) -> None:
        for first, text in ((0, self.title), (BODY_STARTS, self.body)):
            tokens = searched_tokens(analyse(text))
            self.words.update((first + at, token.text) for at, token in enumerate(tokens))

    @property
    def length(self) -> int:
        return sum(position >= BODY_STARTS for position in self.words)

    def names(self, asked: Field) -> list[str]:
        if asked is Field.SOURCE:
            return list(self.sources)
        found = [entity for entity in self.entities if _FIELDS[entity.kind] is asked]
        return [name for e in found for name in dict.fromkeys([e.name, *(span.of(self.body) for span in e.spans)])]

    def keys(self, asked: Field) -> dict[str, set[str]]:
        """The things named in a field, with all that they are called, as terms."""
        if asked is Field.SOURCE:
            return {name_term(name): {name_term(name)} for name in self.sources}
        found: dict[str, set[str]] = {}
        for entity in self.entities:
            if _FIELDS[entity.kind] is asked:
                found.setdefault(name_term(entity.key), set()).update(map(name_term, (entity.key, entity.name)))
        return found

    def countries(self, code: str) -> list[int]:
        starts = [token.start for token in searched_tokens(analyse(self.body))]
        spans = [span for e in self.entities if e.kind is EntityKind.COUNTRY and e.key == code for span in e.spans]
        return [BODY_STARTS + starts.index(span.start) for span in spans]

    def weight(self, position: int) -> int:
        return 48 if position < BODY_STARTS else max(1, round(16 / (0.5 + 0.5 * self.length / 200)))


class ByHand:
    """Answers queries over texts."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = {text.number: text for text in texts}

    def tiers(self, root: Node) -> dict[int, Tier]:
        found = {number: self._tier(root, text) for number, text in self.texts.items()}
        return {number: tier for number, tier in found.items() if tier is not None}

    def scores(self, root: Node) -> dict[int, float]:
        leaves = [self._leaf_weights(*leaf) for leaf in _leaves(root)]
        return {
            number: sum(self._rarity(leaf) * leaf[number] / (192 + leaf[number]) for leaf in leaves if number in leaf)
            * self._nearness(root, text)
            for number, text in self.texts.items()
        }

    def _rarity(self, leaf: Mapping[int, float]) -> float:
        return math.log1p((len(self.texts) - len(leaf) + 0.5) / (len(leaf) + 0.5))

    def _leaf_weights(self, node: Node, asked: Field | None) -> dict[int, float]:
        found = {}
        for number, text in self.texts.items():
            spots = _spots(node, text, asked)
            weight = sum(worth * 10 * (16 if asked else text.weight(at)) for at, (_, worth) in spots.items())
            if weight:
                found[number] = weight
        return found

    def _tier(self, node: Node, text: Text) -> Tier | None:  # noqa: PLR0911 - a table of nodes
        match node:
            case All():
                tiers = [self._tier(part, text) for part in node.parts]
                return None if None in tiers else max(t for t in tiers if t is not None)
            case Either():
                return min((t for part in node.parts if (t := self._tier(part, text)) is not None), default=None)
            case Without():
                if any(self._excludes(part, text) for part in node.unwanted):
                    return None
                return self._tier(node.wanted, text) if node.wanted else Tier.EXACT
            case Dated():
                first = node.first.toordinal() if node.first else 0
                last = node.last.toordinal() if node.last else 10**9
                return Tier.EXACT if text.published and first <= text.published <= last else None
            case Named():
                keys = {
                    key
                    for other in self.texts.values()
                    for key, called in other.keys(node.field).items()
                    if name_term(node.name) in called
                }
                return Tier.EXACT if keys & text.keys(node.field).keys() else None
            case InCountry():
                if name_term(node.code) not in text.keys(Field.COUNTRY):
                    return None
                tier = self._tier(node.words, text)
                return Tier.RELATED if tier is None else tier
            case InField():
                return _best(_spots(node.asked, text, node.field))
            case _:
                return _best(_spots(node, text, None))

    def _excludes(self, node: Node, text: Text) -> bool:
        if isinstance(node, All | Either):
            found = [self._excludes(part, text) for part in node.parts]
            return all(found) if isinstance(node, All) else any(found)
        tier = self._tier(node, text)
        return tier is not None and (tier <= Tier.FORM or isinstance(node, InCountry))

    def _nearness(self, root: Node, text: Text) -> float:
        root = root.wanted if isinstance(root, Without) and root.wanted else root
        parts = [part for part in root.parts if _is_placed(part)] if isinstance(root, All) else []
        if len(parts) < 2:
            return 1.0
        found = [sorted(_any_spots(part, text)) for part in parts]
        gaps = [
            min((max(abs(a - b), 1) for a, b in product(one, two)), default=math.inf) for one, two in pairwise(found)
        ]
        return 1 + 2 * sum(1 / gap for gap in gaps) / len(gaps)


def _best(spots: Spots) -> Tier | None:
    return min((tier for tier, _ in spots.values()), default=None)


def _is_placed(node: Node) -> bool:
    return (
        all(map(_is_placed, node.parts))
        if isinstance(node, Either)
        else isinstance(node, Word | Prefix | Fuzzy | Exact | Phrase | Country)
    )


def _any_spots(node: Node, text: Text) -> set[int]:
    if isinstance(node, Either):
        return {spot for part in node.parts for spot in _any_spots(part, text)}
    return set(_spots(node, text, None))


def _leaves(node: Node | None) -> Iterator[tuple[Node, Field | None]]:
    match node:
        case All() | Either():
            for part in node.parts:
                yield from _leaves(part)
        case Without():
            yield from _leaves(node.wanted)
        case Country() | InCountry():
            yield node.words, None
            yield _OtherWords(node.code), None
        case InField():
            yield node.asked, node.field
        case Named() | Dated() | None:
            return
        case _:
            yield node, None


@dataclass(frozen=True)
class _OtherWords:
    """A country by whichever word."""

    code: str


def _spots(node: object, text: Text, asked: Field | None) -> Spots:
    if asked is None:
        return _spots_in(node, text.words, text)
    found: Spots = {}
    for number, name in enumerate(text.names(asked)):
        words = {at: token.text for at, token in enumerate(searched_tokens(analyse(name)))}
        found.update((number * 1000 + at, spot) for at, spot in _spots_in(node, words, text).items())
    return found


def _spots_in(node: object, words: Words, text: Text) -> Spots:
    if isinstance(node, _OtherWords):
        return dict.fromkeys(text.countries(node.code), (Tier.RELATED, 1.0))
    if isinstance(node, Country):
        related = _spots_in(_OtherWords(node.code), words, text)
        return related | _spots_in(node.words, words, text)
    if isinstance(node, Near):
        return _near(node, words, text)
    if isinstance(node, Phrase | Exact):
        parts = node.parts if isinstance(node, Phrase) else [Exact((form,)) for form in node.forms]
        found = [{at: spot for at, word in words.items() if (spot := _met(part, word))} for part in parts]
        starts = reduce(set.intersection, ({at - by for at in spots} for by, spots in enumerate(found)))
        return {at: (max(spots[at + by][0] for by, spots in enumerate(found)), 1.0) for at in starts}
    return {at: spot for at, word in words.items() if (spot := _met(node, word))}


def _near(node: Near, words: Words, text: Text) -> Spots:
    found = [_spots_in(part, words, text) for part in node.parts]
    near: Spots = {}
    for spots in product(*found):
        if max(spots) - min(spots) <= node.distance:
            tier = max(part[at][0] for part, at in zip(found, spots, strict=True))
            near[spots[0]] = min(near.get(spots[0], (tier, 1.0)), (tier, 1.0))
    return near


def _met(part: object, word: str) -> tuple[Tier, float] | None:
    folded = fold(word)
    match part:
        case Word():
            terms = document_terms(word)
            return next(((r.tier, r.worth) for r in part.terms.rungs if not r.terms.isdisjoint(terms)), None)
        case Prefix():
            return (Tier.EXACT, 1.0) if folded.startswith(part.text) else None
        case Initial():
            return (Tier.EXACT, 1.0) if word[0].isupper() and folded.startswith(part.text) else None
        case Exact():
            return (Tier.EXACT, 1.0) if folded == part.forms[0] else None
        case Fuzzy():
            if folded == part.text:
                return Tier.EXACT, 1.0
            return (Tier.OTHER, 0.5) if is_near(part.text, folded) else None
    raise TypeError(part)
