"""Which promises are ours, and what words each is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kgtui.dossier.material import Material
from kgtui.dossier.values import Told
from kgtui.extraction.promises.emptiness import names_contact
from kgtui.extraction.promises.object_words import object_words
from kgtui.language import word
from kgtui.measures import Claims
from kgtui.measures.table import measure_words
from kgtui.model import EntityKind, Promise, PromiseStage, Span

_BINDING = (*(stage for stage in PromiseStage if stage is not PromiseStage.RITUAL), PromiseStage.RITUAL)
_LONG_AFTER = 180  # days


def binding(stage: PromiseStage) -> int:
    """A key that sorts the binding first, what was put off after them, and compliments last."""
    return _BINDING.index(stage)


@dataclass(frozen=True)
class Matter:
    """What one article says of something promised, done or discussed. ``is_contact``: «Контакты» or «Анонсы» tell of
    it, as a meeting."""

    told: Told[Promise]
    is_contact: bool = False

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
        """By which it is known again in another article."""
        return object_words(self.told.fact.what)

    def is_like(self, other: Matter) -> bool:
        """Whether two are of one thing: the object words of one are among the other's, or three quarters are shared;
        a single word must be a name, or both be measured alike («товарооборот» to 5 billion). A document of which no
        more is told is another one in news of another day."""
        if self.told.fact.union != other.told.fact.union:
            return False
        if self.told.fact.is_bare_document or other.told.fact.is_bare_document:
            return self.titles == other.titles and self.on == other.on
        if self._is_of_the_level_of(other) or self._has_the_title_of(other):
            return True
        shared = self.words & other.words
        fewer = min(len(self.words), len(other.words))
        if fewer > 1:
            return len(shared) == fewer or 4 * len(shared) >= 3 * len(self.words | other.words)
        amount = self.told.fact.amount
        if amount != other.told.fact.amount or not shared:
            return False
        return amount is not None or (self.words == other.words and self.is_named)

    def is_anew(self, other: Matter) -> bool:
        """Whether what was promised before is promised for another time, long after or when the former was over."""
        due, former = self.told.fact.due, other.told.fact.due
        if due is None or former is None or self.on is None or other.on is None:
            return False
        if due.first_day <= former.last_day and former.first_day <= due.last_day:
            return False
        return self.on > former.last_day or abs((self.on - other.on).days) > _LONG_AFTER

    def _is_of_the_level_of(self, other: Matter) -> bool:
        """«Торговый оборот», «товарооборот» and «взаимная торговля», to the same amount."""
        amount = self.told.fact.amount
        return amount is not None and amount == other.told.fact.amount and bool(self.measures & other.measures)

    def _has_the_title_of(self, other: Matter) -> bool:
        """In one article the title may leave out a word: «протокол о поставках газа» is that on natural gas."""
        fewer, more = sorted((self.titles, other.titles), key=len)
        return bool(fewer) and (fewer == more or (self.number == other.number and len(fewer) > 1 and fewer <= more))

    @cached_property
    def titles(self) -> frozenset[str]:
        """The words of a document: «совместное заявление об укреплении дружбы между странами» is that of its title."""
        document = self.told.fact.document
        return object_words(document, with_deeds=True) if document else frozenset()

    @cached_property
    def measures(self) -> frozenset[str]:
        """The standard measures of one value a period that its words name."""
        lemmas = {word(form).lemma for form in self.told.fact.what.split()}
        return frozenset(
            measure.code
            for measure, named in measure_words()
            if measure.claims is not Claims.SEVERAL and any(set(each.split()) <= lemmas for each in named.words)
        )

    @property
    def handles(self) -> frozenset[str]:
        """Of which those that may be of one thing share one."""
        return self.words | self.measures

    @property
    def is_named(self) -> bool:
        """«CASA-1000», «Датка — Кемин»: an object of a capital letter."""
        return any(form[:1].isupper() for form in self.told.fact.what.split())


def matters(material: Material) -> Iterator[Matter]:
    """Those of a pair of countries that lie between the two; of another subject all that concern it."""
    meetings: dict[int, list[Span]] = {}
    for meeting in material.meetings:
        meetings.setdefault(meeting.headline.number, []).append(meeting.fact.span)
    for told in material.promises:
        if _is_ours(material, told.fact):
            met = (span.overlaps(told.fact.span) for span in meetings.get(told.headline.number, ()))
            yield Matter(told, names_contact(told.fact.what) and any(met))


def _is_ours(material: Material, promise: Promise) -> bool:
    """Whether it lies between the two; what a third one says to a union of theirs does not. Of the parties the first is
    who speaks."""
    subject, home = material.subject, material.frame.home
    if subject.kind is not EntityKind.COUNTRY:
        return True
    pair = {subject.key, home}
    if not (len(promise.countries) > 1 and pair <= set(promise.countries)):
        return False
    told_by_another = promise.union and (promise.who or promise.speaker) and promise.countries[0] not in pair
    return not told_by_another
