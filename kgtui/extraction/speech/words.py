"""What single words say of speech: verbs of saying by kind, nouns for what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kgtui.extraction.tables import table
from kgtui.language import Reading, fold, word

_FINITE = ("VERB", "ADJS", "PRTS")


class VerbKind(str, Enum):
    """The column ``kind`` of ``speech_verbs.tsv``."""

    SAYS = "says"
    GOES_ON = "goes_on"
    RELAYS = "relays"
    IMPERSONAL = "impersonal"


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A form of a verb of saying; ``number`` and ``gender`` are those of its subject, «отметив» ``is_gerund``."""

    kind: VerbKind
    number: str | None
    gender: str | None
    is_gerund: bool = False


@cache
def _kinds() -> Mapping[str, str]:
    return {fold(row["lemma"]): row["kind"] for row in table("speech_verbs")}


@cache
def speech_verb(form: str) -> SpeechVerb | None:
    """The verb or predicate of saying that a form is: «заявил», «уверена», «отметив», «сказано»."""
    kinds = {kind.value for kind in VerbKind}
    for reading in word(form).readings:
        kind = _kinds().get(reading.folded)
        if kind not in kinds or reading.pos not in (*_FINITE, "GRND"):
            continue
        if reading.pos == "PRTS" and reading.gender == "neut":
            return SpeechVerb(VerbKind.IMPERSONAL, None, None)
        if reading.pos == "PRTS":
            continue  # «озвучена», «назван»: what is said, not who says it
        if "impr" in reading.grammemes or "1per" in reading.grammemes or "2per" in reading.grammemes:
            continue
        return SpeechVerb(VerbKind(kind), reading.number, reading.gender, reading.pos == "GRND")
    return None


@cache
def predicate(form: str) -> SpeechVerb | None:
    """Any finite verb or short adjective, which says something where it stands beside a quotation."""
    known = speech_verb(form)
    if known is not None:
        return known
    first: Reading | None = word(form).readings[0] if word(form).known else None
    if first is None or first.pos not in _FINITE or "impr" in first.grammemes or "1per" in first.grammemes:
        return None
    return SpeechVerb(VerbKind.SAYS, first.number, first.gender)


@cache
def is_finite(form: str) -> bool:
    """A finite verb or short adjective of any person, by its likeliest reading."""
    read = word(form)
    return read.known and read.readings[0].pos in (*_FINITE, "PRED")


@cache
def _cited() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in table("speech_nouns") if row["cited"] == "yes")


@cache
def is_cited(form: str) -> bool:
    """A noun for somebody's words that a verb of relaying has as its object: «приводит слова Асанова»."""
    return any(reading.folded in _cited() for reading in word(form).readings[:2])
