"""Which promises are ours, and what words each is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kgtui.dossier.material import Material, Told
from kgtui.extraction.promises.deeds import is_deed_noun
from kgtui.extraction.promises.emptiness import names_contact
from kgtui.language import word
from kgtui.model import EntityKind, Promise, PromiseStage

_BINDING = (*(stage for stage in PromiseStage if stage is not PromiseStage.RITUAL), PromiseStage.RITUAL)
_WORD = re.compile(r"\w[\w-]+")
_FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})


def binding(stage: PromiseStage) -> int:
    """A key that sorts the binding first, what was put off after them, and compliments last."""
    return _BINDING.index(stage)


@dataclass(frozen=True)
class Matter:
    """What one article says of something promised, done or discussed."""

    told: Told[Promise]

    @property
    def stage(self) -> PromiseStage:
        return self.told.fact.stage

    @property
    def number(self) -> int:
        return self.told.headline.number

    @property
    def on(self) -> date | None:
        return self.told.headline.published

    @cached_property
    def words(self) -> frozenset[str]:
        """The lemmas of its object: what is built, opened or signed, without the deed, so that steps of one matter
        meet («создание совета», «первое заседание совета»)."""
        forms = _WORD.findall(self.told.fact.what)
        things = {word(form).lemma for form in forms if not is_deed_noun(form) and _is_content(form)}
        return frozenset(things or {word(form).lemma for form in forms})

    def is_like(self, other: Matter) -> bool:
        """Whether two are of one thing: the object words of one are among the other's, or three quarters are shared;
        a single word must be a name, or be measured alike."""
        if self.told.fact.union != other.told.fact.union:
            return False
        shared = self.words & other.words
        fewer = min(len(self.words), len(other.words))
        if fewer > 1:
            return len(shared) == fewer or 4 * len(shared) >= 3 * len(self.words | other.words)
        amount = self.told.fact.amount
        return self.words == other.words and (self.is_named or amount is not None) and amount == other.told.fact.amount

    @property
    def is_named(self) -> bool:
        """«CASA-1000», «Датка — Кемин»: an object of a capital letter."""
        return any(form[:1].isupper() for form in self.told.fact.what.split())


def _is_content(form: str) -> bool:
    readings = word(form).readings
    return not readings or readings[0].pos not in _FUNCTION_WORDS


def matters(material: Material) -> Iterator[Matter]:
    """Those of a pair of countries that lie between the two; of another subject all that concern it."""
    ours = (told for told in material.promises if _is_ours(material, told.fact))
    return (Matter(told) for told in ours if not _is_told_as_contact(material, told))


def _is_ours(material: Material, promise: Promise) -> bool:
    subject, home = material.subject, material.frame.home
    if subject.kind is not EntityKind.COUNTRY:
        return True
    between = set(promise.countries)
    return len(between) > 1 and {subject.key, home} <= between


def _is_told_as_contact(material: Material, told: Told[Promise]) -> bool:
    """Whether it is a meeting to come, which «Анонсы» tell of."""
    if not names_contact(told.fact.what):
        return False
    number, span = told.headline.number, told.fact.span
    return any(each.headline.number == number and each.fact.span.overlaps(span) for each in material.meetings)
