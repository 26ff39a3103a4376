"""Words that all forms of a dossier share: dates, periods, where an article is from, titles of sections."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from kgtui.locale import t
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier import Dossier
    from kgtui.model import Document, Headline
    from kgtui.search import Problem

NO_BREAK = "\N{NO-BREAK SPACE}"


def day(value: date | None) -> str:
    """A date for a row, or the word for none."""
    if value is None:
        return t("common.undated")
    return t("common.date", day=value.day, month=value.month, year=value.year)


def problem(met: Problem) -> str:
    """What of a query was not understood."""
    return t(f"search.problem.{met.kind.value}", text=one_line(met.text))


def period(first: date | None, last: date | None, say: Callable[[date], str] = day) -> str:
    """«04.03–20.11.2025», «04.03.2024–20.11.2025»; one day where both are the same. ``say`` words the last day."""
    if first is None or last is None:
        return t("common.undated")
    if first == last:
        return say(first)
    begins = day_of_year(first) if first.year == last.year else day(first)
    return t("common.period", first=begins, last=say(last))


def day_of_year(value: date) -> str:
    return t("common.day_of_year", day=value.day, month=value.month)


def provenance(article: Headline | Document) -> str:
    """Publisher, source and date of an article, as a list of sources gives them."""
    named = list(dict.fromkeys(name for name in (article.publisher, article.source) if name))
    return ", ".join([*(named or [t("common.no_publisher")]), day(article.published)])


def title(dossier: Dossier) -> str:
    """The pair, own side first; whoever is no country, and the home country, alone."""
    name = one_line(dossier.subject.name)
    return t("dossier.pair", home=dossier.home_name, name=name) if dossier.is_of_pair else name


def capital_first(text: str) -> str:
    return text[:1].upper() + text[1:]
