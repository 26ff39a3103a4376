"""Speakers who are no subjects: «слова Асанова», «по его словам», «сообщили в Минтрансе», «говорится в письме МИД»."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kgtui.extraction.cast import Cast, Reference
from kgtui.extraction.context import Context
from kgtui.extraction.speech.attribution import Attribution, attributed, preposition_of
from kgtui.extraction.speech.words import is_cited, speech_verb
from kgtui.extraction.traits import opens_source

POSSESSIVES = {"его": "masc", "ее": "femn", "её": "femn", "их": None}
_IN = frozenset("в во на".split())
# What a body publishes.
_RELEASES = frozenset("сообщение информация заявление релиз пресс-релиз публикация".split())
_FARTHEST = 6  # sentences before «говорится в сообщении» in which its source may be named
_NEAR = 12  # tokens behind a noun in which the one stands whose it is


class Sources:
    """Finds the speakers of an article that are named as sources; ``quoted`` are the tokens of its quotations."""

    def __init__(self, context: Context, cast: Cast, quoted: Collection[int]) -> None:
        self._context = context
        self._cast = cast
        self._quoted = quoted

    def opening(self, position: int) -> int | None:
        """The noun of «по словам …», «согласно данным …», «по его словам» that begins at a token."""
        noun = position + 1
        if noun < len(self._context) and self._context.lower(noun) in POSSESSIVES:
            noun += 1
        opens = noun < len(self._context) and opens_source(self._context.lower(position), self._context.lower(noun))
        return noun if opens else None

    def relayed(self, position: int, known: Sequence[Reference], stop: int) -> Attribution | None:
        """«цитирует слова Асанова пресс-служба», «цитирует Асанова «Кабар»»; a person who writes speaks himself."""
        for noun in range(position + 1, stop):
            if is_cited(self._context.tokens[noun].text):
                whose = self.whose(noun, noun + 1, stop)
                return replace(whose, verb=position) if whose is not None else None
        for beside in (position + 1, position - 1):
            if beside in range(len(self._context)) and self._context.lower(beside) in POSSESSIVES:
                return self._possessed(beside)
        for found in known:
            if found.is_person and found.cases and not found.cases.isdisjoint({"accs", "nomn"}):
                return attributed(self._context, position, found)
        return Attribution(position, None, None, "open")

    def whose(self, noun: int, first: int, stop: int) -> Attribution | None:
        """Of whom a noun is: «слова Асанова», «его слова», «словам главы Кабмина»."""
        for beside in (noun - 1, noun):
            if self._context.lower(beside) in POSSESSIVES:
                return self._possessed(beside)
        if first < stop and self._context.lower(first) in POSSESSIVES:
            return self._possessed(first)
        found = next(iter(self._cast.references(first, min(stop, first + _NEAR))), None)
        if found is None or not found.may_be("gent") or (preposition_of(self._context, found) or 0) >= first:
            return None
        return attributed(self._context, noun, found)

    def _possessed(self, position: int) -> Attribution:
        """«Его слова»; whose «их слова» are stays open."""
        gender = POSSESSIVES[self._context.lower(position)]
        meant = self._cast.antecedent(position, gender) if gender is not None else None
        named = (position, position + 1)
        if meant is None:
            return Attribution(position, named, None, "pronoun")
        return Attribution(position, named, meant.actor, "pronoun", meant.sure)

    def in_body(self, position: int, known: Sequence[Reference]) -> Attribution | None:
        """«сообщили в Минтрансе», «говорится в обращении главного врача Розы Джунусовой»."""
        after = [found for found in known if found.first > position and self._stands_in(found, position)]
        before = [found for found in known if found.stop <= position and self._is_where(found)]
        if after or before:
            return attributed(self._context, position, [*after, *reversed(before)][0])
        released = self._released(position)
        return released.unsure() if released is not None else Attribution(position, None, None, "open")

    def _released(self, position: int) -> Attribution | None:
        """«говорится в сообщении»: of the body that the text before names as a source, if no person speaks between."""
        noun, count = position + 2, len(self._context)
        if noun >= count or self._context.lower(position + 1) not in _IN:
            return None
        if self._context.lemmas(noun).isdisjoint(_RELEASES) or self._has_complement(noun):
            return None
        for first, stop in self._sentences_before(position):
            for at in range(first, stop):
                if at in self._quoted or not self._context.tokens[at].is_word:
                    continue
                cited = self.opening(at)
                whose = self.whose(cited, cited + 1, stop) if cited is not None else None
                if whose is not None or speech_verb(self._context.tokens[at].text) is not None:
                    return whose if whose is not None and whose.found_by == "body" else self._body_of(at, first, stop)
        return None

    def _has_complement(self, noun: int) -> bool:
        """«в сообщении ведомства», «в проекте программы»: words that say whose it is."""
        following = self._context.tokens[noun + 1] if noun + 1 < len(self._context) else None
        return following is not None and following.is_word and self._context.sentence(noun)[1] > noun + 1

    def _sentences_before(self, position: int) -> Iterator[tuple[int, int]]:
        """The sentences before a token, the last one first."""
        first = self._context.sentence(position)[0]
        for _step in range(_FARTHEST):
            if first == 0:
                return
            first, stop = self._context.sentence(first - 1)
            yield first, stop

    def _body_of(self, verb: int, first: int, stop: int) -> Attribution | None:
        """The body that says something by a verb, where no person is its subject."""
        known = [found for found in self._cast.references(first, stop) if found.first not in self._quoted]
        subjects = [f for f in known if f.may_be("nomn") and preposition_of(self._context, f) is None]
        sources = [f for f in known if (f in subjects and not f.is_person) or self._is_where(f)]
        near = sorted(sources, key=lambda f: (f.first < verb, abs(f.first - verb)))
        if not near or near[0].actor is None or any(f.is_person and f.first > verb for f in subjects):
            return None
        said = attributed(self._context, verb, near[0])
        return said if said.actor is not None else None

    def _stands_in(self, found: Reference, position: int) -> bool:
        """Right after «в», or the genitive of the noun that stands there."""
        if preposition_of(self._context, found) is not None:
            return self._is_where(found)
        between = range(position + 1, found.first)
        if any(self._context.tokens[i].text == "," for i in between) or not found.may_be("gent"):
            return False
        return any(self._context.lower(i) in _IN for i in between)

    def _is_where(self, found: Reference) -> bool:
        """«в Минтрансе», «в ведомстве»."""
        governing = preposition_of(self._context, found)
        inside = governing is not None and self._context.lower(governing) in _IN
        return inside and not found.is_person and found.may_be("loct")
