"""A corpus of news with planted reprints of some articles, and with articles that only look like reprints.

Base texts are those of `make_corpus`, in paragraphs; each is the original of one planted article at most.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from benchmarks.make_corpus import PUBLISHERS, Vocabulary, articles, seed_sentences, sentence
from kgtui.language import analyse

PARAGRAPH = 4  # sentences
_NAME = re.compile(r"(?<=[а-яё,] )[А-ЯЁ][а-яё]{3,}")
_FIGURE = re.compile(r"\d+")
_AGENCIES = ("БИШКЕК, 11 ноя – РИА Новости. ", "Бишкек, 12 ноября. /Кабар/. ", "(Казинформ) ", "МИНСК, 3 фев — БЕЛТА. ")

Paragraphs = list[str]


@dataclass(frozen=True, slots=True)
class Planted:
    """``original`` is the number of the article that it was made from; None of one of the base."""

    number: int
    kind: str
    original: int | None
    record: dict[str, str]


class Planter:
    """Ways to make an article out of another."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - a benchmark is to be repeatable
        self._vocabulary = Vocabulary(self._chance)
        self._sentences = seed_sentences()

    def same(self, text: Paragraphs) -> Paragraphs:
        return text

    def cut(self, text: Paragraphs) -> Paragraphs:
        return text[: max(2, round(len(text) * self._chance.uniform(0.35, 0.75)))]

    def changed(self, text: Paragraphs) -> Paragraphs:
        at = self._chance.randrange(len(text))
        return [*text[:at], self._paragraph(), *text[at + 1 :]]

    def longer(self, text: Paragraphs) -> Paragraphs:
        at = self._chance.randrange(len(text) + 1)
        return [*text[:at], self._paragraph(), *text[at:]]

    def led(self, text: Paragraphs) -> Paragraphs:
        """Another agency's dateline and first sentence."""
        rest = sentences_of(text[0])[1:]
        return [self._chance.choice(_AGENCIES) + " ".join([self._sentence(), *rest]), *text[1:]]

    def cut_and_led(self, text: Paragraphs) -> Paragraphs:
        return self.led(self.cut(text))

    def other_names(self, text: Paragraphs) -> Paragraphs:
        """Everybody of one name gives way to somebody else, at every place."""
        names = sorted(set(_NAME.findall("\n".join(text))))
        gone, come = self._chance.choice(names), self._vocabulary.surname()
        return [re.sub(rf"(?<=[а-яё,] ){gone}\b", come, paragraph) for paragraph in text]

    def other_figures(self, text: Paragraphs) -> Paragraphs:
        return [_FIGURE.sub(lambda found: str(int(found.group()) + self._chance.randint(1, 30)), each) for each in text]

    def same_subject(self, text: Paragraphs) -> Paragraphs:
        """A text of its own that quotes one paragraph."""
        return [self._paragraph(), self._paragraph(), self._chance.choice(text), *(self._paragraph() for _ in text[1:])]

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(PARAGRAPH))

    def _sentence(self) -> str:
        return sentence(self._sentences, self._vocabulary, self._chance)


REPRINTS: dict[str, Callable[[Planter, Paragraphs], Paragraphs]] = {
    "same text": Planter.same,
    "cut": Planter.cut,
    "paragraph changed": Planter.changed,
    "paragraph added": Planter.longer,
    "another lead": Planter.led,
    "cut, another lead": Planter.cut_and_led,
}
NEAR_MISSES: dict[str, Callable[[Planter, Paragraphs], Paragraphs]] = {
    "other names": Planter.other_names,
    "other figures": Planter.other_figures,
    "same subject": Planter.same_subject,
}


def planted_corpus(count: int, share: float, seed: int) -> list[Planted]:
    """``count`` articles in random order; ``share`` of them are reprints, and as many are near misses."""
    chance = random.Random(seed)  # noqa: S311
    planter = Planter(seed + 1)
    planted = round(count * share)
    base = list(islice(_base(seed), count - 2 * planted))
    found = [Planted(number, "base", None, _record(number, text, chance)) for number, text in enumerate(base)]
    originals = iter(chance.sample(range(len(base)), len(base)))
    for ways in (REPRINTS, NEAR_MISSES):
        for at in range(planted):
            kind = list(ways)[at % len(ways)]
            original = next(number for number in originals if _suits(kind, base[number]))
            number = len(found)
            text = ways[kind](planter, base[original])
            found.append(Planted(number, kind, original, _record(number, text, chance)))
    chance.shuffle(found)
    return found


def sentences_of(paragraph: str) -> list[str]:
    return [part.span.of(paragraph) for part in analyse(paragraph).sentences]


def _base(seed: int) -> Iterator[Paragraphs]:
    for record in articles(10**9, seed):
        sentences = sentences_of(record["text"])
        yield [" ".join(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH)]


def _suits(kind: str, text: Paragraphs) -> bool:
    """Whether there is a name, or are figures, to put others in place of."""
    whole = "\n".join(text)
    if kind == "other names":
        return _NAME.search(whole) is not None
    return kind != "other figures" or len(_FIGURE.findall(whole)) >= 2


def _record(number: int, text: Paragraphs, chance: random.Random) -> dict[str, str]:
    """As a JSON line of a corpus; every article has a title of its own."""
    return {
        "id": f"planted-{number:06}",
        "title": " ".join(chance.sample(" ".join(text).split(), 7)).capitalize(),
        "text": "\n\n".join(text),
        "date": f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "source": chance.choice(PUBLISHERS),
    }
