"""What the words of a query weigh in the articles that have them: a table for each leaf of its tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from operator import mul

from kgtui.search.asking import Ladder
from kgtui.search.evaluate import ZONES, Evaluation
from kgtui.search.index.protocol import SHIFT, Zone
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
from kgtui.search.weights import UNIT, WORTH, occurrence_weight, rarity

_POSITION = (1 << SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Weighed:
    """A leaf: its weight by place, in units times worth, and its rarity."""

    weights: dict[int, int]
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
            yield _weighed(_steps_weights(evaluation.related(node.code, Zone.TEXT)), evaluation)
        case InField():
            if node.field in ZONES:
                yield _leaf(node.asked, ZONES[node.field], evaluation)
        case Named() | Dated() | None:
            return
        case _:
            yield _leaf(node, Zone.TEXT, evaluation)


def _leaf(node: Asked | Near, zone: Zone, evaluation: Evaluation) -> Weighed:
    if isinstance(node, Phrase | Near | Exact):
        return _weighed(_spots_weights(evaluation.spots_found(node, zone)[Tier.RELATED], zone, evaluation), evaluation)
    return _weighed(_steps_weights(evaluation.ladder(node, zone)), evaluation)


def _weighed(weights: dict[int, int], evaluation: Evaluation) -> Weighed:
    view = evaluation.view
    found = len(weights) - sum(map(weights.__contains__, view.deleted))
    return Weighed(weights, rarity(found, view.count()))


def _steps_weights(steps: Ladder) -> dict[int, int]:
    total: dict[int, int] = {}
    for step in steps:
        for unit in step.units:
            found = dict(zip(unit.places, map(mul, unit.weights, repeat(step.worth)), strict=True))
            for place in total.keys() & found.keys():
                found[place] += total[place]
            total.update(found)
    return total


def _spots_weights(spots: Iterable[int], zone: Zone, evaluation: Evaluation) -> dict[int, int]:
    """Of what takes several words: each spot weighs as one word there does."""
    lengths = evaluation.view.lengths
    total: dict[int, int] = {}
    for spot in spots:
        place = spot >> SHIFT
        weight = occurrence_weight(spot & _POSITION, lengths[place]) if zone is Zone.TEXT else UNIT
        total[place] = total.get(place, 0) + weight * WORTH
    return total
