"""The colours that the screen writes with: palettes of ours, from the table ``palettes.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).with_name("palettes.tsv")
TERMINALS = "default"  # the colour that the terminal itself writes with, and its ground


class Palette(NamedTuple):
    """Colours as ``#rrggbb``, or as Rich names those of the terminal."""

    name: str
    dark: bool
    ground: str
    text: str
    dim: str
    rule: str
    accent: str
    tint: str
    country: str
    person: str
    body: str
    place: str
    project: str
    figure: str
    speech: str
    meeting: str
    promise: str

    @property
    def is_terminals(self) -> bool:
        """Whether it leaves its colours to the terminal."""
        return self.ground == TERMINALS


@cache
def own_palettes() -> Mapping[str, Palette]:
    """In the order of the table."""
    lines = DATA.read_text(encoding="utf-8").splitlines()
    (_, *names), *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    inks = {ink: dict(zip(names, cells, strict=True)) for ink, *cells in rows}
    darkness = inks.pop("dark")
    return {
        name: Palette(name=name, dark=darkness[name] == "yes", **{ink: cells[name] for ink, cells in inks.items()})
        for name in names
    }
