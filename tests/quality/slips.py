"""Is a slip understood? A small library of short articles, asked with words as they are mistyped."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgtui.intake import take_in
from kgtui.library import Library, Results, open_library
from kgtui.settings import Settings

from .texts import SLIPS

NOTHING = "nothing"  # the kind of what means nothing here
ALL_SLIPS = "all slips"


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed, as what it was read, and the articles found; ``wanted`` are those of each reading that is right
    (none: nothing should be offered)."""

    kind: str
    typed: str
    read_as: str | None
    found: frozenset[str]
    wanted: tuple[frozenset[str], ...]

    @property
    def is_understood(self) -> bool:
        return self.found in self.wanted if self.wanted else not self.found


def measured_slips(folder: Path = SLIPS) -> list[Slip]:
    """Each slip of the table with what it finds."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(library=Path(place) / "library", language="ru")
        with open_library(settings.library, settings=settings) as library:
            take_in([folder / "articles.jsonl"], library)
            return list(_asked(folder / "slips.tsv", library))


def understood(slips: Iterable[Slip]) -> dict[str, tuple[int, int]]:
    """Understood and all, by kind in the order of the table, and of all kinds but `NOTHING`."""
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for slip in slips:
        counts[slip.kind][slip.is_understood] += 1
        if slip.kind != NOTHING:
            counts[ALL_SLIPS][slip.is_understood] += 1
    return {kind: (count[True], count.total()) for kind, count in counts.items()}


def _asked(table: Path, library: Library) -> Iterator[Slip]:
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        kind, typed, meant = line.split("\t")
        results = library.search(typed, snippets=False)
        wanted = tuple(_found(library.search(one, snippets=False, mend=False)) for one in meant.split("; ") if one)
        yield Slip(kind, typed, results.read_as, _found(results), wanted)


def _found(results: Results) -> frozenset[str]:
    return frozenset(hit.headline.id for hit in results.hits)
