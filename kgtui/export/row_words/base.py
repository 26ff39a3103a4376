"""The function that words a row, and what all rows say alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from kgtui.dossier.values import Row
from kgtui.export.page_values import PageRow
from kgtui.locale import t


@singledispatch
def page_rows(row: Row) -> Iterator[PageRow]:
    """The lines of a page that one row gives: itself, then its parts."""
    raise NotImplementedError(type(row).__name__)


def doubted(row: Row) -> str:
    """The sign behind what is read with doubt, or nothing."""
    return t("common.doubtful") if row.doubt else ""


def cut(text: str, length: int) -> str:
    """The first words of a text with «…» behind them, where it is longer than ``length`` signs.

    >>> cut("слово за слово", 10)
    'слово за…'
    """
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0].rstrip(' ,;:–—-')}…"
