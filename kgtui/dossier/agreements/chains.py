"""Matters of one thing, told in several articles: chains of steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kgtui.dossier.agreements.matters import Matter, binding
from kgtui.model import PromiseStage

_KEPT = frozenset({PromiseStage.DONE, PromiseStage.SIGNED})


@dataclass(frozen=True, slots=True)
class Chain:
    """What articles say of one thing, in order of time: one step an article that says something new."""

    steps: Sequence[Matter]

    @property
    def first(self) -> Matter:
        return self.steps[0]

    @property
    def turns(self) -> Sequence[Matter]:
        """The steps at which it became more or less binding: of neighbours of one stage the first."""
        return [next(run) for _stage, run in groupby(self.steps, key=lambda step: step.stage)]

    @property
    def current(self) -> Matter:
        """The most binding step; what was put off last is put off."""
        if self.steps[-1].stage is PromiseStage.POSTPONED:
            return self.steps[-1]
        return min(self.steps, key=lambda step: binding(step.stage))

    @property
    def document(self) -> Matter | None:
        """The last step at which a document was signed."""
        return next((step for step in reversed(self.steps) if step.told.fact.document), None)

    def after(self, document: Matter) -> Sequence[Matter]:
        """What came of a document, each thing («вступление в силу») once."""
        steps = self.steps[self.steps.index(document) + 1 :]
        return [next(run) for _thing, run in groupby(steps, key=lambda step: (step.stage, step.words))]

    @property
    def is_told_elsewhere(self) -> bool:
        """Whether «Контакты» tells all of it, as meetings, or «Документы», as it begins with a signature."""
        return all(step.is_contact for step in self.steps) or self.first.told.fact.document is not None

    @property
    def dated(self) -> Matter:
        """The last step that says by when."""
        return next((step for step in reversed(self.steps) if step.told.fact.due), self.steps[-1])

    def is_overdue(self, as_of: date) -> bool:
        """Whether the time is over and no step after it was promised says that it was done."""
        due = self.dated.told.fact.due
        return due is not None and due.last_day < as_of and self.current.stage not in _KEPT


def chains(matters: Iterable[Matter]) -> list[Chain]:
    """Each matter in one chain. Compliments to what is promised as well are left out, and of one article the most
    binding step stays."""
    groups: list[list[Matter]] = []
    by_word: dict[str, set[int]] = {}
    for matter in sorted(matters, key=_in_time):
        place = next((at for at in _near(by_word, matter) if _goes_on(groups[at], matter)), len(groups))
        if place == len(groups):
            groups.append([])
        groups[place].append(matter)
        for each in matter.handles:
            by_word.setdefault(each, set()).add(place)
    return [Chain(_steps(group)) for group in groups]


def _in_time(matter: Matter) -> tuple[date, int, int]:
    return matter.on or date.max, matter.number, matter.told.fact.span.start


def _near(by_word: dict[str, set[int]], matter: Matter) -> list[int]:
    """The groups that share a word or a measure with a matter, the newer ones first."""
    return sorted(set().union(*(by_word.get(each, set()) for each in matter.handles)), reverse=True)


def _goes_on(group: Sequence[Matter], matter: Matter) -> bool:
    return any(map(matter.is_like, group)) and not any(map(matter.is_anew, group))


def _steps(group: Sequence[Matter]) -> Sequence[Matter]:
    serious = [matter for matter in group if matter.stage is not PromiseStage.RITUAL] or group[:1]
    of_article: dict[int, Matter] = {}
    for matter in serious:
        known = of_article.get(matter.number)
        if known is None or binding(matter.stage) < binding(known.stage):
            of_article[matter.number] = matter
    steps: list[Matter] = []
    for matter in of_article.values():
        if not steps or _says_more(matter, steps[-1]):
            steps.append(matter)
    return steps


def _says_more(matter: Matter, last: Matter) -> bool:
    """Another stage, time or amount than the step before."""
    one, other = matter.told.fact, last.told.fact
    return (one.stage, one.amount) != (other.stage, other.amount) or one.due not in (None, other.due)
