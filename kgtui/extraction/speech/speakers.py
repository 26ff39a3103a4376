"""Who speaks, by the author's words around what is said: «заявил Асанов», «сообщили в Минтрансе», «слова Асанова»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kgtui.extraction.cast import Cast, Reference
from kgtui.extraction.context import Context
from kgtui.extraction.phrases import cases_of, is_adjective
from kgtui.extraction.speech.attribution import Attribution, attributed, is_medium, preposition_of
from kgtui.extraction.speech.sources import Sources
from kgtui.extraction.speech.words import SpeechVerb, VerbKind, is_cited, predicate, speech_verb
from kgtui.language import word

_SUBORDINATING = frozenset(
    "что где когда который которая которое которые которого которой которых чтобы если хотя поскольку".split()
)
_REACH = 80  # tokens before and behind a verb in which its subject stands
_NEAR = 12  # tokens of an attribution in which its verb stands


class Speakers:
    """Finds the speakers of an article."""

    def __init__(self, context: Context, cast: Cast) -> None:
        self._context = context
        self._cast = cast
        self._by_verb: dict[tuple[int, SpeechVerb, int, int], Attribution | None] = {}
        self._quoted = frozenset(i for marked in cast.marked for i in range(marked.first, marked.stop))
        self._sources = Sources(context, cast, self._quoted)

    # clauses

    def after(self, first: int, stop: int) -> Attribution | None:
        """By the words after a dash: «сказал министр экономики», «сообщили в Минтрансе», «цитирует Асанова «Кабар»»."""
        for position in range(first, min(stop, first + _NEAR)):
            verb = predicate(self._context.tokens[position].text)
            if verb is not None and not verb.is_gerund:
                return self.by_verb(position, verb, first, stop)
        return self._by_name_alone(first, stop) or self._by_only_person(first, stop)

    def before(self, first: int, stop: int) -> Attribution | None:
        """By the words before a colon: «Асанов поблагодарил гостей и подчеркнул», «Асанов»."""
        first = max(first, stop - _REACH)
        last: tuple[int, SpeechVerb] | None = None
        for position in self._own(first, stop):
            text = self._context.tokens[position].text
            verb = speech_verb(text) or (predicate(text) if last is None else None)
            last = (position, verb) if verb is not None else last
        if last is None:
            return self._by_source(first, stop) or self._by_name_alone(first, stop) or self._by_only_person(first, stop)
        return self.by_verb(*last, first, stop)

    def _own(self, first: int, stop: int) -> Iterator[int]:
        """The words of the author in a token range."""
        return (i for i in range(first, stop) if i not in self._quoted and self._context.tokens[i].is_word)

    def source(self, position: int, stop: int) -> tuple[int, Attribution] | None:
        """The noun of «по словам …» that begins at a token, and whose words these are."""
        noun = self._sources.opening(position)
        whose = self._sources.whose(noun, noun + 1, stop) if noun is not None else None
        return (noun, whose) if noun is not None and whose is not None else None

    # one verb

    def by_verb(self, position: int, verb: SpeechVerb, first: int, stop: int) -> Attribution | None:
        """By a verb at a position; quotations and statements ask for the same one."""
        asked = (position, verb, first, stop)
        if asked not in self._by_verb:
            self._by_verb[asked] = self._of_verb(*asked)
        return self._by_verb[asked]

    def _of_verb(self, position: int, verb: SpeechVerb, first: int, stop: int) -> Attribution | None:
        first = max(first, position - _REACH)
        stop = self._clause_stop(position, min(stop, position + _REACH))
        inside = position in self._quoted
        known = [r for r in self._cast.references(first, stop) if inside or r.first not in self._quoted]
        if verb.kind is VerbKind.RELAYS:
            return self._sources.relayed(position, known, stop)
        subject = self._subject(position, verb, known) if verb.kind is not VerbKind.IMPERSONAL else None
        if subject is not None:
            return self._by(position, verb, self._with_name(subject, known))
        if verb.kind is VerbKind.IMPERSONAL or verb.number == "plur":
            return self._sources.in_body(position, known)
        return (
            self._by_unknown_name(position, verb, first)
            or self._by_source(first, stop)
            or self._omitted(position, verb, first, stop)
        )

    def _by(self, position: int, verb: SpeechVerb, found: Reference) -> Attribution:
        return attributed(self._context, position, found, goes_on=verb.kind is VerbKind.GOES_ON)

    def _by_unknown_name(self, position: int, verb: SpeechVerb, first: int) -> Attribution | None:
        """A name right beside the verb that the article's list of names lacks: «говорит Гернстермайер»."""
        if speech_verb(self._context.tokens[position].text) is None:
            return None
        before = position - 1
        found = self._cast.stranger(position + 1, verb.gender)
        if found is None and before > first and "nomn" in cases_of(self._context.tokens[before].text):
            found = self._cast.stranger(before, verb.gender)
        return self._by(position, verb, found) if found is not None else None

    def _with_name(self, subject: Reference, known: Sequence[Reference]) -> Reference:
        """An office without a holder with the name that follows in the clause: «лидер Движения против … Белов»."""
        if subject.actors or subject.found_by != "role":
            return subject
        after = (r for r in known if r.first >= subject.stop and r.found_by == "name" and r.may_be("nomn"))
        name = next(after, None)
        between = range(subject.stop, name.first) if name is not None else range(0)
        acts = any(predicate(self._context.tokens[i].text) for i in between if self._context.tokens[i].is_word)
        return subject if name is None or acts else replace(name, first=subject.first)

    def _clause_stop(self, position: int, stop: int) -> int:
        """Where a subordinate clause begins after the verb."""
        for comma in range(position + 1, stop - 1):
            if self._context.tokens[comma].text == "," and self._context.lower(comma + 1) in _SUBORDINATING:
                return comma
        return stop

    def _subject(self, position: int, verb: SpeechVerb, known: Sequence[Reference]) -> Reference | None:
        """The reference that agrees with a verb: behind it, else the last one before; persons before bodies."""
        after = [found for found in known if found.first > position]
        before = [found for found in reversed(known) if found.stop <= position and not self._is_subordinate(found)]
        for person in (True, False):
            for found in (*after, *before):
                if found.is_person is person and self._agrees(found, verb):
                    return self._cast.of_gender(found, verb.gender)
        named = [found for found in known if found.found_by == "name" and self._agrees(found, verb, any_gender=True)]
        return named[0] if len(named) == 1 else None

    def _agrees(self, found: Reference, verb: SpeechVerb, *, any_gender: bool = False) -> bool:
        if not found.may_be("nomn") or preposition_of(self._context, found) is not None:
            return False
        differs = None not in (found.gender, verb.gender) and found.gender != verb.gender
        if found.is_person and differs and not any_gender:
            return False
        return verb.is_gerund or found.plural == (verb.number == "plur") or not found.is_person

    def _is_subordinate(self, found: Reference) -> bool:
        """Inside «…, которых пригласил Токаев»."""
        lowest = self._context.sentence(found.first)[0]
        for position in range(found.first - 1, lowest, -1):
            if self._context.tokens[position - 1].text == ",":
                return self._context.lower(position) in _SUBORDINATING
        return False

    # other ways

    def _by_source(self, first: int, stop: int) -> Attribution | None:
        """«По словам Асанова: …», «Слова Асанова: …»."""
        for noun in self._own(first, stop):
            if is_cited(self._context.tokens[noun].text):
                return self._sources.whose(noun, noun + 1, stop)
        return None

    def _by_name_alone(self, first: int, stop: int) -> Attribution | None:
        """«Б. Сыдыков: …», «Б. Сыдыков, министр экономики: …», «… — Асанов»: nothing but a person or body."""
        known = self._cast.references(first, stop)
        found = next(iter(known), None)
        if found is None or not found.may_be("nomn") or found.actor is None or is_medium(self._context, found):
            return None
        named = {i for other in known if other.actor in (found.actor, None) for i in range(other.first, other.stop)}
        beside = (self._context.tokens[i] for i in range(first, stop) if i not in named)
        if any(token.is_word and not is_adjective(token.text) for token in beside):
            return None
        return attributed(self._context, None, found)

    def _by_only_person(self, first: int, stop: int) -> Attribution | None:
        """«Асанов, комментируя итоги: …», «… — Асанов о дороге»: the one person of words without a verb."""
        known = [found for found in self._cast.references(first, stop) if found.is_person and found.may_be("nomn")]
        if len({found.actor for found in known}) != 1 or known[0].actor is None or known[0].plural:
            return None
        return attributed(self._context, None, known[0]).unsure()

    def _omitted(self, position: int, verb: SpeechVerb, first: int, stop: int) -> Attribution | None:
        """A verb without a subject has the one of the sentences before; not so with a noun as one («источник»)."""
        if verb.kind is VerbKind.IMPERSONAL or verb.gender == "neut":
            return None
        if any(_is_subject_noun(self._context.tokens[i].text, verb) for i in self._own(first, stop)):
            return Attribution(position, None, None, "open")
        meant = self._cast.antecedent(position, verb.gender)
        actor = meant.actor if meant is not None else None
        return Attribution(position, None, actor, "omitted", sure=False, goes_on=verb.kind is VerbKind.GOES_ON)


@cache
def _is_subject_noun(text: str, verb: SpeechVerb) -> bool:
    """A noun in the nominative that agrees with a verb."""
    reading = word(text).readings[0]
    nominative_ = reading.pos == "NOUN" and reading.case == "nomn" and reading.number == verb.number
    return nominative_ and (verb.gender is None or reading.gender == verb.gender)
