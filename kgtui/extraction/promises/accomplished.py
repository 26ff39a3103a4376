"""Deeds that are done or under way: «построили аэропорт», «запущен рейс», «создаётся магистраль»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgtui.extraction.promises.clauses import Clause
from kgtui.extraction.promises.deeds import DeedSort, deed
from kgtui.extraction.promises.futures import Futures
from kgtui.extraction.promises.noun_words import reads_as_adjective
from kgtui.extraction.promises.pledges import Pledge, Told
from kgtui.extraction.promises.sentences import Sentence
from kgtui.extraction.promises.triggers import Trigger
from kgtui.model import PromiseStage

_EFFECTS = frozenset({DeedSort.OTHER, DeedSort.NONE, DeedSort.REACH})


class Accomplished:
    """Finds the deeds of one sentence that its verbs tell by their past tense, or as going on."""

    def __init__(self, sentence: Sentence, futures: Futures) -> None:
        self._sentence = sentence
        self._futures = futures

    def of(self, found: Trigger, position: int, number: int) -> Iterator[Pledge]:
        clause = self._sentence.clauses[number]
        if found.is_noun:
            if self._is_subject(position, clause):
                told = Told(found.stage, found.needs, position, clause)
                yield self._sentence.pledge(told, (), (position, clause.stop), "nomn")
        elif found.stage is PromiseStage.UNDER_WAY:
            for pledge in self._futures.of(position, number):
                yield replace(pledge, otherwise=found.stage)
        elif not self._sentence.is_to_come(position, clause):
            told = Told(found.stage, found.needs, position, clause)
            words = self._futures.around(position, position, clause)
            yield self._sentence.pledge(told, (position,), words, "passive" if self._is_passive(position) else "futr")

    def _is_subject(self, position: int, clause: Clause) -> bool:
        """A noun that begins a main clause of which no verb says when it is done: what it will bring is told, and so
        it is there already."""
        context = self._sentence.context
        before = [context.tokens[i] for i in range(clause.first, position)]
        plain = all(reads_as_adjective(token.text) for token in before if token.is_word)
        nominative = any(reading.case == "nomn" for reading in context.word(position).readings)
        brings = all(deed(self._sentence.lemma(verb)).sort in _EFFECTS for verb in clause.verbs)
        return plain and nominative and brings and bool(clause.verbs) and clause.opener in ("", '"', "—")

    def _is_passive(self, position: int) -> bool:
        return self._sentence.form(position) == "short"
