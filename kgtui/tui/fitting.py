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
    """Whether every word typed begins a word of the name, on either layout, whatever its capitals, ё as е, and whatever
    stands between words.

    >>> fits("Алексей Семёнов", "семен"), fits("Турция", "neh"), fits("Турция", "урц")
    (True, True, False)
    >>> fits("Тема: цвета экрана…", "тема: ц"), fits("Казахстан", "«казах»"), fits("Жапаров", ";fgf")
    (True, True, True)
    """
    begun = _words(name)
    return all(any(_all_begin(begun, words) for words in _readings(part)) for part in typed.split())


def _all_begin(begun: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(each.startswith(word) for each in begun) for word in words)


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
    wanted, words = [" ".join(each) for each in _readings(typed)], " ".join(_words(name))
    return 0 if words in wanted else 1 if words.startswith(tuple(wanted)) else 2


@lru_cache(maxsize=64)
def _readings(typed: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words as typed, and those of the other layout, where signs may be letters."""
    return _words(typed), _words(retyped(typed))


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> Sequence[str]:
    return re.findall(r"\w+", _folded(name))


def _folded(text: str) -> str:
    from kgtui.language import fold  # noqa: PLC0415 - loaded by the threads, not before the first paint

    return fold(text)
