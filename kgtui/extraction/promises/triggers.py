"""Words that tell of a promise, from ``data/promise_triggers.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.tables import table
from kgtui.language import fold, word
from kgtui.model import PromiseStage


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of the table: how binding it is, what it takes (an infinitive, a case, a preposition…), what it needs."""

    stage: PromiseStage
    forms: frozenset[str]
    takes: tuple[str, ...]
    needs: str

    @property
    def is_noun(self) -> bool:
        return "noun" in self.forms


@cache
def _triggers() -> Mapping[str, Trigger]:
    """Folded lemma → its row."""
    return {
        fold(lemma.strip()): Trigger(
            PromiseStage(row["stage"]), frozenset(row["forms"].split()), tuple(row["takes"].split()), row["needs"]
        )
        for row in table("promise_triggers")
        for lemma in row["words"].split(";")
    }


@cache
def trigger(form: str) -> Trigger | None:
    """The trigger that a word form is, in a tense or form that counts."""
    found = predicate(form)
    if found is not None:
        row = _triggers().get(found.lemma)
        return row if row is not None and found.form in row.forms else None
    readings = word(form).readings
    if not readings or readings[0].pos != "NOUN":
        return None
    row = _triggers().get(readings[0].folded)
    return row if row is not None and row.is_noun else None


@cache
def told_by(lemma: str) -> Trigger | None:
    """The trigger of a verb in whatever form: «намерены предложить» is a proposal."""
    return _triggers().get(lemma)
