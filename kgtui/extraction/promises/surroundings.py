"""What stands at which token beside plain words: figures, times, those who act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.periods import Times
from kgtui.gazetteer import Sense
from kgtui.model import EntityKind, Figure

_COUNTLESS = 100  # so many in words are a count all the same («полторы тысячи голов»)
_DURATIONS = frozenset("год месяц день неделя час минута сутки".split())
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.BLOC})
_ACTORS = (*_BODIES, EntityKind.PERSON, EntityKind.COUNTRY)


class Acting(Enum):
    """Whether what stands at a token acts: people and countries always, bodies unless something is done to them."""

    NEVER = "never"
    AS_A_BODY = "as a body"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands at which token beside plain words: figures, where the words of a time end, and those who act."""

    figures: Mapping[int, Figure]
    times: Mapping[int, int]
    acts: Callable[[int], Acting]


def is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def surroundings(context: Context, cast: Cast, times: Times, figures: Sequence[Figure]) -> Surroundings:
    return Surroundings(_figures(context, figures), _time_words(context, times), _acting(context, cast))


def _figures(context: Context, figures: Sequence[Figure]) -> dict[int, Figure]:
    """Token → the figure whose words cover it; small counts in words («пять рейсов») and durations are none here."""
    return {i: figure for figure in figures if _counts(context, figure) for i in context.positions(figure.span)}


def _counts(context: Context, figure: Figure) -> bool:
    if figure.amount.unit in _DURATIONS:
        return False
    if figure.amount.unit.isascii() or (figure.amount.value or 0) >= _COUNTLESS:
        return True
    return any(sign.isdigit() for sign in figure.span.of(context.text))


def _time_words(context: Context, times: Times) -> dict[int, int]:
    """Token of a period → where its words end."""
    ranges = (times.range_of(period) for period in times.within(0, len(context)))
    return {position: at.stop for at in ranges for position in at}


def _acting(context: Context, cast: Cast) -> Callable[[int], Acting]:
    """Whether the entity at a token acts; an adjective of a country does not."""

    def acts(position: int) -> Acting:
        match = context.named.get(position)
        if match is not None and match.sense in (Sense.ADJECTIVE, Sense.DEMONYM):
            return Acting.NEVER
        entity = cast.at(position, *_ACTORS)
        if entity is None:
            return Acting.NEVER
        return Acting.AS_A_BODY if entity.kind in _BODIES else Acting.ALWAYS

    return acts
