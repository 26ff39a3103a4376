"""Words that tell of a promise, from ``data/promise_triggers.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.tables import table
from kgtui.language import fold, word
from kgtui.model import PromiseStage

# What is to come, and may be given up.
PLANS = frozenset({PromiseStage.TARGET, PromiseStage.PLANNED, PromiseStage.PROPOSED, PromiseStage.POSTPONED})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of the table: how binding it is, what it takes (an infinitive, a case, a preposition…), what it needs."""

    stage: PromiseStage
    forms: frozenset[str]
    takes: tuple[str, ...]
    needs: str
    otherwise: PromiseStage | None = None

    @property
    def is_noun(self) -> bool:
        return "noun" in self.forms

    @property
    def is_deed(self) -> bool:
        """Whether the verb itself tells what is done."""
        return self.takes == ("itself",)


@cache
def _triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Folded lemma → its rows, in the order of the table."""
    found: dict[str, list[Trigger]] = {}
    for row in table("promise_triggers"):
        for lemma in row["words"].split(";"):
            found.setdefault(fold(lemma.strip()), []).append(_trigger(row))
    return {lemma: tuple(rows) for lemma, rows in found.items()}


def _trigger(row: Mapping[str, str]) -> Trigger:
    return Trigger(
        PromiseStage(row["stage"]),
        frozenset(row["forms"].split()),
        tuple(row["takes"].split()),
        row["needs"],
        PromiseStage(row["otherwise"]) if row["otherwise"] != "-" else None,
    )


@cache
def triggers(form: str) -> tuple[Trigger, ...]:
    """The triggers that a word form may be, in a tense or form that counts; the first that takes something holds."""
    found = predicate(form)
    if found is not None:
        return tuple(row for row in _triggers().get(found.lemma, ()) if found.form in row.forms)
    readings = word(form).readings
    if not readings or readings[0].pos != "NOUN":
        return ()
    return tuple(row for row in _triggers().get(readings[0].folded, ()) if row.is_noun)


@cache
def is_document(form: str) -> bool:
    """A noun for what is signed."""
    return any(row.needs == "signing" for row in triggers(form))


@cache
def told_by(lemma: str) -> Trigger | None:
    """The trigger of a verb in whatever form: «намерены предложить» is a proposal."""
    return next(iter(_triggers().get(lemma, ())), None)
