"""What a word form does in its clause: a verb with its tense, an infinitive, a participle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kgtui.language import Reading, word

_LEAST_SCORE = 0.3  # of a reading in the future tense beside others («примет», «получим»)
_FOOD = "есть"  # to the dictionary first of all «to eat»
_HEADS = frozenset({"VERB", "INFN", "PRTS", "ADJS", "GRND", "PRTF", "PRED"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb form or a short adjective. ``form`` is "past", "pres", "futr", "inf", "short", "gerund" or "participle";
    ``lemma`` is folded.
    """

    lemma: str
    form: str
    first_person: bool
    plural: bool
    perfective: bool
    transitive: bool
    biaspectual: bool = False  # «реализует» is as well present as future

    @property
    def finite(self) -> bool:
        return self.form in ("past", "pres", "futr", "short")

    @property
    def reflexive(self) -> bool:
        return self.lemma.endswith("ся")


@cache
def predicate(form: str) -> Predicate | None:
    """The predicate that a form may be, by its likeliest reading; None of other words.

    >>> predicate("построит").form, predicate("построить").form, predicate("построена").form
    ('futr', 'inf', 'short')
    """
    reading = _reading(form)
    if reading is None:
        return None
    return Predicate(
        lemma=reading.folded,
        form=_form(reading),
        first_person="1per" in reading.grammemes,
        plural=reading.number == "plur",
        perfective="perf" in reading.grammemes,
        transitive="tran" in reading.grammemes,
        biaspectual=_is_biaspectual(form, reading),
    )


def _reading(form: str) -> Reading | None:
    readings = word(form).readings
    if not readings:
        return None
    first = _future(readings) or readings[0]
    if first.pos not in _HEADS or "impr" in first.grammemes or form == _FOOD:
        return None
    noun = any(r.pos == "NOUN" and r.score >= first.score for r in readings)  # «русел»
    return None if noun else first


def _is_biaspectual(form: str, reading: Reading) -> bool:
    """«Реализует»; not «покупает», whose future tense is that of another verb."""
    present = reading.pos == "VERB" and "pres" in reading.grammemes and reading.lemma.endswith(("овать", "оваться"))
    return present and _has_future(form)


def _has_future(form: str) -> bool:
    return any("futr" in r.grammemes and r.score >= _LEAST_SCORE for r in word(form).readings)


def _future(readings: Sequence[Reading]) -> Reading | None:
    """The reading in the future tense, unless the form is as well one of the present («реализуются», «переходят»)."""
    future = next((r for r in readings if "futr" in r.grammemes and r.score >= _LEAST_SCORE), None)
    if future is None or not any("pres" in r.grammemes and r.score >= future.score for r in readings):
        return future
    return next(r for r in readings if "pres" in r.grammemes)


def _form(reading: Reading) -> str:
    if reading.pos == "VERB":
        return next((tense for tense in ("past", "pres", "futr") if tense in reading.grammemes), "pres")
    return {"INFN": "inf", "GRND": "gerund", "PRTF": "participle"}.get(reading.pos or "", "short")
