"""A sentence as its clauses: how its words hang together, and the pledges that are made of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from kgtui.extraction.context import Context
from kgtui.extraction.promises.clauses import Clause, is_opinion
from kgtui.extraction.promises.pledges import Pledge, Told
from kgtui.extraction.promises.predicates import predicate

FARTHEST = 8  # clauses over which a word reaches
BRACKETS = frozenset({"(", "[", ")", "]"})
_NOT = frozenset({"не", "ни"})
_LACKING = frozenset({"нет", "без"})
TO_BE = "быть"
_TO_COME = frozenset({"futr", "inf", "pres"})  # of «быть» and «должен» beside a participle
_BESIDE = 4  # tokens before a participle
CONNECTORS = frozenset({"и", ",", "или", ";", "также"})


class Sentence:
    """The clauses of one sentence, for the rules on triggers and on the future tense."""

    def __init__(self, context: Context, clauses: Sequence[Clause]) -> None:
        self.context = context
        self.clauses = clauses
        self._by_first = {clause.first: clause for clause in clauses}

    @cached_property
    def is_opinion(self) -> bool:
        return is_opinion(self.context, self.clauses)

    def connector(self, one: int, other: int) -> int:
        """The last «и» or comma between two verbs; ``other`` itself where none stands."""
        for position in range(other - 1, one, -1):
            if self.context.lower(position) in CONNECTORS:
                return position
        return other

    def pledge(self, told: Told, verbs: tuple[int, ...], words: tuple[int, int], takes: str) -> Pledge:
        first, stop = words
        more = self._more(stop)
        begin = told.clause.begin
        return Pledge(told.stage, told.needs, told.position, begin, verbs, first, stop, more, takes, told.otherwise)

    def _more(self, stop: int) -> int:
        """Where the clauses end that follow and only add something, past brackets."""
        for _step in range(FARTHEST):
            following = self._by_first.get(stop)
            if following is None or not (following.opener in BRACKETS or self.only_adds(following)):
                break
            stop = following.stop
        return stop

    def only_adds(self, clause: Clause) -> bool:
        """Whether a clause after a dash or colon has no verb of its own: «об обмене: по 100 студентов»."""
        return clause.opener in ("—", ":") and not any(self.form(v) != "inf" for v in clause.verbs)

    def has_word(self, forms: Collection[str], first: int, stop: int) -> bool:
        return any(form in forms for form in self.context.lowers[first:stop])

    def is_negated(self, position: int) -> bool:
        """«Не построили», «не было построено», «построено не было», «нет договорённости»."""
        if self._is_not(position - 1) or (position > 0 and self.context.lower(position - 1) in _LACKING):
            return True
        was_not = self._is_not(position - 2) and self._was(position - 1)
        return was_not or (self._is_not(position + 1) and self._was(position + 2))

    def _is_not(self, position: int) -> bool:
        return 0 <= position < len(self.context) and self.context.lower(position) in _NOT

    def _was(self, position: int) -> bool:
        return position < len(self.context) and self.lemma(position) == TO_BE

    def is_to_come(self, position: int, clause: Clause) -> bool:
        """Whether a participle tells of what is not yet done: «будет запущен», «может быть открыт», also where another
        shares the verb («будет создан фонд и открыт завод»)."""
        if self.form(position) != "short":
            return False
        before = [verb for verb in clause.verbs if verb < position]
        if any(self.form(verb) in _TO_COME for verb in before if position - _BESIDE <= verb):
            return True
        joined = bool(before) and self.form(before[-1]) == "short" and self.connector(before[-1], position) != position
        return joined and self.is_to_come(before[-1], clause)

    def form(self, position: int) -> str:
        found = predicate(self.context.tokens[position].text)
        return found.form if found is not None else ""

    def lemma(self, position: int) -> str:
        found = predicate(self.context.tokens[position].text)
        return found.lemma if found is not None else ""
