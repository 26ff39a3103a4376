"""The tables of rules in ``data/``: tab-separated, one rule a line, each with an example."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


@cache
def table(name: str) -> Sequence[Mapping[str, str]]:
    """The rows of ``data/<name>.tsv`` by column; lines that begin with # are remarks.

    >>> table("role_heads")[0]["kind"]
    'office'
    """
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    columns = rows[0]
    return tuple(dict(zip(columns, row, strict=True)) for row in rows[1:])
