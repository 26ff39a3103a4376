"""How far a dossier can be trusted: what the library has on its subject, and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from kgtui.dossier.material import Material
from kgtui.dossier.namings import texts
from kgtui.dossier.values import Coverage
from kgtui.model import FACTS_VERSION

_GAP = timedelta(days=60)
_DAY = timedelta(days=1)


def coverage(material: Material) -> Coverage:
    dates = sorted(filter(None, material.dates.values()))
    return Coverage(
        articles=len(material.dates),
        unread=len(material.dates) - len(material.read),
        total=material.library.count(),
        reprints=sum(texts(material.dates, material.library.groups(material.dates)).values()),
        outdated=len(set(material.library.with_older_facts(FACTS_VERSION)).intersection(material.dates)),
        sources=material.library.source_count(material.dates),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        gaps=tuple(_gaps(dates, material.frame.last or material.frame.as_of)),
        months=tuple(_months(dates)),
        new=material.new,
        since=material.frame.look.on if material.frame.look else None,
        period=material.library.period(),
    )


def _gaps(dates: Sequence[date], end: date) -> Iterator[tuple[date, date]]:
    """Also the one from the last article to the day after the end of what is looked at."""
    until = max(end + _DAY, *dates[-1:]) if dates else None
    for before, after in pairwise([*dates, *([until] if until else [])]):
        if after - before > _GAP:
            yield before, after


def _months(dates: Sequence[date]) -> Iterator[tuple[str, int]]:
    counts = Counter((each.year, each.month) for each in dates)
    if not dates:
        return
    year, month = dates[0].year, dates[0].month
    while (year, month) <= (dates[-1].year, dates[-1].month):
        yield f"{year}-{month:02}", counts[year, month]
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
