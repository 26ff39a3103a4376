"""What should have been answered, by going through every word of every article: slow, and by the definitions alone.

A word of a query finds a word of a text by the rungs of its terms. An article's tier is the best of its places, the
places being those in title and body; its score is BM25F over how many terms answer there (see `search.evaluate`); of
several words the worst tier counts and the scores are added. The order is tier, score, newest, last added.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.engines.article import Article, read
from benchmarks.engines.engine import SHOWN, Kind, Question
from kgtui.search.evaluate import TITLE_WEIGHT
from kgtui.search.terms import Rung, Tier, document_terms, word_terms

SATURATION, LENGTH_WEIGHT = 1.2, 0.5  # BM25F's k1 and b, restated so that a change of theirs is seen here
_TITLE, _BODY = 0, 1

Asked = tuple[Kind, tuple[str, ...]]
Hit = tuple[int, float, int]  # tier, worth of a term of the text, how many terms answer


@dataclass(slots=True)
class Expected:
    """``best`` are the keys of the first articles: tier, score negated, date negated, number negated."""

    total: int = 0
    best: list[tuple[int, float, int, int]] = field(default_factory=list)
    newest: list[int] = field(default_factory=list)
    facets: dict[str, Counter[str]] = field(default_factory=dict)


@dataclass(slots=True)
class _Found:
    """The articles of a part of a question: number → tier, worth, terms in the title, terms in the body."""

    articles: dict[int, tuple[int, float, int, int]] = field(default_factory=dict)


def expected(parts: Sequence[Path], articles: int, questions: Iterable[Question]) -> dict[Asked, Expected]:
    """What each question should bring."""
    wanted = {(question.kind, question.words): _parts_of(question) for question in questions}
    counting = _Counting({part for several in wanted.values() for part in several})
    frequent = {words for kind, words in wanted if kind is Kind.FACETS}
    facets: dict[tuple[str, ...], dict[str, Counter[str]]] = {words: defaultdict(Counter) for words in frequent}
    for path in parts:
        for article in read(path):
            if article.number <= articles:
                counting.take(article)
                for words in frequent:
                    if article.number in counting.found[words, Kind.FREQUENT].articles:
                        for kind, names in article.facets().items():
                            facets[words][kind].update(names)
    answers = {asked: counting.answer(several) for asked, several in wanted.items()}
    for (kind, words), answer in answers.items():
        if kind is Kind.FACETS:
            answer.facets = dict(facets[words])
    return answers


Part = tuple[tuple[str, ...], Kind]  # words that are one condition, and whether as a word, a phrase or a prefix


def _parts_of(question: Question) -> list[Part]:
    if question.kind in (Kind.PHRASE_2, Kind.PHRASE_3):
        return [(question.words, Kind.PHRASE_2)]
    if question.kind is Kind.PREFIX:
        return [(question.words, Kind.PREFIX)]
    return [((word,), Kind.FREQUENT) for word in question.words]


class _Counting:
    """Goes through the articles once, for all parts of all questions."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.found: dict[Part, _Found] = {part: _Found() for part in parts}
        self._rungs: dict[str, list[tuple[str, Rung]]] = defaultdict(list)
        for asked in {word for words, kind in self.found if kind is not Kind.PREFIX for word in words}:
            for rung in word_terms(asked).rungs:
                for term in rung.terms:
                    self._rungs[term].append((asked, rung))
        self._prefixes = {words[0] for words, kind in self.found if kind is Kind.PREFIX}
        self._answers: dict[str, dict[tuple[str, Kind], Hit]] = {}
        self._lengths: dict[int, int] = {}
        self._published: dict[int, int] = {}
        self._asking: dict[tuple[str, Kind], list[Part]] = defaultdict(list)
        for part in self.found:
            words, kind = part
            self._asking[words[0], Kind.PREFIX if kind is Kind.PREFIX else Kind.FREQUENT].append(part)

    def take(self, article: Article) -> None:
        self._lengths[article.number] = len(article.words)
        self._published[article.number] = article.published.toordinal()
        zones = [self._places(words) for words in (article.title_words, article.words)]
        for first in set(zones[_TITLE]) | set(zones[_BODY]):
            for part in self._asking.get(first, ()):
                self._take(article.number, part, zones)

    def answer(self, parts: Sequence[Part]) -> Expected:
        scored = [self._scored(self.found[part].articles) for part in parts]
        numbers = set(scored[0]).intersection(*scored[1:])
        keys = [
            (max(one[number][0] for one in scored), -sum(one[number][1] for one in scored), -at, -number)
            for number in numbers
            for at in [self._published[number]]
        ]
        newest = heapq.nsmallest(SHOWN, ((at, number) for _, _, at, number in keys))
        return Expected(len(keys), heapq.nsmallest(SHOWN, keys), [-number for _, number in newest])

    def _places(self, words: Sequence[str]) -> dict[tuple[str, Kind], dict[int, Hit]]:
        """Where the words of the questions are answered: asked → position → how."""
        places: dict[tuple[str, Kind], dict[int, Hit]] = {}
        for position, word in enumerate(words):
            for asked, hit in self._answered_by(word).items():
                places.setdefault(asked, {})[position] = hit
        return places

    def _answered_by(self, word: str) -> Mapping[tuple[str, Kind], Hit]:
        found = self._answers.get(word)
        if found is None:
            found = self._answers[word] = dict(self._answers_of(word))
        return found

    def _answers_of(self, word: str) -> Iterable[tuple[tuple[str, Kind], Hit]]:
        terms = document_terms(word)
        (exact,) = (term[1:] for term in terms if term.startswith("="))
        for length in range(1, len(exact) + 1):
            if exact[:length] in self._prefixes:
                yield (exact[:length], Kind.PREFIX), (Tier.EXACT, 1.0, 1)
        rungs: dict[str, list[Rung]] = defaultdict(list)
        for term in terms:
            for asked, rung in self._rungs.get(term, ()):
                rungs[asked].append(rung)
        for asked, answering in rungs.items():
            best = min(answering, key=lambda rung: (rung.tier, -rung.worth))
            yield (asked, Kind.FREQUENT), (best.tier, best.worth, len(answering))

    def _take(self, number: int, part: Part, zones: list[dict[tuple[str, Kind], dict[int, Hit]]]) -> None:
        words, kind = part
        if kind is Kind.PHRASE_2:
            tiers = [list(_phrase_tiers(words, places)) for places in zones]
            best = min((tier for zone in tiers for tier in zone), default=None)
            if best is not None:
                self.found[part].articles[number] = (best, 1.0, len(tiers[_TITLE]), len(tiers[_BODY]))
            return
        hits = [list(places.get((words[0], kind), {}).values()) for places in zones]
        tier, worth = min((tier, -worth) for zone in hits for tier, worth, _ in zone)
        counts = [sum(count for _, _, count in zone) for zone in hits]
        self.found[part].articles[number] = (tier, -worth, counts[_TITLE], counts[_BODY])

    def _scored(self, articles: Mapping[int, tuple[int, float, int, int]]) -> dict[int, tuple[int, float]]:
        total, having = len(self._lengths), len(articles)
        rarity = math.log1p((total - having + 0.5) / (having + 0.5))
        mean = sum(self._lengths.values()) / total
        scores = {}
        for number, (tier, worth, title, body) in articles.items():
            weighed = TITLE_WEIGHT * title + body / (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * self._lengths[number] / mean)
            scores[number] = (tier, worth * rarity * weighed / (SATURATION + weighed))
        return scores


def _phrase_tiers(words: Sequence[str], places: Mapping[tuple[str, Kind], Mapping[int, Hit]]) -> Iterable[int]:
    """The tier of each place where the words follow each other: that of the least certain."""
    each = [places.get((word, Kind.FREQUENT), {}) for word in words]
    for start in each[0]:
        if all(start + offset in there for offset, there in enumerate(each)):
            yield max(there[start + offset][0] for offset, there in enumerate(each))
