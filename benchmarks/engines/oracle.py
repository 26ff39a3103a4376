"""What should have been answered, by going through every word of every article: slow, and by the definitions alone.

A word of a query finds a word of a text by the rungs of its terms, a phrase where its words follow each other, as
surely as the least sure of them. An article's tier is the best of its places; of several words the worst tier counts.
The score is BM25F in the whole numbers that the index keeps: `_weight` for each occurrence, 255 at most for all words
of one article that have the same terms, times the worth of the rung; where there are two words, those that lead a tier
are compared by how near the words stand too. The order is tier, score, newest, last added.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from benchmarks.engines.article import Article, read
from benchmarks.engines.engine import SHOWN, Kind, Question
from kgtui.search.terms import Rung, Tier, document_terms, word_terms

# Restated from the program, so that a change there is seen here.
UNIT, TITLE_UNIT, MOST = 16, 48, 255
USUAL_LENGTH, LENGTH_WEIGHT = 200, 0.5
WORTH = 10
HALF = 1.2 * UNIT * WORTH
BODY_STARTS = 1024
BESIDE, COMPARED = 2.0, 200
WHOLE_BEGINNINGS = (3, 4)  # letters of a prefix whose words weigh 255 at most together

Asked = tuple[Kind, tuple[str, ...]]
Part = tuple[Kind, tuple[str, ...]]  # one condition: FREQUENT for a word, PHRASE_2 for any phrase, PREFIX
Key = tuple[int, float, int, int]  # tier, score negated, date negated, number negated


class Hit(NamedTuple):
    """How a word of a text answers; ``unit`` is common to all words with the same terms."""

    tier: int
    worth: int
    unit: tuple[str, ...]


Places = dict[int, Hit]  # position → how a word is answered there


@dataclass(slots=True)
class Expected:
    """``best`` are the keys of the first articles, ``newest`` the numbers of the latest."""

    total: int
    best: list[Key]
    newest: list[int]
    facets: Mapping[str, Counter[str]] = field(default_factory=dict)


def expected(parts: Sequence[Path], articles: int, questions: Sequence[Question]) -> dict[Asked, Expected]:
    """What each question should bring."""
    wanted = {(question.kind, question.words): _parts_of(question) for question in questions}
    counting = _Counting({tuple(several) for several in wanted.values()})
    frequent = {asked: several[0] for asked, several in wanted.items() if asked[0] is Kind.FACETS}
    facets: dict[Asked, dict[str, Counter[str]]] = {asked: defaultdict(Counter) for asked in frequent}
    for path in parts:
        for article in read(path):
            if article.number > articles:
                break
            counting.take(article)
            for asked, part in frequent.items():
                if article.number in counting.found[part]:
                    for kind, names in article.facets().items():
                        facets[asked][kind].update(names)
    return {asked: counting.answer(tuple(several), facets.get(asked, {})) for asked, several in wanted.items()}


def _parts_of(question: Question) -> list[Part]:
    if question.kind in (Kind.PHRASE_2, Kind.PHRASE_3):
        return [(Kind.PHRASE_2, question.words)]
    if question.kind is Kind.PREFIX:
        return [(Kind.PREFIX, question.words)]
    return [(Kind.FREQUENT, (word,)) for word in question.words]


class _Counting:
    """Goes through the articles once, for all parts of all questions."""

    def __init__(self, together: Iterable[tuple[Part, ...]]) -> None:
        self.found: dict[Part, dict[int, tuple[int, int]]] = {}  # number → tier, weight
        self._nearest: dict[tuple[Part, ...], dict[int, int]] = {}  # of two words: number → words between, plus 1
        for several in together:
            self.found.update((part, {}) for part in several)
            if len(several) > 1:
                self._nearest[several] = {}
        self._answering = _Answering(self.found)
        self._by_first: dict[Part, list[Part]] = defaultdict(list)
        for part in self.found:
            kind, words = part
            self._by_first[kind if kind is Kind.PREFIX else Kind.FREQUENT, words[:1]].append(part)
        self._lengths: dict[int, int] = {}
        self._published: dict[int, int] = {}

    def take(self, article: Article) -> None:
        length = len(article.words)
        self._lengths[article.number] = length
        self._published[article.number] = article.published.toordinal()
        places = self._answering.places(article)
        for first in places:
            for part in self._by_first[first]:
                if found := _found(part, places, length):
                    self.found[part][article.number] = found
        for several, nearest in self._nearest.items():
            if all(part in places for part in several):
                nearest[article.number] = min(abs(a - b) for a, b in product(*(places[part] for part in several)))

    def answer(self, parts: tuple[Part, ...], facets: Mapping[str, Counter[str]]) -> Expected:
        found = [self.found[part] for part in parts]
        numbers = set(found[0]).intersection(*found[1:])
        by_tier: dict[int, list[Key]] = defaultdict(list)
        for number in numbers:
            tier = max(one[number][0] for one in found)
            by_tier[tier].append((tier, -self._score(number, found), -self._published[number], -number))
        best = [key for tier in sorted(by_tier) for key in self._compared(by_tier[tier], self._nearest.get(parts))]
        newest = heapq.nlargest(SHOWN, ((self._published[number], number) for number in numbers))
        return Expected(len(numbers), best[:SHOWN], [number for _, number in newest], facets)

    def _score(self, number: int, found: Sequence[Mapping[int, tuple[int, int]]]) -> float:
        weights = [(_rarity(len(one), len(self._lengths)), one[number][1]) for one in found]
        return sum(rarity * weight / (HALF + weight) for rarity, weight in weights)

    @staticmethod
    def _compared(keys: list[Key], nearest: Mapping[int, int] | None) -> list[Key]:
        """The best of one tier."""
        if nearest is None:
            return heapq.nsmallest(SHOWN, keys)
        leading = heapq.nsmallest(COMPARED, keys)
        return sorted(
            (tier, score * (1 + BESIDE / max(nearest[-number], 1)), published, number)
            for tier, score, published, number in leading
        )


def _found(part: Part, places: Mapping[Part, Places], length: int) -> tuple[int, int] | None:
    """Tier and weight of a part in an article; None where it is not there."""
    kind, words = part
    if kind is Kind.PHRASE_2:
        tiers = _phrase_tiers(words, places)
        weight = sum(_weight(position, length) for position in tiers) * WORTH
        return (min(tiers.values()), weight) if tiers else None
    hits = places[part]
    weights: Counter[Hit] = Counter()
    for position, hit in hits.items():
        weights[hit] += _weight(position, length)
    weight = sum(min(weighed, MOST) * hit.worth for hit, weighed in weights.items())
    if kind is Kind.PREFIX and len(words[0]) in WHOLE_BEGINNINGS:
        weight = min(weight, MOST * WORTH)
    return min(hit.tier for hit in weights), weight


def _phrase_tiers(words: Sequence[str], places: Mapping[Part, Places]) -> dict[int, int]:
    """Where the words follow each other, and the tier of the least certain there."""
    each = [places.get((Kind.FREQUENT, (word,)), {}) for word in words]
    return {
        start: max(there[start + by].tier for by, there in enumerate(each))
        for start in each[0]
        if all(start + by in there for by, there in enumerate(each))
    }


@cache
def _weight(position: int, length: int) -> int:
    if position < BODY_STARTS:
        return TITLE_UNIT
    return max(1, round(UNIT / (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / USUAL_LENGTH)))


def _rarity(found: int, total: int) -> float:
    return math.log1p((total - found + 0.5) / (found + 0.5))


class _Answering:
    """Which words of the questions a word of a text answers; each distinct word is looked at once."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._prefixes = {words[0] for kind, words in parts if kind is Kind.PREFIX}
        self._rungs: dict[str, list[tuple[Part, Rung]]] = defaultdict(list)
        for word in {word for kind, words in parts if kind is not Kind.PREFIX for word in words}:
            for rung in word_terms(word).rungs:
                for term in rung.terms:
                    self._rungs[term].append(((Kind.FREQUENT, (word,)), rung))
        self._met: dict[str, list[tuple[Part, Hit]]] = {}

    def places(self, article: Article) -> dict[Part, Places]:
        """Positions in the title from 0, in the text from `BODY_STARTS`."""
        found: dict[Part, Places] = {}
        for first, words in ((0, article.title_words), (BODY_STARTS, article.words)):
            for position, word in enumerate(words, first):
                for part, hit in self._answers(word):
                    found.setdefault(part, {})[position] = hit
        return found

    def _answers(self, word: str) -> list[tuple[Part, Hit]]:
        if word not in self._met:
            self._met[word] = list(self._answers_of(word))
        return self._met[word]

    def _answers_of(self, word: str) -> Iterable[tuple[Part, Hit]]:
        terms = document_terms(word)
        (exact,) = (term[1:] for term in terms if term.startswith("="))
        for end in range(1, len(exact) + 1):
            if exact[:end] in self._prefixes:
                yield (Kind.PREFIX, (exact[:end],)), Hit(Tier.EXACT, WORTH, terms)
        best: dict[Part, Rung] = {}
        for term in terms:
            for part, rung in self._rungs.get(term, ()):
                before = best.get(part)
                if before is None or (rung.tier, -rung.worth) < (before.tier, -before.worth):
                    best[part] = rung
        for part, rung in best.items():
            yield part, Hit(rung.tier, round(rung.worth * WORTH), terms)
