"""More like this: the articles that share the most, and the rarest, of what an article names and speaks of."""

from __future__ import annotations

import math
import sqlite3
import time
from collections import defaultdict

from kgtui.language import analyse
from kgtui.library import reading
from kgtui.library.answering import snippets_of
from kgtui.library.facts import facts_of
from kgtui.library.readers_index import ReadersIndex
from kgtui.library.results import Hit, Results
from kgtui.model import Article, EntityKind, Facts
from kgtui.search import Answer, Tier, View, printed
from kgtui.search.query.nodes import Either, Field, Named, Node, Word
from kgtui.search.subject import subject_words

_ASKED = 24  # words of an article whose rarity is looked up
_WORDS = 8  # the rarest of them are sought
_NAMES = 12  # the rarest things that it names are sought
_SHARE = 0.1  # of all articles: what more of them have tells nothing
_FEW, _MANY = 5, 1000  # articles: in a small library never too many, in a large one always

_NAMED = "SELECT kind, key, name FROM entities WHERE number = ?"
_FREQUENCY = "SELECT COUNT(*) FROM entities WHERE kind = ? AND key = ?"
_FIELDS = {
    EntityKind.COUNTRY: Field.COUNTRY,
    EntityKind.BLOC: Field.BODY,
    EntityKind.ORGANISATION: Field.BODY,
    EntityKind.PERSON: Field.PERSON,
    EntityKind.PLACE: Field.PLACE,
    EntityKind.PROJECT: Field.PROJECT,
}

Scores = defaultdict[int, float]  # article number → score


def like(record: sqlite3.Connection, index: ReadersIndex, number: int, *, limit: int, snippets: bool) -> Results:
    """The articles most alike in subject to one, without its reprints; its ``query`` asks for what they may share."""
    started = time.perf_counter()
    article = reading.article_numbered(record, number)
    scores: Scores = defaultdict(float)
    sought: list[Node] = []
    if article:
        total = reading.count(record)
        facts = facts_of(record, [number], entities_alone=True)[number]
        sought += _by_names(record, number, total, scores)
        sought += index.ask(lambda view: _by_words(view, article, facts, total, scores))
    for own in (number, *reading.reprints_of(record, number)):
        scores.pop(own, None)
    best = sorted(scores, key=lambda each: (-scores[each], -each))
    query = printed(Either(tuple(sought)) if len(sought) > 1 else sought[0] if sought else None)
    shown = best[:limit] if limit else best
    groups = reading.groups_of(record, shown)
    sentences = dict(snippets_of(record, index, query, shown)) if snippets else {}
    hits = tuple(
        Hit(
            headline,
            scores[headline.number],
            Tier.RELATED,
            sentences.get(headline.number),
            groups.get(headline.number),
        )
        for headline in reading.headlines(record, shown)
    )
    return Results(query, None, (), len(best), hits, (), time.perf_counter() - started)


def _by_names(record: sqlite3.Connection, number: int, total: int, scores: Scores) -> list[Node]:
    """Score the articles that name the same; gives what was sought."""
    named = [(record.execute(_FREQUENCY, row[:2]).fetchone()[0], *row) for row in record.execute(_NAMED, (number,))]
    rarest = sorted(row for row in named if _tells(row[0], total))
    for frequency, kind, key, _ in rarest[:_NAMES]:
        worth = _rarity(frequency, total)
        for (other,) in record.execute("SELECT number FROM entities WHERE kind = ? AND key = ?", (kind, key)):
            scores[other] += worth
    return [Named(_FIELDS[EntityKind(kind)], name) for _, kind, _, name in rarest[:_NAMES]]


def _by_words(view: View, article: Article, facts: Facts, total: int, scores: Scores) -> list[Node]:
    """Score the articles that have the same rare nouns in any form; gives what was sought."""
    document = article.document
    nouns = subject_words(analyse(document.title), analyse(document.text, document.body), facts)[:_ASKED]
    answers = [Answer(Word(noun), view) for noun in nouns]
    found = sorted((len(answer.places), noun, answer) for noun, answer in zip(nouns, answers, strict=True))
    rarest = [(noun, answer) for frequency, noun, answer in found if _tells(frequency, total)][:_WORDS]
    for _, answer in rarest:
        for ranked in answer.ranked(answer.best()):
            if ranked.tier <= Tier.FORM:
                scores[ranked.number] += ranked.score
    return [Word(noun) for noun, _ in rarest]


def _tells(frequency: int, total: int) -> bool:
    """Whether others have it, and not too many."""
    return 1 < frequency <= min(_MANY, max(_FEW, _SHARE * total))


def _rarity(frequency: int, total: int) -> float:
    """As in BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)."""
    return math.log1p((total - frequency + 0.5) / (frequency + 0.5))
