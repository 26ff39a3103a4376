"""Is a slip understood? A small library of short articles, asked with words as they are mistyped."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kgtui.intake import take_in
from kgtui.language import fold
from kgtui.library import Library, open_library
from kgtui.settings import Settings

from .texts import SLIPS

NOTHING = "nothing"  # the kind of what means nothing here
ALL_SLIPS = "all slips"


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed; the readings that are right (none: nothing should be offered), and the one that was given."""

    kind: str
    typed: str
    meant: tuple[str, ...]
    read_as: str | None

    @property
    def understood(self) -> bool:
        if self.read_as is None or not self.meant:
            return self.read_as is None and not self.meant
        return fold(self.read_as) in map(fold, self.meant)


def measured_slips(folder: Path = SLIPS) -> list[Slip]:
    """Each slip of the table with its first reading."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(library=Path(place) / "library", language="ru")
        with open_library(settings.library, settings=settings) as library:
            take_in([folder / "articles.jsonl"], library)
            return list(_read(folder / "slips.tsv", library))


def _read(table: Path, library: Library) -> Iterator[Slip]:
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        kind, typed, meant = line.split("\t")
        yield Slip(kind, typed, tuple(filter(None, meant.split("; "))), library.search(typed, snippets=False).read_as)


def understood(slips: list[Slip]) -> dict[str, tuple[int, int]]:
    """Understood and all, by kind in the order of the table, and of all kinds but `NOTHING`."""
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for slip in slips:
        counts[slip.kind][slip.understood] += 1
        if slip.kind != NOTHING:
            counts[ALL_SLIPS][slip.understood] += 1
    return {kind: (count[True], count.total()) for kind, count in counts.items()}
