"""Which of the dates that a text bears is the date it was published.

Dates of the dateline, the header (or a format's own field), the signature and the file's name count; those of the
running text never do, except, where there is no other, the one that its beginning calls today, or with doubt the one
on which its first sentence says that something was (`lead`). Where they disagree, the
one that fits what the text says of its own day wins (`evidence`), and the result is marked as doubtful. Where the text
says nothing, the dateline wins, which is the writer's, then the header, which may be the page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kgtui.model import DateOrigin, Span
from kgtui.reading.dates import WrittenDate
from kgtui.reading.evidence import fit, nearest, own_day, year_of_text
from kgtui.reading.lead import lead_day


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
    header: Sequence[WrittenDate],
    dateline: WrittenDate | None,
    signature: Iterable[WrittenDate],
    file: date | None,
) -> Published:
    """The publication date of a text; ``words`` are the article's own, after title and dateline.

    Of several dates of the header the last is trusted most, which stands nearest to the article: one above it may be
    the day the page was saved.
    """
    stated = _candidates([metadata], DateOrigin.METADATA) or _candidates(_full(header), DateOrigin.HEADER)[::-1]
    if not dateline and not stated:  # «Баку, 5 ноября, АЗЕРТАДЖ» on a line of its own
        dateline = next((written for written in header if not written.year), None)
    signed = _candidates(_full(signature)[:1], DateOrigin.SIGNATURE)
    filed = _candidates([file], DateOrigin.FILE)
    line = _of_dateline(text, words, dateline, [*stated, *signed] or filed) if dateline else []
    by_trust = [*line, *stated, *signed] or filed
    if not by_trust:
        return _of_own_day(text, words)
    best = by_trust[0]
    if any(candidate.day != best.day for candidate in by_trust):
        best = max(by_trust, key=lambda candidate: fit(text, words, candidate.day))
    agreed = [candidate for candidate in (*stated, *line, *signed, *filed) if candidate.day == best.day]
    doubtful = best.guessed or any(candidate.day != best.day for candidate in by_trust)
    return Published(best.day, agreed[0].origin, doubtful)


def _candidates(days: Iterable[date | None], origin: DateOrigin) -> list[_Candidate]:
    return [_Candidate(day, origin) for day in days if day]


def _full(dates: Iterable[WrittenDate]) -> list[date]:
    return [written.full for written in dates if written.full]


def _of_dateline(
    text: str, words: Span, dateline: WrittenDate, references: Sequence[_Candidate]
) -> Sequence[_Candidate]:
    """The day of a dateline; one without its year takes it from another date of the article, else from the text."""
    if dateline.full:
        return _candidates([dateline.full], DateOrigin.DATELINE)
    days = [(day, abs(day - other.day)) for other in references if (day := nearest(dateline, other.day))]
    if days:
        return _candidates([min(days, key=lambda item: item[1])[0]], DateOrigin.DATELINE)
    day = _in_year_of_text(text, words, dateline)
    return [_Candidate(day, DateOrigin.DATELINE, guessed=True)] if day else []


def _of_own_day(text: str, words: Span) -> Published:
    """The day that the text calls its own, whose year may have to be told from the text; else that of its lead."""
    own = own_day(text, words)
    day = own and (own.full or _in_year_of_text(text, words, own))
    if day:
        return Published(day, DateOrigin.DATELINE, doubtful=own is not None and not own.full)
    lead = lead_day(text, words)
    return Published(lead.full, DateOrigin.LEAD, doubtful=True) if lead else Published()


def _in_year_of_text(text: str, words: Span, written: WrittenDate) -> date | None:
    year = year_of_text(text, words, written)
    return written.in_year(year) if year else None
