"""A set of names to search: people declined by tables of endings, in sentences of the genre.

    python -m tests.quality.people FOLDER

Each person stands in twelve short articles: in every case with the given name, and with the surname alone. A query is a
form of the surname, with or without the given name, in some letter case; wanted are all articles of the person. People
of one surname, whatever their gender, do not count for each other.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgtui.language import fold

from .agreement import Record
from .texts import SEARCH
from .treebank import write_lines

# Endings of the nominative, genitive, dative, accusative, instrumental and prepositional; «0» is none.
ENDINGS = {
    "fixed": "0 0 0 0 0 0",
    "hard": "0 а у а ом е",
    "soft": "ь я ю я ем е",
    "j": "й я ю я ем е",
    "ij": "ий ия ию ия ием ии",
    "ov": "0 а у а ым е",
    "sky": "ий ого ому ого им ом",
    "oj": "ой ого ому ого ым ом",
    "yj": "ый ого ому ого ым ом",
    "adjij": "ий ого ому ого им ом",
    "ec": "0 а у а ом е",
    "fleeting": "0 а у а ом е",
    "strelec": "ец ьца ьцу ьца ьцом ьце",
    "petr": "ётр етра етру етра етром етре",
    "ajac": "яц йца йцу йца йцем йце",
    "lev": "ев ьва ьву ьва ьвом ьве",
    "pavel": "ел ла лу ла лом ле",
    "a": "а ы е у ой е",
    "ja": "я и е ю ей е",
    "ija": "ия ии ии ию ией ии",
    "ova": "а ой ой у ой ой",
    "skaja": "ая ой ой ую ой ой",
    "fem": "ь и и ь ью и",
}
CASES = 6

# By gender and ending, the first that fits.
_CLASSES = {
    "m": {
        r".+(?:[оеё]в|[иы]н)": "ov",
        r".+(?:ск|цк)ий": "sky",
        r".+ий": "ij",
        r".+й": "j",
        r".+ь": "soft",
        r".+ия": "ija",
        r".+я": "ja",
        r".+а": "a",
        r".+[бвгджзклмнпрстфхцчшщ]": "hard",
    },
    "f": {
        r".+(?:[оеё]в|[иы]н)а": "ova",
        r".+ая": "skaja",
        r".+ия": "ija",
        r".+я": "ja",
        r".+а": "a",
    },
}


@dataclass(frozen=True, slots=True)
class Person:
    """Given name and surname, each in the six cases."""

    given: tuple[str, ...]
    surname: tuple[str, ...]

    @property
    def full(self) -> list[str]:
        return [f"{given} {surname}" for given, surname in zip(self.given, self.surname, strict=True)]

    @property
    def surname_parts(self) -> set[str]:
        """The forms of the surname and of its parts, folded."""
        return {part for form in self.surname for part in (fold(form), *re.split("[- ]", fold(form)))}


def people() -> list[Person]:
    lines = (SEARCH / "people.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [
        Person(declined(given, gender, given=True), declined(surname, gender)) for gender, given, surname in rows[1:]
    ]


def declined(name: str, gender: str, *, given: bool = False) -> tuple[str, ...]:
    """The six cases of a name; each of its parts is declined for itself.

    >>> declined("Голубец:fleeting", "m")
    ('Голубец', 'Голубца', 'Голубцу', 'Голубца', 'Голубцом', 'Голубце')
    """
    parts = [part if part in "- " else _part(part, gender, given) for part in re.split("([- ])", name)]
    return tuple("".join(part if isinstance(part, str) else part[case] for part in parts) for case in range(CASES))


def _part(part: str, gender: str, given: bool) -> tuple[str, ...]:
    nominative, _, stated = part.partition(":")
    name = stated or next(found for ending, found in _CLASSES[gender].items() if re.fullmatch(ending, nominative))
    if given and name in {"ov", "ova"}:  # «Эркином», not «Эркиным»
        name = {"ov": "hard", "ova": "a"}[name]
    endings = ["" if ending == "0" else ending for ending in ENDINGS[name].split()]
    if name == "fleeting":
        return (nominative, *(nominative[:-2] + nominative[-1] + ending for ending in endings[1:]))
    stem = nominative.removesuffix(endings[0])
    return (nominative, *(_spelt(stem, ending) for ending in endings[1:]))


def _spelt(stem: str, ending: str) -> str:
    """No «ы» after «г, к, х» and hushing consonants, no unstressed «о» after the hushing ones and «ц»."""
    if stem[-1:] in "гкхжчшщ":
        ending = re.sub("^ы", "и", ending)
    return stem + (re.sub("^о(?=[мй])", "е", ending) if stem[-1:] in "жчшщц" else ending)


FULL = (
    "{} провёл рабочую встречу с коллегами.",
    "По поручению {} подготовлен план мероприятий.",
    "Грамоту вручили {} на торжественном собрании.",
    "Делегация пригласила {} посетить предприятие.",
    "Итоги обсудили вместе с {} в понедельник.",
    "Агентство подробно рассказало о {} и его команде.",
)
ALONE = (
    "По словам участников, {} поддержал инициативу.",
    "Подпись {} стоит под соглашением.",
    "Слово предоставили {} первым.",
    "Гости поблагодарили {} за приём.",
    "Документ согласован с {} накануне.",
    "Речь шла о {} и предстоящем визите.",
)
_CASINGS: Sequence[Callable[[str], str]] = (str, str.lower, str.upper)


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    everyone = people()
    write_lines(folder / "articles.jsonl", _articles(everyone))
    write_lines(folder / "queries.jsonl", _queries(everyone))


def _articles(everyone: Sequence[Person]) -> Iterator[Record]:
    for at, person in enumerate(everyone):
        for number, frame, name in zip(_numbers(at), (*FULL, *ALONE), (*person.full, *person.surname), strict=True):
            yield {"id": number, "title": "", "text": frame.format(name)}


def _numbers(at: int) -> list[str]:
    return [f"p{at:03}-{number:02}" for number in range(len(FULL) + len(ALONE))]


def _queries(everyone: Sequence[Person]) -> Iterator[Record]:
    namesakes = defaultdict[str, set[int]](set)
    for at, person in enumerate(everyone):
        for form in person.surname_parts:
            namesakes[form].add(at)
    for at, person in enumerate(everyone):
        others = {other for form in person.surname_parts for other in namesakes[form]} - {at}
        ignored = [number for other in sorted(others) for number in _numbers(other)]
        for query, wanted in dict(_asked(person, _numbers(at))).items():
            yield {"query": query, "class": "name", "relevant": wanted, "ignore": ignored}


def _asked(person: Person, numbers: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each form of the surname, which asks for all articles, and each full name, which asks for those that have it."""
    for case, (surname, full) in enumerate(zip(person.surname, person.full, strict=True)):
        yield _CASINGS[zlib.crc32(surname.encode()) % 3](surname), numbers
        yield _CASINGS[(case + 1) % 3](full), numbers[: len(FULL)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    write(parser.parse_args().folder)


if __name__ == "__main__":
    main()
