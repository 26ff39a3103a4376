"""Write a synthetic corpus of news-like articles as JSON lines, the same for the same seed.

    python benchmarks/make_corpus.py corpus.jsonl --articles 20000 [--seed 1]

A few sentences of the seed articles are mixed with built ones, of dictionary words and invented names drawn by Zipf's
law: so the most frequent words of the subject stand in a tenth to a third of the articles, and the vocabulary keeps
growing with the corpus, as in real news. Articles have 14 to 26 sentences, about 190 words;
dates spread over six years.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path

from kgtui.language import analyse
from kgtui.language.words import morphology
from kgtui.settings import seeds_folder

FIRST_DAY = date(2020, 1, 1)
DAYS = 6 * 365
SEED_SHARE, FRAMED_SHARE = (
    0.12,
    0.25,
)  # of the sentences: from the seeds, in frames of BUILT; the others are of drawn words
REPLACED_SHARE = 0.15  # of the longer words of a seed's sentence
NAMES = 3_000
FORMS_OF_A_PREFIX = 250

CONSONANTS = "бвгдзклмнпрстхш"
VOWELS = "аеиоу"
LETTERS = "абвгдежзийклмнопрстуфхцчшщыэюя"
JOINTS = ("в", "на", "и", "для", "о", "за", "с", "по")
SURNAME_ENDINGS = ("", "а", "у", "ым", "е")
GIVEN_NAMES = "Адыл Бакыт Вадим Глеб Данияр Ержан Жаныбек Илья Кубат Марат Нурлан Олег Руслан Санжар Тимур Улан".split()
PUBLISHERS = ("Кабар", "БЕЛТА", "РИА Новости", "Казинформ", "УзА", "Ховар", "ТАСС", "24.kg")
BUILT = (
    "{given} {surname} заявил, что {adjective} {noun} будет готов к {year} году.",
    "Стороны подписали соглашение о {noun} на сумму {number} миллионов долларов.",
    "В городе {place} прошла встреча, посвящённая проекту «{project}-{number}».",
    "По словам {surname}, товарооборот за {months} месяцев вырос на {percent} процентов.",
    "Делегация из {place} обсудила {adjective} {noun} и вопросы таможенного оформления.",
    "Министр {given} {surname} поручил ускорить {noun} и {adjective} {noun}.",
    "Новый {adjective} {noun} откроют весной, а {noun} передадут району.",
    "На {noun} выделят {number} миллионов сомов, сообщил {surname}.",
    "Жители села {place} получат {adjective} {noun} и {noun}.",
    "Компания «{project}» построит {noun} за {months} месяцев.",
    "Депутат {surname} предложил изменить {adjective} {noun}.",
    "{given} {surname} вернулся из {place} и рассказал о {noun}.",
    "Суд рассмотрел жалобу на {noun} и отложил {noun}.",
    "Учёные нашли {adjective} {noun} недалеко от {place}.",
)
LONG_WORD = re.compile(r"[а-яё]{6,}")


class Vocabulary:
    """Forms of the dictionary and invented names, the earlier in a shuffled list the more often."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._forms: dict[str, list[str]] = {"NOUN": [], "ADJF": [], "VERB": []}
        for form, kind in dictionary_forms():
            self._forms[kind].append(form)
        for forms in self._forms.values():
            chance.shuffle(forms)
        self._names = [self._name() for _ in range(NAMES)]

    def noun(self) -> str:
        return self._drawn(self._forms["NOUN"])

    def adjective(self) -> str:
        return self._drawn(self._forms["ADJF"])

    def verb(self) -> str:
        return self._drawn(self._forms["VERB"])

    def surname(self) -> str:
        return self._drawn(self._names) + "ов" + self._chance.choice(SURNAME_ENDINGS)

    def place(self) -> str:
        return self._drawn(self._names)

    def _drawn(self, words: list[str]) -> str:
        """By Zipf's law, without its head, which is grammar: the rank's logarithm is even."""
        return words[min(int(len(words) ** self._chance.uniform(0.3, 1)), len(words) - 1)]

    def _name(self) -> str:
        syllables = (self._chance.choice(CONSONANTS) + self._chance.choice(VOWELS) for _ in range(2))
        return "".join(syllables).capitalize() + self._chance.choice(CONSONANTS)


def dictionary_forms() -> Iterator[tuple[str, str]]:
    """A few lexemes for every two letters that a word may begin with, all their forms, with their part of speech."""
    for prefix in map("".join, product(LETTERS, repeat=2)):
        for form, tag, *_ in islice(morphology().dictionary.iter_known_words(prefix), FORMS_OF_A_PREFIX):
            if len(form) >= 5 and form.isalpha() and tag.POS in {"NOUN", "ADJF", "VERB"}:
                yield form, str(tag.POS)


def articles(count: int, seed: int) -> Iterator[dict[str, str]]:
    """The records of a corpus, numbered from 0."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark is to be repeatable
    vocabulary = Vocabulary(chance)
    sentences = seed_sentences()
    for number in range(count):
        text = [sentence(sentences, vocabulary, chance) for _ in range(chance.randint(14, 26))]
        yield {
            "id": f"synthetic-{seed}-{number:06}",
            "title": " ".join(text[0].split()[:8]).rstrip(".,:;"),
            "text": " ".join(text),
            "date": (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat(),
            "source": chance.choice(PUBLISHERS),
        }


def seed_sentences() -> list[str]:
    """The sentences of the seed articles, without their headers."""
    found = []
    for path in sorted(seeds_folder().glob("*.txt")):
        text = re.sub(r"^ date \d{4}-\d\d-\d\d ", "", path.read_text(encoding="utf-8"))
        found += [part.span.of(text) for part in analyse(text).sentences if part.stop - part.first > 4]
    return found


def sentence(sentences: list[str], vocabulary: Vocabulary, chance: random.Random) -> str:
    kind = chance.random()
    if kind < SEED_SHARE:
        return LONG_WORD.sub(lambda word: changed(word.group(), vocabulary, chance), chance.choice(sentences))
    if kind < SEED_SHARE + FRAMED_SHARE:
        return chance.choice(BUILT).format(
            given=chance.choice(GIVEN_NAMES),
            surname=vocabulary.surname(),
            adjective=vocabulary.adjective(),
            noun=vocabulary.noun(),
            place=vocabulary.place(),
            project=vocabulary.place(),
            year=chance.randint(2024, 2035),
            number=chance.randint(2, 900),
            months=chance.randint(2, 11),
            percent=chance.randint(2, 60),
        )
    clause = (vocabulary.adjective(), vocabulary.noun(), vocabulary.verb(), chance.choice(JOINTS), vocabulary.noun())
    more = (chance.choice(JOINTS), vocabulary.adjective(), vocabulary.noun())
    return " ".join((*clause, *more)).capitalize() + "."


def changed(word: str, vocabulary: Vocabulary, chance: random.Random, *, share: float = REPLACED_SHARE) -> str:
    if chance.random() >= share:
        return word
    return vocabulary.noun() if chance.random() < 0.6 else vocabulary.adjective()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with options.path.open("w", encoding="utf-8") as file:
        for record in articles(options.articles, options.seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    print(f"{options.articles} articles, {options.path.stat().st_size / 1e6:.1f} MB: {options.path}")


if __name__ == "__main__":
    main()
