"""Which of the names that one may choose from fit what is typed, and how well."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from kgtui.layouts import retyped

Value = TypeVar("Value")


def fits(name: str, typed: str) -> bool:
    """Whether every word typed begins a word of the name, on either layout, whatever its capitals, ё as е.

    >>> fits("Алексей Семёнов", "семен"), fits("Турция", "neh"), fits("Турция", "урц")
    (True, True, False)
    """
    parts = _words(name)
    return all(any(part.startswith(_either_layout(word)) for part in parts) for word in typed.split())


@dataclass(frozen=True, slots=True)
class Fitting(Generic[Value]):
    """What fits, the best first; ``best`` is how well it does: 0 the whole name, 1 its beginning, 2 words of it."""

    values: Sequence[Value]
    best: int


def best_first(values: Iterable[Value], name: Callable[[Value], str], typed: str) -> Fitting[Value]:
    """Those whose names fit; among equals the order stays.

    >>> best_first(["Сменить язык", "Язык запросов", "Страны"], str, "язык").values
    ['Язык запросов', 'Сменить язык']
    """
    fitting = [(_how_well(name(value), typed), value) for value in values if fits(name(value), typed)]
    fitting.sort(key=lambda each: each[0])
    return Fitting([value for _, value in fitting], fitting[0][0] if fitting else 2)


def _how_well(name: str, typed: str) -> int:
    wanted, folded = _either_layout(typed.strip()), _folded(name)
    return 0 if folded in wanted else 1 if folded.startswith(wanted) else 2


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> list[str]:
    return re.findall(r"\w+", _folded(name))


@lru_cache(maxsize=64)
def _either_layout(word: str) -> tuple[str, str]:
    return _folded(word), _folded(retyped(word))


def _folded(text: str) -> str:
    from kgtui.language import fold  # noqa: PLC0415 - loaded by the threads, not before the first paint

    return fold(text)
