"""The table of topics: their names, and which words tell of them how surely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.tables import table
from kgtui.language import fold, word

_LIKELY = 0.2  # share of a lemma in a form's readings below which it is not meant: «после» is hardly ever «посол»
_WEAK = "*"


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word of a topic. One that ``is_weak`` tells of it only beside another word of the topic."""

    topic: str
    lemma: str
    is_weak: bool


@cache
def topic_codes() -> tuple[str, ...]:
    """In the order of the table."""
    return tuple(row["code"] for row in table("topics"))


def topic_name(code: str, language: str) -> str:
    """What readers call a topic, in "ru" or "en"; the code of one that the table has no more."""
    return next((row[language] for row in table("topics") if row["code"] == code), code)


@cache
def topic_words(form: str) -> tuple[TopicWord, ...]:
    """The words of topics that a form may be; of a hyphenated one also those of its parts («торгово-экономический»)."""
    lemmas = {lemma for part in (form, *_parts(form)) for lemma in _likely_lemmas(part)}
    return tuple(found for lemma in sorted(lemmas) for found in _by_lemma().get(lemma, ()))


def _parts(form: str) -> list[str]:
    return [part for part in form.split("-") if part] if "-" in form else []


def _likely_lemmas(form: str) -> set[str]:
    """Folded; of a word that the dictionary lacks the form itself, and all that is guessed."""
    parsed = word(form)
    if not parsed.known:
        return {fold(form), *parsed.lemmas}
    shares: dict[str, float] = {}
    for reading in parsed.readings:
        shares[reading.folded] = shares.get(reading.folded, 0.0) + reading.score
    return {lemma for lemma, share in shares.items() if share >= _LIKELY}


@cache
def _by_lemma() -> Mapping[str, tuple[TopicWord, ...]]:
    found: dict[str, tuple[TopicWord, ...]] = {}
    for row in table("topics"):
        for each in row["words"].split(";"):
            lemma = fold(each.strip().removesuffix(_WEAK))
            topic_word = TopicWord(row["code"], lemma, each.strip().endswith(_WEAK))
            found[lemma] = (*found.get(lemma, ()), topic_word)
    return found
