"""The sentence of a trigger as the frames ask for it: its subject, those after «с», those that follow a noun."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kgtui.extraction.cast.references import PRONOUNS
from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.meetings.parties import Series
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.triggers import Trigger
from kgtui.extraction.phrases import is_genitive, is_verb
from kgtui.extraction.traits import is_speech_verb, verb_gender
from kgtui.model import Entity

_WITH = ("с", "со")
_PRONOUNS_WITH = {"ним": "masc", "ней": "femn", "нею": "femn"}
_TITLES_JOINED = DASHES | {",", "и"}
_OPENING = frozenset({"открывать", "открыть", "начинать", "начать", "завершать", "завершить", "проводить"})


class Clause:
    """A trigger in its sentence, with the rows of parties by what they are to it."""

    def __init__(self, scene: Scene, trigger: Trigger) -> None:
        self.scene = scene
        self.trigger = trigger
        self.context: Context = scene.context
        self.at = trigger.position
        self.first, self.stop = scene.context.sentence(trigger.position)

    @cached_property
    def rows(self) -> list[Series]:
        return self.scene.series(self.at)

    def has(self, lemmas: frozenset[str], first: int | None = None, stop: int | None = None) -> bool:
        """Whether a word with one of these lemmas stands in the sentence, or in the given part of it."""
        start, end = self.first if first is None else max(first, self.first), self.stop if stop is None else stop
        return any(not self.context.lemmas(i).isdisjoint(lemmas) for i in range(start, end))

    def is_a(self, lemmas: frozenset[str]) -> bool:
        """Whether the trigger is a form of one of these lemmas."""
        return not self.context.lemmas(self.at).isdisjoint(lemmas)

    @cached_property
    def subjects(self) -> list[Series]:
        """The rows that may be a subject; a source («сообщил Х») is none."""
        return [row for row in self.rows if is_subject(row, self.context) and not self._is_source(row)]

    @property
    def subject(self) -> Series | None:
        """The nearest subject, rather before the trigger than after it."""
        before = [row for row in self.subjects if row.stop <= self.at]
        after = (row for row in self.subjects if row.first > self.at)
        return before[-1] if before else next(after, None)

    def elided(self) -> Entity | None:
        """The person whom a pronoun means that is the subject, or the subject of the sentence before."""
        said = (PRONOUNS.get(self.context.lower(i)) for i in range(self.first, self.stop))
        of_verb = None if self.trigger.is_noun else verb_gender(self.context.tokens[self.at].text)
        gender = next((each for each in said if each), None) or of_verb
        return self.scene.person(self.scene.cast.antecedent(self.at, gender))

    @cached_property
    def with_whom(self) -> list[Series]:
        """The rows after «с» that belong to the trigger: those after it («с Х и следом — с Y»), else the one before."""
        rows = [row for row in self.rows if row.preposition in _WITH and row.may_be("ablt")]
        after = [row for row in rows if row.first > self.at]
        if not after:
            return [row for row in rows if row.stop <= self.at][-1:]
        chained = after[:1]
        for row in after[1:]:
            if self._parts(range(chained[-1].stop, row.before)):
                break
            chained.append(row)
        return chained

    def with_pronoun(self) -> Entity | None:
        """«с ним беседовал президент»: whom the pronoun means."""
        for at in range(self.first + 1, self.stop):
            gender = _PRONOUNS_WITH.get(self.context.lower(at))
            if gender is not None and self.context.lower(at - 1) in _WITH:
                return self.scene.person(self.scene.cast.antecedent(at, gender))
        return None

    @property
    def between_whom(self) -> Series | None:
        return next((row for row in self.rows if row.preposition == "между"), None)

    @property
    def genitive_after(self) -> Series | None:
        """The row in the genitive after a noun: «визит президента Х», «встреча министров А и Б»."""
        rows = (row for row in self.rows if row.before >= self.at and not row.preposition)
        found = next((row for row in rows if row.may_be("gent")), None)
        return found if found is not None and self._is_in_genitive(range(self.at + 1, found.before + 1)) else None

    def _is_in_genitive(self, between: range) -> bool:
        """«разговор Основателя мира – Лидера нации, Президента Х»: titles before the one who bears them."""
        tokens = (self.context.tokens[i] for i in between)
        return all(
            is_genitive(token.text) if token.is_word and token.text != "и" else token.text in _TITLES_JOINED
            for token in tokens
        )

    @property
    def whom_dative(self) -> Series | None:
        """«позвонил президенту Х», «вручил президенту Х грамоты»."""
        rows = (row for row in self.rows if not row.preposition and row.may_be("datv"))
        return next((row for row in rows if not row.may_be("nomn")), None)

    @property
    def from_whom(self) -> Series | None:
        """«принял верительные грамоты у посла Х»."""
        return next((row for row in self.rows if row.preposition in ("у", "от")), None)

    def whom(self, first: int) -> Series | None:
        """The row in the accusative that begins at a token or later."""
        rows = (row for row in self.rows if not row.preposition and row.first >= first)
        return next((row for row in rows if row.may_be("accs")), None)

    def _parts(self, between: range) -> bool:
        """Whether a verb or another subject stands between two rows."""
        words = (self.context.tokens[i] for i in between if self.context.tokens[i].is_word)
        return any(is_verb(token.text) for token in words) or any(
            row.first in between and is_subject(row, self.context) for row in self.rows
        )

    def _is_source(self, row: Series) -> bool:
        """Whether a row only tells of the meeting: «…, сообщил Х», with a comma between it and the trigger."""
        if row.first > self.at and self._follows_own_verb(row):
            return True
        beside = [*range(max(self.first, row.first - 3), row.first)]
        if row.first < self.at:
            beside += range(row.stop, min(self.stop, row.stop + 2))
        if not any(self._is_saying(i) for i in beside):
            return False
        if row.first < self.at and self._is_opened(range(row.stop, self.at)):
            return False
        low, high = sorted((row.first, self.at))
        return any(self.context.tokens[i].text in ",:" for i in range(low, high))

    def _is_saying(self, position: int) -> bool:
        token = self.context.tokens[position]
        return token.is_word and is_speech_verb(token.text, addressed=False)

    def _is_opened(self, between: Iterable[int]) -> bool:
        """«сообщил Х, открывая встречу с Y»: who says it is one of those who meet."""
        words = (self.context.word(i) for i in between if self.context.tokens[i].is_word)
        return any(w.readings[0].pos == "GRND" and not w.lemmas.isdisjoint(_OPENING) for w in words)

    def _follows_own_verb(self, row: Series) -> bool:
        """«…, подтвердил помощник Х»: a verb of its own between a comma and the row."""
        at = row.first - 1
        while at > self.at and self.context.tokens[at].is_word and row.first - at <= 4:
            if is_verb(self.context.tokens[at].text):
                before = self.context.tokens[at - 1].text
                return at - 1 > self.at and (before == "," or before in DASHES)
            at -= 1
        return False


def is_subject(row: Series, context: Context) -> bool:
    """Whether a row of parties may be the subject: in the nominative and governed by nothing."""
    if row.preposition or not row.may_be("nomn"):
        return False
    first, stop = context.sentence(row.first)
    if not row.may_be("gent") or row.before < first:
        return True
    if row.stop < stop and is_verb(context.tokens[row.stop].text):
        return True  # «на полях форума Р.Гасанлы провел»
    return context.word(row.before).readings[0].pos != "NOUN"
