"""From where and how far a dossier looks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from kgtui.dossier.values import LINES, SectionKind
from kgtui.reader import Look

READ = 300  # of 20,000 articles enough for twelve rows of any section


@dataclass(frozen=True, slots=True)
class Frame:
    """``as_of`` stands for today. Only articles of ``first`` to ``last`` count (None leaves that end open), only those
    that came after ``look`` where ``only_new``; without a look nothing is new. Of a section at most ``limit`` rows are
    made, 0 is all; of one that is in ``caps`` so many as these say, 0 is none. Where there is a limit, rows are made
    from no more than the ``read`` newest articles and facts of a kind.
    """

    as_of: date
    home: str = "KG"
    first: date | None = None
    last: date | None = None
    look: Look | None = None
    only_new: bool = False
    limit: int = LINES
    read: int = READ
    caps: Mapping[SectionKind, int] = field(default_factory=dict)
    sections: Collection[SectionKind] = field(default=tuple(SectionKind))

    def holds(self, first: date | None, last: date | None) -> bool:
        """Whether what was from one day to another touches its time; what has no day does where both ends are open."""
        if first is None or last is None:
            return self.first is None and self.last is None
        return (self.first is None or self.first <= last) and (self.last is None or first <= self.last)

    def most(self, kind: SectionKind) -> int | None:
        """The rows of a section that are made; None is all."""
        return self.caps.get(kind, self.limit or None)
