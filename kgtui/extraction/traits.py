"""What single words tell of names: the dictionary's readings as a name, verbs of saying, nouns for places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.phrases import is_verb
from kgtui.extraction.tables import table
from kgtui.language import Reading, fold, word
from kgtui.language.name_words import is_patronymic, is_surname_shaped


@dataclass(frozen=True, slots=True)
class Traits:
    """What the dictionary says of a word as a name."""

    given: bool
    surname: bool
    patronymic: bool
    geographic: bool
    known: bool
    adjective: bool
    plural: bool  # to the dictionary only a plural («Токаев», «Министров»)

    @property
    def common(self) -> bool:
        """A word of the dictionary that is no name."""
        return self.known and not (self.given or self.surname or self.patronymic)


@cache
def traits(form: str) -> Traits:
    read = word(form)
    singular = [r for r in read.readings if r.number != "plur" or "Fixd" in r.grammemes]
    return Traits(
        given=read.known and any("Name" in r.grammemes for r in singular),
        surname=_is_surname(form, singular),
        patronymic=is_patronymic(form),
        geographic=read.known and any("Geox" in r.grammemes for r in read.readings),
        known=read.known,
        plural=read.known and not singular,
        adjective=bool(read.readings) and read.readings[0].pos in ("ADJF", "PRTF"),
    )


def _is_surname(form: str, singular: Sequence[Reading]) -> bool:
    """In the dictionary as one, or ending like one. «Токаев» and «Министров» are plurals to the dictionary: they are
    surnames only where the context says so.
    """
    if any("Surn" in reading.grammemes for reading in singular) and word(form).known:
        return True
    return is_surname_shaped(form) and not (word(form).known and word(form).readings[0].score > 0.5 and singular)


PLACE_HEADS = frozenset(
    "город село деревня поселок аул айыл станция улица проспект площадь переулок бульвар район область край озеро"
    " река гора пик перевал ущелье порт аэропорт остров полуостров провинция префектура уезд округ штат регион"
    " долина залив море океан канал водохранилище ледник пустыня хребет приток парк сквер стадион кишлак"
    " губернаторство кантон".split()
)


@cache
def is_place_head(form: str) -> bool:
    return not word(form).lemmas.isdisjoint(PLACE_HEADS)


@cache
def _speech_verbs() -> Mapping[str, bool]:
    """Lemma → whether a person may be its object."""
    return {fold(row["lemma"]): row["addressed"] == "yes" for row in table("speech_verbs")}


@cache
def is_speech_verb(form: str, *, addressed: bool = True) -> bool:
    """A form of a verb of saying; without ``addressed`` only of those that have no person as their object."""
    lemmas = (reading.folded for reading in word(form).readings if reading.pos in ("VERB", "ADJS"))
    return any(lemma in _speech_verbs() and (addressed or not _speech_verbs()[lemma]) for lemma in lemmas)


@cache
def is_source_preposition(form: str) -> bool:
    """Whether «по словам …», «согласно данным …» may begin with a word."""
    return any(preposition == form.lower() for preposition, _noun in _sources())


@cache
def _sources() -> frozenset[tuple[str, str]]:
    return frozenset(
        (preposition, fold(form))
        for row in table("speech_nouns")
        for preposition in row["prepositions"].split()
        for form in row["form"].split()
    )


@cache
def opens_source(preposition: str, form: str) -> bool:
    """Whether two words begin «по словам …», «согласно данным …»: the genitive after them says whose words these are.

    >>> opens_source("По", "словам"), opens_source("по", "дороге")
    (True, False)
    """
    return (preposition.lower(), fold(form)) in _sources()


@cache
def is_singular_verb(form: str) -> bool:
    return is_verb(form) and word(form).readings[0].number == "sing"


@cache
def is_thing(form: str) -> bool:
    """An inanimate noun, after which a name stands in the genitive: «выставка Пак Чжи Суна»."""
    readings = word(form).readings
    return bool(readings) and readings[0].pos == "NOUN" and "inan" in readings[0].grammemes


@cache
def verb_gender(form: str) -> str | None:
    readings = word(form).readings
    return readings[0].gender if readings and readings[0].gender in ("masc", "femn") else None
