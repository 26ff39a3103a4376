"""Who comes first: the order of offices in a brief, as the gazetteer ranks them."""

from __future__ import annotations

from functools import cache, lru_cache

from kgtui.gazetteer import MatchKind, load_gazetteer
from kgtui.language.analysis import analyse

OTHER_OFFICE = 1000
NO_OFFICE = 1001

_DEPUTY = "deputy-"


@lru_cache(maxsize=4096)
def rank(office: str | None) -> int:
    """The rank of an office as a text words it, the lowest number first; one of no known class, and a former one,
    comes after all that are, and none at all last.

    Of several offices in one wording the highest counts. A deputy comes after the full offices of the next rank.
    """
    if not office:
        return NO_OFFICE
    return min(map(_rank_of, classes(office)), default=OTHER_OFFICE)


@lru_cache(maxsize=4096)
def classes(office: str | None) -> frozenset[str]:
    """The classes of the offices that a wording names, as the gazetteer's table has them."""
    matches = load_gazetteer().match(analyse(office or ""))
    return frozenset(match.code for match in matches if match.kind is MatchKind.OFFICE)


def _rank_of(klass: str) -> int:
    full = _ranks().get(klass.removeprefix(_DEPUTY))
    if full is None:
        return OTHER_OFFICE
    return 2 * full + (3 if klass.startswith(_DEPUTY) else 0)


@cache
def _ranks() -> dict[str, int]:
    return {office.klass: office.rank for office in load_gazetteer().offices}
