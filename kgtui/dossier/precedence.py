"""Who comes first: the order of offices in a brief, as the gazetteer ranks them."""

from __future__ import annotations

from functools import cache, lru_cache

from kgtui.gazetteer import GazetteerMatch, MatchKind, load_gazetteer
from kgtui.language.analysis import analyse

OTHER_OFFICE = 1000
NO_OFFICE = 1001

_DEPUTY = "deputy-"


@lru_cache(maxsize=4096)
def rank(office: str | None) -> int:
    """The rank of an office as a text words it, the lowest number first; one of no known class comes after all.

    Of several offices in one wording the highest counts. A deputy comes after the full offices of the next rank.
    """
    if not office:
        return NO_OFFICE
    matches = load_gazetteer().match(analyse(office))
    ranks = [_rank_of(match) for match in matches if match.kind is MatchKind.OFFICE]
    return min(ranks, default=OTHER_OFFICE)


def _rank_of(match: GazetteerMatch) -> int:
    full = _ranks().get(match.code.removeprefix(_DEPUTY), OTHER_OFFICE)
    return 2 * full + (3 if match.code.startswith(_DEPUTY) else 0)


@cache
def _ranks() -> dict[str, int]:
    return {office.klass: office.rank for office in load_gazetteer().offices}
