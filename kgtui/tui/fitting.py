"""Which of the names that one may choose from fit what is typed."""

from __future__ import annotations

import re
from functools import lru_cache

from kgtui.layouts import retyped


def fits(name: str, typed: str) -> bool:
    """Whether every word typed begins a word of the name, on either layout, whatever its capitals, ё as е.

    >>> fits("Алексей Семёнов", "семен"), fits("Турция", "neh"), fits("Турция", "урц")
    (True, True, False)
    """
    parts = _words(name)
    return all(any(part.startswith(_either_layout(word)) for part in parts) for word in typed.split())


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> list[str]:
    return re.findall(r"\w+", _folded(name))


@lru_cache(maxsize=64)
def _either_layout(word: str) -> tuple[str, str]:
    return _folded(word), _folded(retyped(word))


def _folded(text: str) -> str:
    from kgtui.language import fold  # noqa: PLC0415 - loaded by the threads, not before the first paint

    return fold(text)
