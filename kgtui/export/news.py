"""News in rows of text and as a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgtui.dossier.news import NEWS_KINDS
from kgtui.export.facts import country_names
from kgtui.export.records import Record, headline_record
from kgtui.export.rows import Mark, Piece, Row, rows_of
from kgtui.export.told import told_words
from kgtui.export.wording import provenance
from kgtui.export.wrapping import COLUMNS, hanging
from kgtui.extraction.records import fact_record
from kgtui.locale import t
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier.news import CountryNews, NewArticle, NewFact, News

_BLANK: Row = ()
_UNDER, _DEEPER = "   ", "     "


def news_rows(news: News, *, width: int = COLUMNS) -> Iterator[Row]:
    """Country by country: each article with its id, below it what it tells, each with its sentence."""
    for place, country in enumerate(news.countries):
        if place:
            yield _BLANK
        yield from _country_rows(country, width)


def _country_rows(country: CountryNews, width: int) -> Iterator[Row]:
    articles = t("common.articles", count=country.count)
    yield (Piece(_name(country).upper(), Mark.HEADING), Piece(f"  {articles}", Mark.FAINT))
    for article in country.articles:
        yield from _article_rows(article, width)
    if country.more:
        yield (Piece(f" {t('dossier.more', count=country.more)}", Mark.FAINT),)
    if country.known:
        yield (Piece(f" {t('dossier.news_known', count=country.known)}", Mark.FAINT),)


def _name(country: CountryNews) -> str:
    return country_names([country.code]) if country.code else t("dossier.news_elsewhere")


def _article_rows(article: NewArticle, width: int) -> Iterator[Row]:
    headline = article.headline
    yield from rows_of(hanging(one_line(headline.title), width))
    told = [provenance(headline), headline.id]
    if article.reprints:
        told.append(t("dossier.news_reprints", count=article.reprints))
    if article.also:
        told.append(t("dossier.news_also", names=country_names(article.also)))
    yield from rows_of(hanging(one_line(" · ".join(told)), width, _UNDER, _UNDER), Mark.FAINT)
    for fact in article.facts:
        yield from rows_of(
            hanging(f"– {told_words(fact.fact, fact.text)} [{fact.note.sentence}]", width, _DEEPER, _UNDER)
        )
    if article.more:
        yield (Piece(f"{_UNDER}{t('dossier.more', count=article.more)}", Mark.FAINT),)


def news_record(news: News) -> Record:
    return {"articles": news.count, "countries": [_country_record(country) for country in news.countries]}


def _country_record(country: CountryNews) -> Record:
    return {
        "code": country.code,
        "name": _name(country) if country.code else None,
        "articles": [_article_record(article) for article in country.articles],
        "more": country.more,
        "known": country.known,
    }


def _article_record(article: NewArticle) -> Record:
    told: dict[str, list[Record]] = {f"{kind.value}s": [] for kind in NEWS_KINDS}
    for each in article.facts:
        told[f"{each.fact.fact_kind.value}s"].append(_fact_record(each))
    return {
        **headline_record(article.headline),
        "reprints": article.reprints,
        "also": list(article.also),
        **told,
        "more": article.more,
    }


def _fact_record(told: NewFact) -> Record:
    note = told.note
    sentence = {"sentence": note.sentence, "start": note.span.start, "end": note.span.end, "text": note.quotation}
    return {**fact_record(told.text, told.fact), "note": sentence}
