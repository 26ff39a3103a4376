"""What a promised verb is called as a deed, from ``data/deeds.tsv`` or made from its passive participle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from kgtui.extraction.tables import table
from kgtui.language import fold, word


class DeedSort(str, Enum):
    """What a verb's future tense or infinitive promises; ``OTHER`` is a verb that the table lacks."""

    DEED = "deed"
    PHASE = "phase"
    LEVEL = "level"
    APPEAR = "appear"
    REACH = "reach"
    MEETING = "meeting"
    TALK = "talk"
    NONE = "none"
    OTHER = "other"


class About(str, Enum):
    """Where the words stand that say what a deed is about; ``BESIDE`` is after a preposition."""

    OBJECT = "object"
    SUBJECT = "subject"
    BESIDE = "beside"
    NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Deed:
    """``noun`` is the deed's name in the nominative, None where what it is about says it alone."""

    noun: str | None
    sort: DeedSort
    about: About


@cache
def _deeds() -> Mapping[str, Deed]:
    return {
        fold(verb.strip()): _listed(fold(verb.strip()), row)
        for row in table("deeds")
        for verb in row["verbs"].split(";")
    }


def _listed(verb: str, row: Mapping[str, str]) -> Deed:
    noun = _named(row["noun"])[0] if row["noun"] != "-" else None
    about = About(row["about"])
    return Deed(noun, DeedSort(row["sort"]), About.SUBJECT if about is About.OBJECT and verb.endswith("ся") else about)


def _named(cell: str) -> list[str]:
    return [noun.strip() for noun in cell.split(";")]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(fold(noun) for row in table("deeds") if row["sort"] in ACTS for noun in _named(row["noun"]))


ACTS = frozenset({DeedSort.DEED, DeedSort.PHASE, DeedSort.LEVEL})


@cache
def deed(lemma: str) -> Deed:
    """The deed of a verb, given by its folded lemma.

    >>> deed("построить").noun, deed("озеленить").noun, deed("назначать").noun, deed("довести").noun
    ('строительство', 'озеленение', 'назначение', None)
    """
    known = _deeds().get(lemma)
    if known is None and lemma.endswith("ся"):
        known = _reflexive(_deeds().get(lemma.removesuffix("ся")))
    return known if known is not None else Deed(_made_from(lemma), DeedSort.OTHER, _about(lemma))


def _reflexive(active: Deed | None) -> Deed | None:
    """«Вводится запрет»: the deed of the verb without -ся, done to its subject; «повысится» is a change by itself."""
    if active is None or active.about is not About.OBJECT:
        return None
    sort = DeedSort.REACH if active.sort is DeedSort.LEVEL else active.sort
    return replace(active, sort=sort, about=About.SUBJECT)


def _about(lemma: str) -> About:
    if lemma.endswith("ся"):
        return About.SUBJECT
    return About.OBJECT if any("tran" in reading.grammemes for reading in word(lemma).readings) else About.BESIDE


def _made_from(lemma: str) -> str | None:
    """The noun of a verb that the dictionary has: «газифицировать» → «газификация», «озелененный» → «озеленение»,
    «обеспечивать» → «обеспечение».
    """
    infinitive = lemma.removesuffix("ся").removesuffix("сь")
    borrowed = (infinitive.removesuffix(verb) + noun for verb, noun in _BORROWED if infinitive.endswith(verb))
    going_on = (infinitive.removesuffix(verb) + noun for verb, noun in _GOING_ON if infinitive.endswith(verb))
    made = (*borrowed, *_from_participle(infinitive), *going_on)
    return next((noun for noun in made if _is_known_noun(noun)), None)


# The endings of verbs and of their nouns, the likelier ones first; of those that go on also the noun of the whole deed.
_BORROWED = (
    ("фицировать", "фикация"),
    ("изировать", "изация"),
    ("изовать", "изация"),
    ("ировать", "ация"),
)
_GOING_ON = tuple(
    (verb, noun)
    for verb in ("ивать", "ывать", "авать", "ать", "ять")
    for noun in ("ение", "ание", f"{verb.removesuffix('ть')}ние")
)


def _is_known_noun(form: str) -> bool:
    read = word(form)
    return read.known and any(r.pos == "NOUN" and r.case == "nomn" and r.number == "sing" for r in read.readings)


def _from_participle(infinitive: str) -> Iterator[str]:
    """«озелененный» → «озеленение», «открытый» → «открытие»."""
    reading = next((r for r in word(infinitive).readings if r.pos == "INFN"), None)
    if reading is None:
        return
    participle = next(
        (form.word for form in reading.parse.lexeme if {"PRTF", "pssv", "past", "nomn", "masc"} <= form.tag.grammemes),
        None,
    )
    if participle is not None:
        stem = participle.removesuffix("ный") if participle.endswith("нный") else participle.removesuffix("ый")
        yield f"{stem}ие".replace("ё", "е")


@cache
def is_deed_noun(form: str) -> bool:
    """Whether a noun names a deed («подписание», «пуск»)."""
    return any(r.pos == "NOUN" and r.folded in _nouns() for r in word(form).readings)
