"""How far a dossier can be trusted, in words: the lines under its title and the one at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kgtui import __version__
from kgtui.export.spark import spark
from kgtui.export.wording import day, day_of_year, period
from kgtui.locale import t
from kgtui.model import EntityKind
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier import Dossier, Subject
    from kgtui.dossier.values import Coverage

_DAY = timedelta(days=1)
_MONTHS = 36


def head_lines(dossier: Dossier) -> Iterator[str]:
    """The subject's other names; what of the library names it, and when nothing did; sources, the last news, what is
    new; what must be read anew; a bar a month."""
    if named := _names(dossier.subject):
        yield named
    coverage = dossier.coverage
    key = "country" if dossier.subject.kind is EntityKind.COUNTRY else "subject"
    if not coverage.articles:
        yield t(f"dossier.nothing.{key}", name=one_line(dossier.subject.name))
        return
    library = t("dossier.library", count=coverage.total, period=_in_brackets(*coverage.period))
    named_in = t(f"dossier.naming.{key}", count=coverage.articles)
    yield "; ".join([f"{library}, {named_in}", *_gaps(coverage)])
    yield "; ".join(_further(coverage))
    if coverage.outdated:
        yield t("dossier.outdated", count=coverage.outdated)
    if plot := _plot(coverage):
        yield plot


def foot_line(dossier: Dossier) -> str:
    """The state of the library: what a printed page must say of itself."""
    coverage = dossier.coverage
    library = t("dossier.library", count=coverage.total, period=_in_brackets(*coverage.period))
    return t("dossier.foot", library=library, version=__version__)


def _plot(coverage: Coverage) -> str:
    """A bar a month between the first month and the last, of the newest three years; nothing where there is one."""
    months = coverage.months[-_MONTHS:]
    if len(months) < 2:
        return ""
    first, last = (f"{month[5:]}.{month[:4]}" for month in (months[0][0], months[-1][0]))
    return f"{first} {spark([count for _, count in months])} {last}"


def _names(subject: Subject) -> str:
    """The official name and the abbreviations."""
    named = (subject.official, *subject.abbreviations)
    return ", ".join(one_line(name) for name in named if name and name != subject.name)


def _gaps(coverage: Coverage) -> Iterator[str]:
    """The days without an article; no year is said where the whole library is of one."""
    years = {day.year for pair in (coverage.period, *coverage.gaps) for day in pair if day}
    say = day_of_year if len(years) == 1 else day
    gaps = [(before + _DAY, after - _DAY) for before, after in coverage.gaps]
    if gaps:
        listed = [period(first, last, say) for first, last in gaps]
        yield t("dossier.gaps", count=len(gaps), gaps=", ".join(listed))


def _further(coverage: Coverage) -> Iterator[str]:
    if coverage.sources:
        yield t("dossier.sources", count=coverage.sources)
    if coverage.reprints:
        yield t("dossier.reprints", count=coverage.reprints)
    if coverage.unread:
        yield t("dossier.read", count=coverage.articles - coverage.unread)
    yield t("dossier.last_news", date=day(coverage.last))
    if coverage.since:
        key = "dossier.news" if coverage.new else "dossier.no_news"
        yield t(key, count=coverage.new, date=day(coverage.since))


def _in_brackets(first: date | None, last: date | None) -> str:
    return f" ({period(first, last)})" if first and last else ""
