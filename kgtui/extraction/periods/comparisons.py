"""Periods that are only compared with: «больше, чем в 2023 году», «выше уровня II квартала», «к январю 2024 года»."""

from __future__ import annotations

from kgtui.extraction.context import Context
from kgtui.model import Period

_PREPOSITIONS = frozenset("в во за к ко на с со от по".split())
_COMPARING = frozenset("чем нежели сравнению сравнении относительно отношению против".split())
_MORE = frozenset("больше меньше выше ниже более менее лучше хуже".split())
_LEVELS = frozenset({"уровень", "показатель", "значение", "объем", "результат", "итог"})
_FARTHEST = 3  # words between «чем» and the period: «чем в среднем за 2023 год»


def is_compared(context: Context, first: int, period: Period) -> bool:
    """Whether a period whose words begin at a token is there only to compare with."""
    floor, _stop = context.sentence(first)
    at = first - 1
    if at >= floor and context.lower(at) in ("к", "ко"):
        return context.published is not None and period.last_day < context.published
    if at >= floor and context.lower(at) in _PREPOSITIONS:
        at -= 1
    elif at >= floor and (context.lower(at) in _MORE or _is_level(context, at, floor)):
        return True
    return any(context.lower(i) in _COMPARING for i in range(max(floor, at - _FARTHEST), at + 1))


def _is_level(context: Context, at: int, floor: int) -> bool:
    """«Больше показателя», «к уровню»."""
    return (
        not context.lemmas(at).isdisjoint(_LEVELS) and at > floor and context.lower(at - 1) in _MORE | {"к", "с", "от"}
    )
