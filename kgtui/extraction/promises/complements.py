"""What a trigger takes: infinitives, nouns, clauses with «что» and «чтобы», a figure alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgtui.extraction.promises.clauses import SIDE_REMARKS, Clause
from kgtui.extraction.promises.deeds import ACTS, DeedSort, deed
from kgtui.extraction.promises.pledges import ALONE, PREPOSITIONS, Pledge, Told
from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.promises.sentences import CONNECTORS, FARTHEST, TO_BE, Sentence
from kgtui.extraction.promises.signatures import Signatures
from kgtui.extraction.promises.triggers import PLANS, Trigger, is_document, told_by
from kgtui.model import PromiseStage

_GOES_ON = frozenset({")", "]", ":", ";", "—"})
_FORMERLY = frozenset({"ранее", "раньше", "прежде", "изначально", "первоначально"})
_ONESELF = frozenset({"себя"})
# Verbs that make a promise of a noun: «достигли соглашения», «дал слово».
_TURNS = {"reaching": frozenset("достичь достигнуть прийти".split()), "giving": frozenset({"дать", "давать"})}
_UNDONE = frozenset("отказаться отказываться отменить отмененный отклонить отклоненный отвергнуть расторгнуть".split())
_NEAR = 3  # tokens between «было» and what it makes past


class Complements:
    """Finds what the triggers of one sentence take. ``that`` are the clauses told by «что», with their triggers;
    ``signed`` says that the sentence is an item of a list of what was signed.
    """

    def __init__(self, sentence: Sentence, *, signed: bool = False) -> None:
        self._sentence = sentence
        self._signatures = Signatures(sentence, listed=signed)
        self.that: dict[int, Trigger] = {}

    def _holds(self, found: Trigger, position: int, number: int) -> bool:
        """Whether a trigger is no topic of a talk and no past plan, and whether what is to be signed is."""
        clause = self._sentence.clauses[number]
        if found.is_noun and found.stage is not PromiseStage.RITUAL:
            talks = any(deed(self._sentence.lemma(v)).sort is DeedSort.TALK for v in clause.verbs)
            if talks != (found.needs == "talk"):
                return False
            if (talks or found.stage is PromiseStage.AGREED) and self._is_untold(clause):
                return False
        if found.needs == "signing":
            return self._signatures.is_signed(position, number)
        if found.needs == "oneself":
            return self._sentence.has_word(_ONESELF, position + 1, min(position + 4, clause.stop))
        if found.needs in _TURNS:
            return any(self._sentence.lemma(verb) in _TURNS[found.needs] for verb in clause.verbs if verb < position)
        return not self._was_planned(found, position, clause)

    def _is_untold(self, clause: Clause) -> bool:
        """«Не обсудили возможность», «договорённость не достигнута», «решение отменено»."""
        return any(
            self._sentence.is_negated(verb) or self._sentence.lemma(verb) in _UNDONE
            for verb in clause.verbs
            if self._sentence.form(verb) != "inf"
        )

    def _was_planned(self, found: Trigger, position: int, clause: Clause) -> bool:
        """«Было намечено», «ранее обещали»; what was agreed or ordered binds still."""
        if found.stage not in PLANS:
            return False
        if found.stage is PromiseStage.PLANNED and self._sentence.form(position) == "past":
            return self._sentence.has_word(_FORMERLY, clause.begin, clause.stop)
        near = (v for v in clause.verbs if abs(v - position) < _NEAR)
        return any(self._sentence.lemma(v) == TO_BE and self._sentence.form(v) == "past" for v in near)

    def of(self, found: Trigger, position: int, number: int) -> Iterator[Pledge]:
        """The pledges of a trigger at a token of the clause of this number, if it holds there."""
        if not self._holds(found, position, number):
            return
        clause = self._sentence.clauses[number]
        if "inf" in found.takes:
            verbs, stop = self._infinitives(position, number)
            if verbs:
                yield from self._of_infinitives(found, position, clause, verbs, stop)
                return
        for conjunction in ("что", "чтобы"):
            if conjunction in found.takes:
                told = self._clause_after(number, conjunction)
                if told is not None and conjunction == "что":
                    self.that[told] = found
                    return
                if told is not None:
                    yield from self._of_purpose(found, position, number, told)
                    return
        for takes in found.takes:
            if takes not in ("inf", "что", "чтобы"):
                alone = takes == "figure" and found.is_noun
                if alone:
                    clause = self._without_predicate(position, clause)
                words = self._figure_range(position, number) if alone else self._noun_range(position, clause)
                if takes in PREPOSITIONS and not self._sentence.has_word(PREPOSITIONS[takes][1], *words):
                    continue
                told_by_it = Told(found.stage, found.needs, position, clause)
                yield self._sentence.pledge(told_by_it, (), words, takes)
                return
        if found.needs == "signing":
            told_by_it = Told(found.stage, found.needs, position, clause)
            yield self._sentence.pledge(told_by_it, (), self._noun_range(position, clause), ALONE)

    def _without_predicate(self, position: int, clause: Clause) -> Clause:
        """«Оборот в 2024 году составил 1 млрд, цель — 5 млрд»: what its own verb tells has another time."""
        before = [v for v in clause.verbs if v < position]
        comma = self._sentence.connector(before[-1], position) if before else position
        return replace(clause, begin=comma + 1) if comma < position else clause

    def _infinitives(self, position: int, number: int) -> tuple[list[int], int]:
        """The infinitives that a trigger governs, and where the clause of the last one ends."""
        found: list[int] = []
        stop = position + 1
        for clause in self._sentence.clauses[number : number + FARTHEST]:
            own = clause is self._sentence.clauses[number]
            if clause.opener in SIDE_REMARKS and not own:
                continue
            if not own and clause.opener not in _GOES_ON:
                break
            for verb in clause.verbs:
                if verb <= position:
                    continue
                if self._sentence.form(verb) != "inf":
                    connector = self._sentence.connector(found[-1], verb) if found else position
                    if connector == verb:
                        continue
                    return found, connector
                found.append(verb)
                stop = clause.stop
        return (found, stop) if found else self._infinitives_before(position, self._sentence.clauses[number])

    def _infinitives_before(self, position: int, clause: Clause) -> tuple[list[int], int]:
        """«Открыть завод планируют в 2026 году»."""
        if predicate(self._sentence.context.tokens[position].text) is None:
            return [], position
        before = [v for v in clause.verbs if v < position]
        if not before or self._sentence.form(before[-1]) != "inf":
            return [], position
        return [before[-1]], clause.stop

    def _of_infinitives(
        self, found: Trigger, position: int, clause: Clause, verbs: Sequence[int], stop: int
    ) -> Iterator[Pledge]:
        for group, first, end in self._stretches(verbs, stop):
            start = min(first, clause.begin) if group[0] < position else max(first, position + 1)
            weaker = told_by(self._sentence.lemma(group[-1]))
            stage = found.stage
            if self._is_no_deed(group[-1], stage):
                continue
            if weaker is not None and weaker.stage is PromiseStage.PROPOSED:
                told = Told(weaker.stage, weaker.needs, position, clause)
                yield self._sentence.pledge(told, (), (group[-1] + 1, end), "accs")
                continue
            sort = deed(self._sentence.lemma(group[-1])).sort
            needs = "measure" if sort is DeedSort.TALK else found.needs
            otherwise = found.otherwise if sort in ACTS else None
            told = Told(stage, needs, position, clause, otherwise)
            pledge = self._sentence.pledge(told, group, (start, end), "inf")
            yield replace(pledge, is_refusal=self._sentence.is_negated(group[0]))

    def _is_no_deed(self, verb: int, stage: PromiseStage) -> bool:
        """Forecasts are none; that they will meet counts where it is agreed on."""
        sort = deed(self._sentence.lemma(verb)).sort
        return sort is DeedSort.NONE or (sort is DeedSort.MEETING and stage is not PromiseStage.AGREED)

    def _stretches(self, verbs: Sequence[int], stop: int) -> list[tuple[tuple[int, ...], int, int]]:
        """Infinitives by groups that share an object («разработать и запустить платформу»), each with its words. One
        that depends on another without a connector («начать преподавать») belongs to it.
        """
        found: list[tuple[tuple[int, ...], int, int]] = []
        group: tuple[int, ...] = (verbs[0],)
        first = verbs[0]
        for verb in verbs[1:]:
            connector = self._sentence.connector(group[-1], verb)
            if connector == group[-1] + 1 or connector == verb:
                group = (*group, verb)
                continue
            found.append((group, first, connector))
            group, first = (verb,), connector + 1
        found.append((group, first, stop))
        return found

    def _clause_after(self, number: int, conjunction: str) -> int | None:
        following = number + 1
        while following < len(self._sentence.clauses) and self._sentence.clauses[following].opener in SIDE_REMARKS:
            following += 1
        if following < len(self._sentence.clauses) and self._sentence.clauses[following].opener == conjunction:
            return following
        return None

    def _of_purpose(self, found: Trigger, position: int, number: int, told: int) -> Iterator[Pledge]:
        """«Предложил, чтобы государства координировали позиции»."""
        clause = self._sentence.clauses[told]
        verb = next((v for v in clause.verbs if self._sentence.form(v) in ("past", "inf")), None)
        if verb is not None:
            stop = next((self._sentence.connector(verb, v) for v in clause.verbs if v > verb), clause.stop)
            told_by_it = Told(found.stage, found.needs, position, self._sentence.clauses[number])
            yield self._sentence.pledge(told_by_it, (verb,), (verb, stop), "inf")

    def _noun_range(self, position: int, clause: Clause) -> tuple[int, int]:
        """The words after a trigger up to the next verb; of a document up to what is joined to it, with the time."""
        tokens = self._sentence.context.tokens
        if not is_document(tokens[position].text):
            stop = next((self._sentence.connector(position, v) for v in clause.verbs if v > position), clause.stop)
            return position + 1, stop
        others = (i for i in range(position + 1, clause.stop) if i in clause.verbs or is_document(tokens[i].text))
        stops = (self._sentence.connector(position, other) for other in others)
        return position + 1, next((stop for stop in stops if tokens[stop].text in CONNECTORS), clause.stop)

    def _figure_range(self, position: int, number: int) -> tuple[int, int]:
        """What follows a dash or colon («цель на 2030 год — 2 млрд долларов»), what follows «цель в»."""
        if position + 1 < len(self._sentence.context) and self._sentence.context.lower(position + 1) == "в":
            return position + 2, self._sentence.clauses[number].stop
        first = stop = self._sentence.clauses[number].stop
        for clause in self._sentence.clauses[number + 1 : number + FARTHEST]:
            if not self._sentence.only_adds(clause):
                break
            stop = clause.stop
        return min(first + 1, stop), stop
