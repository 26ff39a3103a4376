"""Write a synthetic corpus of news-like articles as JSON lines, the same for the same seed.

    python benchmarks/make_corpus.py corpus.jsonl --articles 20000 [--seed 1]

A few sentences of the seed articles are mixed with built ones, and a share of their words is replaced by invented
words that are drawn by Zipf's law: so the most frequent word of the subject stands in about a fifth of the articles,
and the vocabulary keeps growing with the corpus, as in real news. Articles have 14 to 26 sentences, about 190 words;
dates spread over six years.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kgtui.language import analyse
from kgtui.settings import seeds_folder

FIRST_DAY = date(2020, 1, 1)
DAYS = 6 * 365
SEED_SHARE, FRAMED_SHARE = 0.12, 0.25  # of the sentences: from the seeds, in frames of BUILT; the others are invented
INVENTED_SHARE = 0.15  # of the longer words of a seed's sentence
INVENTED_WORDS = 4_000

CONSONANTS = "бвгдзклмнпрстхш"
VOWELS = "аеиоу"
JOINTS = ("в", "на", "и", "для", "о", "за", "с", "по")
VERB_ENDINGS = ("ил", "ила", "ило", "или", "ит", "ят", "ить", "ивший")
NOUN_ENDINGS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
ADJECTIVE_ENDINGS = ("ный", "ного", "ному", "ным", "ном", "ная", "ной", "ную", "ное", "ные", "ных", "ными")
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


class Inventor:
    """Words that no dictionary has, the earlier the more often."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._stems = [self._stem(2 + number % 3) for number in range(INVENTED_WORDS)]

    def noun(self) -> str:
        return self._drawn() + self._chance.choice(NOUN_ENDINGS)

    def adjective(self) -> str:
        return self._drawn() + self._chance.choice(ADJECTIVE_ENDINGS)

    def verb(self) -> str:
        return self._drawn() + self._chance.choice(VERB_ENDINGS)

    def surname(self) -> str:
        return self._drawn().capitalize() + "ов" + self._chance.choice(SURNAME_ENDINGS)

    def place(self) -> str:
        return self._drawn().capitalize()

    def _drawn(self) -> str:
        """By Zipf's law, without its head, which is grammar: the rank's logarithm is even."""
        return self._stems[min(int(len(self._stems) ** self._chance.uniform(0.3, 1)), len(self._stems) - 1)]

    def _stem(self, syllables: int) -> str:
        built = "".join(self._chance.choice(CONSONANTS) + self._chance.choice(VOWELS) for _ in range(syllables))
        return built + self._chance.choice(CONSONANTS)


def articles(count: int, seed: int) -> Iterator[dict[str, str]]:
    """The records of a corpus, numbered from 0."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark is to be repeatable
    inventor = Inventor(chance)
    sentences = seed_sentences()
    for number in range(count):
        text = [sentence(sentences, inventor, chance) for _ in range(chance.randint(14, 26))]
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


def sentence(sentences: list[str], inventor: Inventor, chance: random.Random) -> str:
    kind = chance.random()
    if kind < SEED_SHARE:
        return LONG_WORD.sub(lambda word: changed(word.group(), inventor, chance), chance.choice(sentences))
    if kind < SEED_SHARE + FRAMED_SHARE:
        return chance.choice(BUILT).format(
            given=chance.choice(GIVEN_NAMES),
            surname=inventor.surname(),
            adjective=inventor.adjective(),
            noun=inventor.noun(),
            place=inventor.place(),
            project=inventor.place(),
            year=chance.randint(2024, 2035),
            number=chance.randint(2, 900),
            months=chance.randint(2, 11),
            percent=chance.randint(2, 60),
        )
    clause = (inventor.adjective(), inventor.noun(), inventor.verb(), chance.choice(JOINTS), inventor.noun())
    more = (chance.choice(JOINTS), inventor.adjective(), inventor.noun())
    return " ".join((*clause, *more)).capitalize() + "."


def changed(word: str, inventor: Inventor, chance: random.Random) -> str:
    if chance.random() >= INVENTED_SHARE:
        return word
    return inventor.noun() if chance.random() < 0.6 else inventor.adjective()


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
