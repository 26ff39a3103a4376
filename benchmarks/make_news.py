"""Write a synthetic corpus of news whose facts are in the proportions of the seeds, the same for the same seed.

    python -m benchmarks.make_news corpus.jsonl --articles 20000 [--seed 1]

Articles are runs of paragraphs of the seed articles in which persons, countries, numbers, months and some words are
others: so meetings, quotations, figures and promises are as frequent as there. Countries are drawn by Zipf's law; a
country has the same few persons in the same offices through a term of years. Dates spread over six years.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.make_corpus import DAYS, FIRST_DAY, PUBLISHERS, Vocabulary, changed
from kgtui.settings import seeds_folder

TERM = 3  # years that an office is held
KEPT_SHARE = 0.8  # of the paragraphs of an article's seed
OTHER_SHARE = 0.1  # of the places between them at which a paragraph of another seed is put in
REPLACED_SHARE = 0.25  # of the longer words by which no fact is told: else all articles were reprints of five

# Names that are declined alike take each other's place, the earlier more often.
COUNTRIES = (
    "Узбекистан Казахстан Таджикистан Туркменистан Азербайджан Афганистан Пакистан Иран Катар Вьетнам Египет Кувейт "
    "Ирак Оман Бахрейн Непал Алжир Таиланд Ливан Судан"
).split()
PERSONS = {  # the first part of a surname, which becomes another, the last one, and the country of the office
    "Касымали": ("ев", "Кыргызстан"),
    "Жапар": ("ов", "Кыргызстан"),
    "Мишусти": ("н", "Россия"),
    "Турчи": ("н", "Беларусь"),
    "Тока": ("ев", "Казахстан"),
    "Али": ("ев", "Азербайджан"),
    "Мирзие": ("ев", "Узбекистан"),
    "Бердымухамед": ("ов", "Туркменистан"),
    "Расул": ("зода", "Таджикистан"),
}
MONTHS = "марте апреле мае июне июле августе сентябре октябре ноябре декабре".split()
SYLLABLES = "ба ка са на та ра ма да ло бу му ко то до ша жу ал ур эр ис ат".split()

_PERSON = re.compile("|".join(rf"\b{stem}(?={end})" for stem, (end, _) in PERSONS.items()))
_COUNTRY = re.compile("|".join(COUNTRIES))
_WORD = re.compile(r"(?<![\w-])[а-яё]{6,}(?![\w-])")
_TELLING = re.compile(
    "президент|председат|министр|премьер|глав|правительств|кабин|товарооб|торгов|инвестиц|увелич|вырос|процент|миллион"
    "|миллиард|предыдущ|прошл|текущ|аналогичн|заяв|отмет|подчеркн|обсуд|предл|пригл|достигнув|показал|уверенность"
    "|встреч|заседан|визит|участие|делегац|консультац|стран|государств"
)
_MONTHS = re.compile(r"январе-августе")
_YEAR = re.compile(r"\b20[12]\d\b")
_NUMBER = re.compile(r"(?<![\d-])\d{1,3}(?![\d-])")


@dataclass(frozen=True, slots=True)
class World:
    """Of what an article speaks: the day, and which country stands for each of its seed."""

    day: date
    countries: Mapping[str, str]
    chance: random.Random


def articles(count: int, seed: int) -> Iterator[dict[str, str]]:
    """The records of a corpus, numbered from 0."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark is to be repeatable
    vocabulary = Vocabulary(chance)
    seeds = seed_paragraphs()
    for number in range(count):
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        paragraphs = list(_paragraphs(seeds, day, vocabulary, chance))
        yield {
            "id": f"news-{seed}-{number:06}",
            "title": " ".join(paragraphs[0].split()[:12]).rstrip(".,:;"),
            "text": "\n".join(paragraphs),
            "date": day.isoformat(),
            "source": chance.choice(PUBLISHERS),
        }


def seed_paragraphs() -> list[list[str]]:
    """The paragraphs of each seed article, without its header and signature."""
    found = []
    for path in sorted(seeds_folder().glob("*.txt")):
        text = re.sub(r"^ date \d{4}-\d\d-\d\d ", "", path.read_text(encoding="utf-8"))
        found.append([line.strip() for line in text.splitlines() if len(line.strip()) > 40])
    return found


def _paragraphs(
    seeds: Sequence[Sequence[str]], day: date, vocabulary: Vocabulary, chance: random.Random
) -> Iterator[str]:
    world = World(day, _drawn_countries(chance), chance)
    own, *others = chance.sample(seeds, len(seeds))
    chosen = [paragraph for paragraph in own if chance.random() < KEPT_SHARE] or own[:1]
    for paragraph in chosen:
        yield _other_words(_other_facts(paragraph, world), vocabulary, chance)
        if chance.random() < OTHER_SHARE:
            other = chance.choice(chance.choice(others))
            yield _other_words(_other_facts(other, world), vocabulary, chance)


def _drawn_countries(chance: random.Random) -> dict[str, str]:
    """Two stay two."""
    drawn = sorted(COUNTRIES, key=lambda name: (COUNTRIES.index(name) + 1) * chance.random())
    return dict(zip(COUNTRIES, drawn, strict=True))


def _other_facts(text: str, world: World) -> str:
    replaced: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = (
        (_PERSON, lambda found: _surname(found.group(), world)),
        (_COUNTRY, lambda found: world.countries[found.group()]),
        (_MONTHS, lambda _: f"январе-{world.chance.choice(MONTHS)}"),
        (_YEAR, lambda found: str(world.day.year + int(found.group()) - 2025)),
        (_NUMBER, lambda found: str(world.chance.randint(2, 10 ** len(found.group())))),
    )
    for pattern, other in replaced:
        text = pattern.sub(other, text)
    return text


def _surname(stem: str, world: World) -> str:
    """The same one for an office of a country through a term."""
    country = PERSONS[stem][1]
    place = f"{stem} {world.countries.get(country, country)} {world.day.year // TERM}"
    drawn = random.Random(place).choices(SYLLABLES, k=3)  # noqa: S311
    return "".join(drawn).capitalize() + stem[-2:]


def _other_words(text: str, vocabulary: Vocabulary, chance: random.Random) -> str:
    def other(word: re.Match[str]) -> str:
        if _TELLING.match(word.group()):
            return word.group()
        return changed(word.group(), vocabulary, chance, share=REPLACED_SHARE)

    return _WORD.sub(other, text)


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
