"""What the words of a query weigh in the articles that are to be compared: a table for each leaf of its tree."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import compress, repeat
from operator import mul, rshift

from kgtui.search.asking import Ladder
from kgtui.search.evaluate import ZONES, Evaluation
from kgtui.search.index.protocol import SHIFT, Unit, Zone
from kgtui.search.query.nodes import (
    All,
    Asked,
    Country,
    Dated,
    Either,
    Exact,
    InCountry,
    InField,
    Named,
    Near,
    Node,
    Phrase,
    Without,
)
from kgtui.search.terms import Tier
from kgtui.search.weights import BODY_STARTS, UNIT, WORTH, occurrence_weight, rarity

_POSITION = (1 << SHIFT) - 1
_FEW = 12  # a search in a sorted row costs as much as so many steps along it


@dataclass(frozen=True, slots=True)
class Weighed:
    """A leaf: ``weights`` gives what it weighs in each of these articles that has it, in units times worth."""

    weights: Callable[[AbstractSet[int]], Mapping[int, int]]
    rarity: float


def weighed_leaves(node: Node | None, evaluation: Evaluation) -> Iterator[Weighed]:
    """All leaves that are wanted; dates and things named exactly weigh nothing."""
    match node:
        case All() | Either():
            for part in node.parts:
                yield from weighed_leaves(part, evaluation)
        case Without():
            yield from weighed_leaves(node.wanted, evaluation)
        case Country() | InCountry():
            yield _leaf(node.words, Zone.TEXT, evaluation)
            yield _laddered(evaluation.related(node.code, Zone.TEXT), evaluation)
        case InField():
            if node.field in ZONES:
                yield _leaf(node.asked, ZONES[node.field], evaluation)
        case Named() | Dated() | None:
            return
        case _:
            yield _leaf(node, Zone.TEXT, evaluation)


def _leaf(node: Asked | Near, zone: Zone, evaluation: Evaluation) -> Weighed:
    if isinstance(node, Phrase | Near | Exact):
        weights = _spots_weights(evaluation.spots_found(node, zone)[Tier.RELATED], zone, evaluation)
        return Weighed(lambda _: weights, rarity(len(weights), evaluation.view.count()))
    return _laddered(evaluation.ladder(node, zone), evaluation)


def _laddered(steps: Ladder, evaluation: Evaluation) -> Weighed:
    found = len(evaluation.places(steps)[Tier.RELATED])
    return Weighed(lambda wanted: _steps_weights(steps, wanted), rarity(found, evaluation.view.count()))


def _steps_weights(steps: Ladder, wanted: AbstractSet[int]) -> dict[int, int]:
    total: dict[int, int] = {}
    met: set[int] = set()  # parts of the index of which some article is in the total
    for step in steps:
        for unit in step.units:
            found = _unit_weights(unit, step.worth, wanted)
            if unit.part in met:
                weights = dict(found)
                for place in total.keys() & weights.keys():
                    weights[place] += total[place]
                total.update(weights)
            else:
                total.update(found)
                met.add(unit.part)
    return total


def _unit_weights(unit: Unit, worth: int, wanted: AbstractSet[int]) -> Iterable[tuple[int, int]]:
    """Place and weight."""
    places, weights = unit.places, unit.weights
    if len(wanted) * _FEW < unit.articles:
        found = ((bisect_left(places, place), place) for place in wanted)
        return [
            (place, weights[index] * worth)
            for index, place in found
            if index < unit.articles and places[index] == place
        ]
    inside = list(map(wanted.__contains__, places))
    return zip(compress(places, inside), map(mul, compress(weights, inside), repeat(worth)), strict=True)


def _spots_weights(spots: Collection[int], zone: Zone, evaluation: Evaluation) -> dict[int, int]:
    """Of what takes several words: each spot weighs as one word there does."""
    each = Counter(map(rshift, spots, repeat(SHIFT)))
    if zone is not Zone.TEXT:
        return {place: count * UNIT * WORTH for place, count in each.items()}
    lengths = evaluation.view.lengths
    in_title = occurrence_weight(0, 0) * WORTH
    in_text = {n: occurrence_weight(BODY_STARTS, n) * WORTH for n in set(map(lengths.__getitem__, each))}
    weights = {place: count * in_text[lengths[place]] for place, count in each.items()}
    for spot in spots:
        if spot & _POSITION < BODY_STARTS:
            weights[spot >> SHIFT] += in_title - in_text[lengths[spot >> SHIFT]]
    return weights
