"""The future tense of a deed as a promise: «построит», «будет построена», «начнут строить»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from kgtui.extraction.promises.clauses import SIDE_REMARKS, Clause, is_relative
from kgtui.extraction.promises.deeds import DeedSort, deed
from kgtui.extraction.promises.pledges import Pledge, Told
from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.promises.sentences import FARTHEST, TO_BE, Sentence
from kgtui.extraction.promises.triggers import Trigger
from kgtui.model import PromiseStage

_UNTOLD = frozenset("который если когда пока чем ли зачем почему где куда откуда сколько как хотя чтобы".split())
_PLANNING = frozenset("ожидаться планироваться предполагаться намечаться предусматриваться".split())
# What the future tense of a deed needs; of other sorts "measure".
_NEEDS = {DeedSort.DEED: "-", DeedSort.PHASE: "-", DeedSort.LEVEL: "doer", DeedSort.REACH: "change"}

_GOING_ON = frozenset({"продолжать", "продолжаться"})  # «продолжают переговоры о поставках в 2026 году»


@cache
def is_promised(form: str) -> bool:
    """A verb in the future tense, or a deed in the present, which may be to come («с 1 мая открывает рейс»)."""
    found = predicate(form)
    if found is None:
        return False
    sort = deed(found.lemma).sort
    scheduled = sort in (DeedSort.DEED, DeedSort.PHASE) or (found.biaspectual and sort is DeedSort.OTHER)
    scheduled = scheduled and found.lemma not in _GOING_ON
    return found.form == "futr" or (found.form == "pres" and scheduled)


class Futures:
    """Finds the promises that the verbs of one sentence make by their tense. ``that`` are the clauses with «что» that
    a trigger tells.
    """

    def __init__(self, sentence: Sentence, that: Mapping[int, Trigger]) -> None:
        self._sentence = sentence
        self._that = that

    def of(self, position: int, number: int) -> Iterator[Pledge]:
        """The pledge of a verb in a clause, if it is one."""
        clause = self._sentence.clauses[number]
        if not self._is_told(number):
            return
        verb, form = self._deed(position, clause)
        if verb is None or self._is_in_force(verb):
            return
        agreed = self._that_of(number)
        needs = self._needs(position, verb, form, clause, agreed)
        if needs is None:
            return
        stage = agreed.stage if agreed is not None else PromiseStage.PLANNED
        if position > clause.first and self._sentence.context.lower(position - 1) == "давайте":
            stage = PromiseStage.PROPOSED
        told = Told(stage, needs, position, clause)
        verbs = (position, verb) if form == "phase" else (verb,)
        words = self.around(position, verb, clause)
        yield self._sentence.pledge(told, verbs, words, "passive" if form == "passive" else "futr")
        if form == "passive" and verb != position:
            yield from self._joined(told, verb, clause)

    def _joined(self, told: Told, verb: int, clause: Clause) -> Iterator[Pledge]:
        """«Будет создан фонд и открыт завод»: the further participles that share the verb."""
        for following in (each for each in clause.verbs if each > verb):
            connector = self._sentence.connector(verb, following)
            if self._sentence.form(following) != "short" or connector == following:
                return
            words = connector + 1, self.around(following, following, clause)[1]
            yield self._sentence.pledge(replace(told, position=following), (following,), words, "passive")
            verb = following

    def _is_told(self, number: int) -> bool:
        """Whether a clause tells what is to come: no side remark, condition or question, nothing that was expected."""
        clause = self._sentence.clauses[number]
        if clause.opener == "что" and number and self._was_planned(self._sentence.clauses[number - 1]):
            return False
        return clause.opener not in SIDE_REMARKS and (clause.opener not in _UNTOLD or self._tells_of_a_noun(clause))

    def _tells_of_a_noun(self, clause: Clause) -> bool:
        """«Завод, который построят»: the pronoun stands first, or after «по» («соглашение, по которому …»)."""
        if clause.opener != "который":
            return False
        context = self._sentence.context
        at = clause.first + (2 if context.lower(clause.first + 1) == "по" else 1)
        return at < clause.stop and is_relative(context.lower(at))

    def _needs(self, position: int, verb: int, form: str, clause: Clause, agreed: Trigger | None) -> str | None:
        """What a future tense needs to be a promise; None where it is none."""
        sort = deed(self._sentence.lemma(verb)).sort
        if sort is DeedSort.NONE or (sort is DeedSort.MEETING and agreed is None):
            return None
        found = predicate(self._sentence.context.tokens[position].text)
        if found is not None and found.form == "pres":
            return "measure" if found.biaspectual and not found.reflexive and sort is DeedSort.DEED else "date"
        if self._tells_of_a_noun(clause):
            return "measure"
        if agreed is not None:
            return "-"
        if form == "going on":
            return "measure"
        return _NEEDS.get(sort, "measure")

    def _was_planned(self, clause: Clause) -> bool:
        """«Ожидалось, что документ утвердят»."""
        return any(self._sentence.form(v) == "past" and self._sentence.lemma(v) in _PLANNING for v in clause.verbs)

    def _deed(self, position: int, clause: Clause) -> tuple[int | None, str]:
        """The verb of the deed: itself, the participle of «будет построена», the infinitive of «будут строить»."""
        following = next((v for v in clause.verbs if v > position), None)
        if self._sentence.lemma(position) == TO_BE:
            near = following is not None and following - position < 4
            if not near or following is None:
                return None, ""
            form = self._sentence.form(following)
            return following if form in ("short", "inf") else None, "passive" if form == "short" else "going on"
        if following is not None and self._sentence.form(following) == "inf" and following - position < 6:
            return (
                (following, "phase") if deed(self._sentence.lemma(position)).sort is DeedSort.PHASE else (position, "")
            )
        return position, ""

    def around(self, position: int, verb: int, clause: Clause) -> tuple[int, int]:
        """The words of a finite verb and of its deed's ``verb``: up to the connectors that part it from others."""
        finite = [v for v in clause.verbs if self._sentence.form(v) in ("past", "pres", "futr", "short")]
        before = next((v for v in reversed(finite) if v < position), None)
        after = next((v for v in finite if v > max(position, verb)), None)
        first = clause.begin if before is None else min(self._sentence.connector(before, position) + 1, position)
        return first, clause.stop if after is None else self._sentence.connector(position, after)

    def _that_of(self, number: int) -> Trigger | None:
        """The trigger whose «что» a clause is told by, also where it goes on after a comma."""
        for before in range(number, max(number - FARTHEST, -1), -1):
            if before in self._that or self._sentence.clauses[before].opener not in (",", *SIDE_REMARKS):
                return self._that.get(before)
        return None

    def _is_in_force(self, verb: int) -> bool:
        """«Вступит в силу»: says nothing of what is to be done."""
        context = self._sentence.context
        return [context.lower(i) for i in range(verb + 1, min(verb + 3, len(context)))] == ["в", "силу"]
