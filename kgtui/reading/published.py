"""Which of the dates that a text bears is the date it was published.

Dates of the dateline, the header (or a format's own field), the signature and the file's name count; those of the
running text never do, except, where there is no other, the one that its beginning calls today. Where they disagree, the
one that fits what the text says of its own day wins (`evidence`), and the result is marked as doubtful. Where the text
says nothing, the dateline wins, which is the writer's, then the header, which may be the page's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kgtui.model import DateOrigin, Span
from kgtui.reading.dates import WrittenDate
from kgtui.reading.evidence import fit, nearest, own_day, year_of_text


@dataclass(frozen=True, slots=True)
class Published:
    day: date | None = None
    origin: DateOrigin | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    day: date
    origin: DateOrigin
    guessed: bool = False


def published(
    text: str,
    words: Span,
    *,
    metadata: date | None,
    header: Iterable[WrittenDate],
    dateline: WrittenDate | None,
    signature: Iterable[WrittenDate],
    file: date | None,
) -> Published:
    """The publication date of a text; ``words`` are the article's own, after title and dateline."""
    stated = _candidate(metadata, DateOrigin.METADATA) or _candidate(_first_full(header), DateOrigin.HEADER)
    signed = _candidate(_first_full(signature), DateOrigin.SIGNATURE)
    filed = _candidate(file, DateOrigin.FILE)
    line = _of_dateline(text, words, dateline, stated or signed or filed) if dateline else None
    by_trust = [candidate for candidate in (line, stated, signed) if candidate] or [c for c in (filed,) if c]
    if not by_trust:
        own = own_day(text, words)
        return Published(own, DateOrigin.DATELINE if own else None)
    best = max(by_trust, key=lambda candidate: fit(text, words, candidate.day))
    agreed = [candidate for candidate in (stated, line, signed, filed) if candidate and candidate.day == best.day]
    doubtful = best.guessed or any(candidate.day != best.day for candidate in by_trust)
    return Published(best.day, agreed[0].origin, doubtful)


def _candidate(day: date | None, origin: DateOrigin) -> _Candidate | None:
    return _Candidate(day, origin) if day else None


def _first_full(dates: Iterable[WrittenDate]) -> date | None:
    return next((written.full for written in dates if written.full), None)


def _of_dateline(text: str, words: Span, dateline: WrittenDate, reference: _Candidate | None) -> _Candidate | None:
    """The day of a dateline; one without its year takes it from another date of the article, else from the text."""
    if dateline.full:
        return _candidate(dateline.full, DateOrigin.DATELINE)
    if reference:
        return _candidate(nearest(dateline, reference.day), DateOrigin.DATELINE)
    year = year_of_text(text, words, dateline)
    day = dateline.in_year(year) if year else None
    return _Candidate(day, DateOrigin.DATELINE, guessed=True) if day else None
