"""Words that all forms of a dossier share: dates, periods, where an article is from, titles of sections."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kgtui.locale import t
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier import Dossier, Line, Section
    from kgtui.model import Document, Headline
    from kgtui.search import Problem


def day(value: date | None) -> str:
    """A date for a row, or the word for none."""
    if value is None:
        return t("common.undated")
    return t("common.date", day=value.day, month=value.month, year=value.year)


def problem(met: Problem) -> str:
    """What of a query was not understood."""
    return t(f"search.problem.{met.kind.value}", text=one_line(met.text))


def period(first: date | None, last: date | None) -> str:
    """From one date to another; one date where they are the same."""
    if first is None or last is None:
        return t("common.undated")
    return day(first) if first == last else t("common.period", first=day(first), last=day(last))


def provenance(article: Headline | Document) -> str:
    """Publisher, source and date of an article, as a list of sources gives them."""
    named = list(dict.fromkeys(name for name in (article.publisher, article.source) if name))
    return ", ".join([*(named or [t("common.no_publisher")]), day(article.published)])


def title(dossier: Dossier) -> str:
    """The pair, own side first; the home country alone."""
    return dossier.name if dossier.is_home else t("dossier.pair", home=dossier.home_name, name=dossier.name)


def names(dossier: Dossier) -> str:
    """The official name and the abbreviations."""
    return ", ".join(name for name in (dossier.official, *dossier.abbreviations) if name and name != dossier.name)


def coverage(dossier: Dossier) -> str:
    """How many of the library's articles name the country, and when."""
    if not dossier.articles:
        return t("dossier.nothing", name=dossier.name)
    articles = t("common.articles_of", count=dossier.articles, total=dossier.total)
    return t("dossier.coverage", articles=articles, period=period(dossier.first, dossier.last))


def sections(dossier: Dossier) -> list[tuple[str, Section]]:
    """The sections that have lines, with their titles, in the order of the page."""
    people = t("dossier.section.own_people") if dossier.is_home else t("dossier.section.people")
    all_sections = [
        (people, dossier.people),
        (t("dossier.section.home_people"), dossier.home_people),
        (t("dossier.section.bodies"), dossier.bodies),
        (t("dossier.section.blocs"), dossier.blocs),
        (t("dossier.section.places"), dossier.places),
        (t("dossier.section.projects"), dossier.projects),
        (t("dossier.section.headlines"), dossier.headlines),
    ]
    return [(name, section) for name, section in all_sections if section.lines]


def line_text(line: Line) -> str:
    """A line without its note; one row, whatever the article holds."""
    text, detail = one_line(line.text), one_line(line.detail)
    if line.kind is None:
        publisher = t("dossier.published_by", name=detail) if detail else ""
        return t("dossier.headline", date=day(line.on), title=text, publisher=publisher)
    doubt = t("common.doubtful") if line.doubtful else ""
    if detail:
        return t("dossier.person", name=text, doubt=doubt, role=capital_first(detail), date=day(line.on))
    articles = t("dossier.in_articles", count=line.articles) if line.articles > 1 else ""
    return f"{text}{doubt}{articles}"


def capital_first(text: str) -> str:
    return text[:1].upper() + text[1:]
