"""Questions drawn from the corpus, so that each is of its class: the same for the same articles."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.engines.article import read
from benchmarks.engines.engine import ASKED_OF_FREQUENT, Kind, Question
from benchmarks.engines.lemmas import lemmas
from kgtui.search import parse_query
from kgtui.search.query.nodes import All, Phrase, Prefix, Word

EACH = 24  # questions of a kind
SEED = 7
FREQUENT = (0.03, 0.17)  # shares of the articles
RARE = 0.001
KNOWN = 0.001  # share of the articles from which on a word or a phrase is one that a reader would type
SHORTEST_WORD = 4
SAMPLE = 2000  # articles from which questions are drawn
PREFIXES = (3, 4, 5)  # letters

_SHAPES = {
    Kind.TWO: All,
    Kind.PHRASE_2: Phrase,
    Kind.PHRASE_3: Phrase,
    Kind.PREFIX: Prefix,
}


@dataclass(frozen=True, slots=True)
class _Drawing:
    """``texts`` are the words of some articles; the counters say how many of all articles have a lemma or a phrase."""

    articles: int
    lemmas: Counter[str]
    phrases: Counter[tuple[str, ...]]
    texts: list[tuple[str, ...]]

    def share(self, word: str) -> float:
        return self.lemmas[lemmas(word)[0]] / self.articles


def questions(parts: Sequence[Path], articles: int) -> list[Question]:
    """``EACH`` of every kind."""
    chance = random.Random(SEED)  # noqa: S311 - a benchmark is to be repeatable
    drawn = _drawing(parts, articles)
    words = sorted({word.lower() for text in drawn.texts for word in text if _is_plain(word)})
    frequent = _drawn(
        chance, Kind.FREQUENT, ((word,) for word in words if FREQUENT[0] <= drawn.share(word) <= FREQUENT[1])
    )
    return [
        *frequent,
        *_drawn(chance, Kind.RARE, ((word,) for word in words if drawn.share(word) <= RARE)),
        *_drawn(chance, Kind.TWO, _pairs(chance, drawn, FREQUENT[0]), EACH // 2),
        *_drawn(chance, Kind.TWO, _pairs(chance, drawn, KNOWN), EACH // 2),
        *_drawn(chance, Kind.PHRASE_2, _phrases(chance, drawn, 2)),
        *_drawn(chance, Kind.PHRASE_3, _phrases(chance, drawn, 3)),
        *_prefixes(chance, drawn),
        *(Question(kind, question.words) for kind in ASKED_OF_FREQUENT for question in frequent),
    ]


def _drawing(parts: Sequence[Path], articles: int) -> _Drawing:
    drawn = _Drawing(articles, Counter(), Counter(), [])
    step = max(1, articles // SAMPLE)
    for part in parts:
        for article in read(part):
            if article.number > articles:
                break
            drawn.lemmas.update({lemmas(word)[0] for word in article.words})
            if article.number % step == 0:
                drawn.texts.append(article.words)
    for text in drawn.texts:
        drawn.phrases.update({phrase for size in (2, 3) for phrase in _runs(text, size)})
    return drawn


def _drawn(
    chance: random.Random, kind: Kind, candidates: Iterable[tuple[str, ...]], count: int = EACH
) -> list[Question]:
    """One of a lemma, and only what the query language reads as what it is meant to be: no country, no operator."""
    found: dict[object, Question] = {}
    shuffled = list(candidates)
    chance.shuffle(shuffled)
    for words in shuffled:
        question = Question(kind, words)
        key = tuple(lemmas(word)[0] for word in words)
        if key not in found and _is_meant(question):
            found[key] = question
        if len(found) == count:
            break
    return list(found.values())


def _is_meant(question: Question) -> bool:
    root = parse_query(question.text).root
    if isinstance(root, All) and not all(isinstance(part, Word) for part in root.parts):
        return False
    return isinstance(root, _SHAPES.get(question.kind, Word))


def _pairs(chance: random.Random, drawn: _Drawing, least: float) -> Iterator[tuple[str, ...]]:
    """Two words of one article, each in at least such a share of all."""
    for text in drawn.texts:
        known = sorted({word.lower() for word in text if _is_plain(word) and least <= drawn.share(word) <= FREQUENT[1]})
        if len(known) >= 2:
            yield tuple(chance.sample(known, 2))


def _phrases(chance: random.Random, drawn: _Drawing, size: int) -> list[tuple[str, ...]]:
    """Half of them known ones, half whatever stands somewhere: such a phrase is mostly in one article."""
    known = [phrase for phrase, count in drawn.phrases.items() if len(phrase) == size and count >= KNOWN * SAMPLE]
    anywhere = [chance.choice(runs) for text in drawn.texts if (runs := list(_runs(text, size)))]
    return chance.sample(known, min(EACH // 2, len(known))) + chance.sample(anywhere, EACH)


def _runs(text: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Words that follow each other and do not begin or end with a short one, as a phrase that is quoted does not."""
    for at in range(len(text) - size + 1):
        run = tuple(word.lower() for word in text[at : at + size])
        if _is_plain(run[0]) and _is_plain(run[-1]) and all(word.isalpha() for word in run):
            yield run


def _prefixes(chance: random.Random, drawn: _Drawing) -> list[Question]:
    """Beginnings of words as often as the words are met, of each length as many."""
    met = [word.lower() for text in drawn.texts for word in text if _is_plain(word) and len(word) > max(PREFIXES)]
    found: list[Question] = []
    for length in PREFIXES:
        beginnings: dict[str, Question] = {}
        while len(beginnings) < EACH // len(PREFIXES):
            beginning = chance.choice(met)[:length]
            question = Question(Kind.PREFIX, (beginning,))
            if _is_meant(question):
                beginnings[beginning] = question
        found += beginnings.values()
    return found


def _is_plain(word: str) -> bool:
    return word.isalpha() and len(word) >= SHORTEST_WORD
