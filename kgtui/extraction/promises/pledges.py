"""What a sentence promises, by its verbs: each trigger with the deeds that it takes, each future tense of a deed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from kgtui.extraction.context import Context
from kgtui.extraction.promises.clauses import SIDE_REMARKS, Clause, is_opinion, is_relative
from kgtui.extraction.promises.deeds import DeedSort, deed
from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.promises.triggers import Trigger, told_by, trigger
from kgtui.model import PromiseStage

_CONNECTORS = frozenset({"и", ",", "или", ";", "также"})
_GOES_ON = frozenset({")", "]", ":", ";", "—"})
_NOT_STATED = frozenset("если когда пока чем ли зачем почему где куда откуда сколько как хотя чтобы".split())
_UNTOLD = _NOT_STATED | {"который"}
PREPOSITIONS = {
    "о": ("loct", frozenset({"о", "об", "обо"})),
    "на": ("accs", frozenset({"на"})),
    "по": ("datv", frozenset({"по"})),
    "к": ("datv", frozenset({"к", "ко"})),
}
_ITEM_OPENING = 3  # words before the infinitive of an item
_FARTHEST = 8  # clauses over which a trigger reaches
_FORMERLY = frozenset({"ранее", "раньше", "прежде", "изначально", "первоначально"})
_PLANNING = frozenset("ожидаться планироваться предполагаться намечаться предусматриваться".split())
_TO_BE = "быть"
_SIGNING = frozenset(
    "подписать подписывать заключить ратифицировать парафировать скрепить достичь достигнуть прийти".split()
)
_SIGNED = ("ратификац", "подписани", "заключени")  # nouns of signing: «состоялось подписание соглашения»


@dataclass(frozen=True, slots=True)
class Pledge:
    """One deed that is promised, by tokens. ``verbs`` are those of the deed (two that share an object; none of a
    noun), its words are ``first``…``stop``, its figures perhaps after a dash up to ``more``. ``trigger`` is the word
    that promises, ``clause`` where its clause begins; ``takes`` says what to look for: "inf", "futr", "passive", a
    case, a preposition or "figure".
    """

    stage: PromiseStage
    needs: str
    trigger: int
    clause: int
    verbs: tuple[int, ...]
    first: int
    stop: int
    more: int
    takes: str


@dataclass(frozen=True, slots=True)
class _Told:
    """The word that promises, in its clause, how binding it is and what it needs."""

    stage: PromiseStage
    needs: str
    position: int
    clause: Clause


@cache
def is_promised(form: str) -> bool:
    """A verb in the future tense, or a deed in the present, which may be to come («с 1 мая открывает рейс»)."""
    found = predicate(form)
    if found is None:
        return False
    sort = deed(found.lemma).sort
    scheduled = sort in (DeedSort.DEED, DeedSort.PHASE) or (found.biaspectual and sort is DeedSort.OTHER)
    return found.form == "futr" or (found.form == "pres" and scheduled)


class Pledges:
    """Finds the pledges of one sentence."""

    def __init__(self, context: Context, clauses: Sequence[Clause]) -> None:
        self._context = context
        self._clauses = clauses
        self._by_first = {clause.first: clause for clause in clauses}
        self._that: dict[int, Trigger] = {}  # clauses that tell what is agreed: «договорились, что …»

    def find(self, telling: Sequence[int]) -> Iterator[Pledge]:
        """Those of the words that may promise, at the tokens ``telling``."""
        for number, clause in enumerate(self._clauses):
            for position in self._said(clause, telling):
                found = trigger(self._context.tokens[position].text)
                if found is not None:
                    if clause.opener not in _NOT_STATED and self._holds(found, position, clause):
                        yield from self._of_trigger(found, position, number)
                elif not self._is_opinion:
                    yield from self._of_future(position, number)

    def _said(self, clause: Clause, telling: Sequence[int]) -> Iterator[int]:
        """The words of a clause that promise and that nothing denies."""
        for position in telling[bisect_left(telling, clause.first) : bisect_left(telling, clause.stop)]:
            noun = predicate(self._context.tokens[position].text) is None
            if (noun or position in clause.verbs) and not self._is_negated(position):
                yield position

    @cached_property
    def _is_opinion(self) -> bool:
        return is_opinion(self._context, self._clauses[0].first, self._clauses[-1].stop)

    def listed(self, announced: Pledge) -> Pledge | None:
        """What a sentence promises as an item of the list that a pledge announces: «предложил три шага: …»."""
        clause = self._clauses[0]
        verb = clause.verbs[0] if clause.verbs else None
        if verb is None or verb - clause.first > _ITEM_OPENING or self._form(verb) != "inf":
            return None
        item = replace(announced, verbs=(verb,), takes="inf", clause=clause.first)
        return replace(item, first=clause.first, stop=clause.stop, more=clause.stop)

    def _holds(self, found: Trigger, position: int, clause: Clause) -> bool:
        """Whether a trigger is no past plan, and an agreement is being signed."""
        lemmas = [self._lemma(v) for v in clause.verbs]
        if found.is_noun and any(deed(lemma).sort is DeedSort.TALK for lemma in lemmas):
            return False
        if found.needs == "signing":
            done = any(self._form(v) in ("past", "short") for v in clause.verbs)
            named = any(self._context.lower(i).startswith(_SIGNED) for i in range(clause.first, position))
            return (named and done) or any(
                self._lemma(v) in _SIGNING and self._form(v) in ("past", "short") for v in clause.verbs
            )
        if (
            found.stage is PromiseStage.PLANNED
            and self._form(position) == "past"
            and self._has_word(_FORMERLY, clause.begin, clause.stop)
        ):
            return False
        binding = found.stage in (PromiseStage.AGREED, PromiseStage.INSTRUCTED)
        return binding or not any(
            self._lemma(v) == _TO_BE and self._form(v) == "past" and abs(v - position) < 3 for v in clause.verbs
        )

    # what a trigger takes

    def _of_trigger(self, found: Trigger, position: int, number: int) -> Iterator[Pledge]:
        clause = self._clauses[number]
        if "inf" in found.takes:
            verbs, stop = self._infinitives(position, number)
            if verbs:
                yield from self._of_infinitives(found, position, clause, verbs, stop)
                return
        for conjunction in ("что", "чтобы"):
            if conjunction in found.takes:
                told = self._clause_after(number, conjunction)
                if told is not None and conjunction == "что":
                    self._that[told] = found
                    return
                if told is not None:
                    yield from self._of_purpose(found, position, number, told)
                    return
        for takes in found.takes:
            if takes not in ("inf", "что", "чтобы"):
                alone = takes == "figure" and found.is_noun
                words = self._figure_range(position, number) if alone else self._noun_range(found, position, clause)
                if takes in PREPOSITIONS and not self._has_word(PREPOSITIONS[takes][1], *words):
                    continue
                yield self._pledge(_Told(found.stage, found.needs, position, clause), (), words, takes)
                return

    def _infinitives(self, position: int, number: int) -> tuple[list[int], int]:
        """The infinitives that a trigger governs, and where the clause of the last one ends."""
        found: list[int] = []
        stop = position + 1
        for clause in self._clauses[number : number + _FARTHEST]:
            own = clause is self._clauses[number]
            if clause.opener in SIDE_REMARKS and not own:
                continue
            if not own and clause.opener not in _GOES_ON:
                break
            for verb in clause.verbs:
                if verb <= position:
                    continue
                if self._form(verb) != "inf":
                    connector = self._connector(found[-1], verb) if found else position
                    if connector == verb:
                        continue
                    return found, connector
                found.append(verb)
                stop = clause.stop
        return (found, stop) if found else self._infinitives_before(position, self._clauses[number])

    def _infinitives_before(self, position: int, clause: Clause) -> tuple[list[int], int]:
        """«Открыть завод планируют в 2026 году»."""
        if predicate(self._context.tokens[position].text) is None:
            return [], position
        before = [v for v in clause.verbs if v < position]
        if not before or self._form(before[-1]) != "inf":
            return [], position
        return [before[-1]], clause.stop

    def _of_infinitives(
        self, found: Trigger, position: int, clause: Clause, verbs: Sequence[int], stop: int
    ) -> Iterator[Pledge]:
        for group, first, end in self._stretches(verbs, stop):
            start = min(first, clause.begin) if group[0] < position else max(first, position + 1)
            weaker = told_by(self._lemma(group[-1]))
            stage = found.stage
            if self._is_no_deed(group[-1], stage):
                continue
            if weaker is not None and weaker.stage is PromiseStage.PROPOSED:
                stage = weaker.stage
                words = group[-1] + 1, end
                yield self._pledge(_Told(stage, weaker.needs, position, clause), (), words, "accs")
                continue
            talk = deed(self._lemma(group[-1])).sort is DeedSort.TALK
            needs = "measure" if talk else found.needs
            yield self._pledge(_Told(stage, needs, position, clause), group, (start, end), "inf")

    def _is_no_deed(self, verb: int, stage: PromiseStage) -> bool:
        """Forecasts are none; that they will meet counts where it is agreed on."""
        sort = deed(self._lemma(verb)).sort
        return sort is DeedSort.NONE or (sort is DeedSort.MEETING and stage is not PromiseStage.AGREED)

    def _stretches(self, verbs: Sequence[int], stop: int) -> list[tuple[tuple[int, ...], int, int]]:
        """Infinitives by groups that share an object («разработать и запустить платформу»), each with its words. One
        that depends on another without a connector («начать преподавать») belongs to it.
        """
        found: list[tuple[tuple[int, ...], int, int]] = []
        group: tuple[int, ...] = (verbs[0],)
        first = verbs[0]
        for verb in verbs[1:]:
            connector = self._connector(group[-1], verb)
            if connector == group[-1] + 1 or connector == verb:
                group = (*group, verb)
                continue
            found.append((group, first, connector))
            group, first = (verb,), connector + 1
        found.append((group, first, stop))
        return found

    def _connector(self, one: int, other: int) -> int:
        """The last «и» or comma between two verbs; ``other`` itself where none stands."""
        for position in range(other - 1, one, -1):
            if self._context.lower(position) in _CONNECTORS:
                return position
        return other

    def _clause_after(self, number: int, conjunction: str) -> int | None:
        following = number + 1
        while following < len(self._clauses) and self._clauses[following].opener in SIDE_REMARKS:
            following += 1
        if following < len(self._clauses) and self._clauses[following].opener == conjunction:
            return following
        return None

    def _of_purpose(self, found: Trigger, position: int, number: int, told: int) -> Iterator[Pledge]:
        """«Предложил, чтобы государства координировали позиции»."""
        clause = self._clauses[told]
        verb = next((v for v in clause.verbs if self._form(v) in ("past", "inf")), None)
        if verb is not None:
            stop = next((self._connector(verb, v) for v in clause.verbs if v > verb), clause.stop)
            told_by_it = _Told(found.stage, found.needs, position, self._clauses[number])
            yield self._pledge(told_by_it, (verb,), (verb, stop), "inf")

    def _noun_range(self, found: Trigger, position: int, clause: Clause) -> tuple[int, int]:
        """The words after a trigger up to the next verb; of what is signed all of its clause, with the time."""
        if found.needs == "signing":
            return position + 1, clause.stop
        stop = next((self._connector(position, v) for v in clause.verbs if v > position), clause.stop)
        return position + 1, stop

    def _figure_range(self, position: int, number: int) -> tuple[int, int]:
        """What follows a dash or colon («цель на 2030 год — 2 млрд долларов»), what follows «цель в»."""
        if position + 1 < len(self._context) and self._context.lower(position + 1) == "в":
            return position + 2, self._clauses[number].stop
        first = stop = self._clauses[number].stop
        for clause in self._clauses[number + 1 : number + _FARTHEST]:
            if not self._only_adds(clause):
                break
            stop = clause.stop
        return min(first + 1, stop), stop

    # the future tense

    def _of_future(self, position: int, number: int) -> Iterator[Pledge]:
        clause = self._clauses[number]
        if clause.opener == "что" and number and self._was_planned(self._clauses[number - 1]):
            return
        beside = clause.opener == "который" and is_relative(self._context.lower(clause.first + 1))
        if clause.opener in SIDE_REMARKS or (clause.opener in _UNTOLD and not beside):
            return
        verb, takes = self._future_deed(position, clause)
        if verb is None:
            return
        sort = deed(self._lemma(verb)).sort
        agreed = self._that_of(number)
        if sort is DeedSort.NONE or (sort is DeedSort.MEETING and agreed is None) or self._is_in_force(verb):
            return
        sure = agreed is not None or (sort in (DeedSort.DEED, DeedSort.PHASE) and takes != "going on")
        needs = "-" if sure and not beside else "measure"
        if sort is DeedSort.LEVEL and not beside and agreed is None:
            needs = "doer"
        found = predicate(self._context.tokens[position].text)
        if found is not None and found.form == "pres":
            needs = "measure" if found.biaspectual and not found.reflexive and sort is DeedSort.DEED else "date"
        elif sort is DeedSort.REACH and agreed is None:
            needs = "change"
        stage = agreed.stage if agreed is not None else PromiseStage.PLANNED
        if position > clause.first and self._context.lower(position - 1) == "давайте":
            stage = PromiseStage.PROPOSED
        verbs = (verb,) if takes != "phase" else (position, verb)
        wanted = "passive" if takes == "passive" else "futr"
        yield self._pledge(_Told(stage, needs, position, clause), verbs, self._around(position, verb, clause), wanted)

    def _was_planned(self, clause: Clause) -> bool:
        """«Ожидалось, что документ утвердят»."""
        return any(self._form(v) == "past" and self._lemma(v) in _PLANNING for v in clause.verbs)

    def _future_deed(self, position: int, clause: Clause) -> tuple[int | None, str]:
        """The verb of the deed: itself, the participle of «будет построена», the infinitive of «будут строить»."""
        following = next((v for v in clause.verbs if v > position), None)
        if self._lemma(position) == _TO_BE:
            near = following is not None and following - position < 4
            if not near or following is None:
                return None, ""
            form = self._form(following)
            return following if form in ("short", "inf") else None, "passive" if form == "short" else "going on"
        if following is not None and self._form(following) == "inf" and following - position < 6:
            return (following, "phase") if deed(self._lemma(position)).sort is DeedSort.PHASE else (position, "")
        return position, ""

    def _around(self, position: int, verb: int, clause: Clause) -> tuple[int, int]:
        """The words of a finite verb and of its deed's ``verb``: up to the connectors that part it from others."""
        finite = [v for v in clause.verbs if self._form(v) in ("past", "pres", "futr", "short")]
        before = next((v for v in reversed(finite) if v < position), None)
        after = next((v for v in finite if v > max(position, verb)), None)
        first = clause.begin if before is None else min(self._connector(before, position) + 1, position)
        return first, clause.stop if after is None else self._connector(position, after)

    def _that_of(self, number: int) -> Trigger | None:
        """The trigger whose «что» a clause is told by, also where it goes on after a comma."""
        for before in range(number, max(number - _FARTHEST, -1), -1):
            if before in self._that or self._clauses[before].opener not in (",", *SIDE_REMARKS):
                return self._that.get(before)
        return None

    # words

    def _pledge(self, told: _Told, verbs: tuple[int, ...], words: tuple[int, int], takes: str) -> Pledge:
        first, stop = words
        following = self._by_first.get(stop)
        more = following.stop if following is not None and self._only_adds(following) else stop
        return Pledge(told.stage, told.needs, told.position, told.clause.begin, verbs, first, stop, more, takes)

    def _only_adds(self, clause: Clause) -> bool:
        """Whether a clause after a dash or colon has no verb of its own: «об обмене: по 100 студентов»."""
        return clause.opener in ("—", ":") and not any(self._form(v) != "inf" for v in clause.verbs)

    def _is_in_force(self, verb: int) -> bool:
        """«Вступит в силу»: says nothing of what is to be done."""
        return [self._context.lower(i) for i in range(verb + 1, min(verb + 3, len(self._context)))] == ["в", "силу"]

    def _has_word(self, forms: Collection[str], first: int, stop: int) -> bool:
        return any(self._context.lower(i) in forms for i in range(first, stop))

    def _is_negated(self, position: int) -> bool:
        return position > 0 and self._context.lower(position - 1) in ("не", "ни")

    def _form(self, position: int) -> str:
        found = predicate(self._context.tokens[position].text)
        return found.form if found is not None else ""

    def _lemma(self, position: int) -> str:
        found = predicate(self._context.tokens[position].text)
        return found.lemma if found is not None else ""
