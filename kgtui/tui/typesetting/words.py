"""The words of ``words.tsv``, which tell how a text is set."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "words.tsv"


def heads_nothing(word: str) -> bool:
    """Whether a line that begins with the word says whose something is.

    >>> heads_nothing("Фото")
    True
    """
    return word.casefold() in _classes()["credit"]


def stays_before(word: str) -> bool:
    """Whether an abbreviation stands in one row with what follows it.

    >>> stays_before("млрд"), stays_before("просп."), stays_before("мост")
    (True, True, False)
    """
    return word.rstrip(".").casefold() in _classes()["before"]


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {name: frozenset(words.casefold().split("|")) for name, _, words in (line.partition("\t") for line in lines)}
