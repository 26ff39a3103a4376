"""How names decline that the dictionary lacks: classes of endings, each with an example in all six cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")

GENDERS = ("masc", "femn")


class Part(Enum):
    """What a word is within a name."""

    INITIAL = "initial"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    FATHER = "father"  # what stands before «уулу» or «кызы»
    FIXED = "fixed"  # a particle («аль», «ван», «уулу»)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word of a name: its nominative, its case (None: any) and gender (None: either)."""

    nominative: str
    case: str | None
    gender: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class Declension:
    """A class of names. ``endings`` are those of the cases in the order of CASES, spellings of one case parted by a
    slash; ``stem`` is what must stand before them. ``example`` shows a name in all six cases.
    """

    name: str
    part: Part
    gender: str
    stem: str
    endings: str
    weight: float
    example: str


_TABLE = Path(__file__).parent / "data" / "name_classes.tsv"
_LIKE_INSTRUMENTAL = re.compile(r"..[ое]м$")  # «Цзиньпином» is hardly a nominative


@dataclass(frozen=True, slots=True)
class Matcher:
    """A declension made ready: its endings, the longest first, each with its cases."""

    declension: Declension
    stem: re.Pattern[str]
    cases: tuple[tuple[str, tuple[str, ...]], ...]
    nominative: str

    def forms(self, text: str, lower: str, share: float) -> Iterator[Form]:
        for ending, cases in self.cases:
            if not lower.endswith(ending):
                continue
            stem = lower[: len(lower) - len(ending)]
            if not self.stem.fullmatch(stem):
                continue
            written = cased(stem + self.nominative, text)
            for case in cases:
                weight = share * self.declension.weight - (
                    1.2 if case == "nomn" and _LIKE_INSTRUMENTAL.search(written) else 0.0
                )
                yield Form(written, case, self.declension.gender, weight)


@cache
def declensions() -> tuple[Declension, ...]:
    """The classes of ``data/name_classes.tsv``."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple(_declension(dict(zip(rows[0], row, strict=True))) for row in rows[1:])


def _declension(row: Mapping[str, str]) -> Declension:
    return Declension(
        name=row["name"],
        part=Part(row["part"]),
        gender=row["gender"],
        stem=row["stem"],
        endings=" ".join("" if ending == "0" else ending for ending in row["endings"].split()),
        weight=float(row["weight"]),
        example=row["example"],
    )


@cache
def matchers() -> tuple[Matcher, ...]:
    return tuple(_matcher(declension) for declension in declensions())


def _matcher(declension: Declension) -> Matcher:
    by_ending: dict[str, list[str]] = {}
    endings = declension.endings.split(" ")
    for case, spellings in zip(CASES, endings, strict=True):
        for ending in spellings.split("/"):
            by_ending.setdefault(ending, []).append(case)
    cases = tuple((ending, tuple(cases)) for ending, cases in by_ending.items())
    return Matcher(declension, re.compile(declension.stem), cases, endings[0])


def cased(form: str, like: str) -> str:
    """A form in lower case written as the word in the text is: «касым-жомарт» like «Касым-Жомарта»."""
    if len(like) > 1 and like.isupper():
        return form.upper()
    if not like[:1].isupper():
        return form
    parts, shown = like.split("-"), form.split("-")
    if len(parts) != len(shown):
        return form[:1].upper() + form[1:]
    return "-".join(s[:1].upper() + s[1:] if p[:1].isupper() else s for s, p in zip(shown, parts, strict=True))
