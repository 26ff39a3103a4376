"""Noun phrases beside an amount, by the part they play: subject, object, what is counted, what an amount belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.figures.movements import movement_of
from kgtui.extraction.phrases import adjectives_before, agrees, cases_of, is_adjective, is_noun, phrase_in, tail_stop
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import Reading, TokenKind, fold, word
from kgtui.model import EntityKind, Span

_LONGEST = 8  # tokens of a phrase
_FARTHEST = 60  # tokens from an amount
_VESSELS = frozenset(
    {"объем", "величина", "размер", "сумма", "показатель", "цифра"}
)  # say nothing without their genitive
_EMPTY = frozenset(
    "сторона страна республика цель задача план уверенность готовность время речь слово данные итог результат счет год"
    " день раз процент тысяча миллион миллиард млн млрд тыс человек".split()
)
_OF_COUNTRIES = frozenset({"доля", "гражданин", "население", "житель"})  # keep the country that they are of
_NAMES = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.BLOC)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its tokens, with the reading of its head."""

    first: int
    head: int
    stop: int
    reading: Reading


class NounPhrases:
    """Looks noun phrases up in one article; ``is_time`` tells the tokens that say when."""

    def __init__(self, context: Context, cast: Cast, is_time: Callable[[int], bool]) -> None:
        self._context = context
        self._cast = cast
        self._is_time = is_time

    def subject(self, first: int, stop: int) -> Phrase | None:
        """The first noun of a token range that may be its subject and is no person, body or country."""
        return self._first_noun(first, stop, "nomn")

    def object(self, first: int, stop: int) -> Phrase | None:
        """The same as an object: «довести товарооборот до …»."""
        return self._first_noun(first, stop, "accs")

    def counted(self, first: int, stop: int) -> Phrase | None:
        """The genitive that begins a token range, adjectives before it: «[18] насосных станций», «[5 тонн] угля»."""
        for at in range(first, stop):
            text = self._context.tokens[at].text
            barred = self._is_barred(at, first) and not self._is_demonym(at)
            if not self._context.tokens[at].is_word or barred:
                return None
            reading = None if self._is_attribute(at, stop) else (_reading(text, "gent") or _of_abbreviation(text))
            if reading is not None:
                return self._phrase(at, reading, first, stop) if reading.folded not in _EMPTY else None
            if not is_adjective(text):
                return None
        return None

    def nearest_before(self, first: int, stop: int) -> Phrase | None:
        """The noun that a token range ends with: «грант [в 10 млн евро]»."""
        if stop <= first or not self._context.tokens[stop - 1].is_word or self._is_barred(stop - 1, first):
            return None
        cases = (_reading(self._context.tokens[stop - 1].text, case) for case in ("accs", "nomn", "ablt", "gent"))
        telling = [each for each in cases if each is not None and _tells(each) and not _is_vessel(each)]
        before = self._context.tokens[stop - 2].text if stop - 1 > first else ""
        described = [each for each in telling if is_adjective(before) and agrees(before, each)]
        reading = next(iter((*described, *telling)), None)  # «взаимной торговли», which may be an accusative alone
        return self._phrase(stop - 1, reading, first, stop) if reading is not None else None

    def worded(self, phrase: Phrase, case: str = "nomn") -> str:
        """A phrase in the nominative or another case, its first letter small unless it is an abbreviation."""
        text = phrase_in(self._context, phrase.first, phrase.head, phrase.stop, phrase.reading, case=case)
        return text if text[:2].isupper() else text[:1].lower() + text[1:]

    def span(self, phrase: Phrase) -> Span:
        return self._context.span(phrase.first, phrase.stop)

    def _first_noun(self, first: int, stop: int, case: str) -> Phrase | None:
        at = first = max(first, stop - _FARTHEST)
        while at < stop:
            token = self._context.tokens[at]
            if token.is_word and word(token.text).readings[0].pos == "PREP":
                at = self._past_prepositional(at + 1, stop)
                continue
            free = token.is_word and not self._is_barred(at, first) and not self._is_attribute(at, stop)
            reading = self._reading_at(at, first, case) if free else None
            if reading is not None and _tells(reading) and "anim" not in reading.grammemes:
                phrase = self._without_vessel(self._phrase(at, reading, first, stop))
                if phrase is not None:
                    return phrase
            at += 1
        return None

    def _reading_at(self, at: int, first: int, case: str) -> Reading | None:
        """The reading of a noun in a case, where the adjective before it allows that; of one that begins its clause
        also the genitive («сахарной свеклы собрано 412 тонн»).
        """
        text, before = self._context.tokens[at].text, self._context.tokens[at - 1].text if at > first else ""
        described = is_adjective(before) and self._is_attribute(at - 1, at + 1)
        reading = _reading(text, case)
        if reading is not None and not (described and agrees(before, reading) is None):
            return reading
        begins = at == first or (described and at - 1 == first)
        fronted = _reading(text, "gent") if begins and case == "nomn" else None
        return None if fronted is None or (described and agrees(before, fronted) is None) else fronted

    def _without_vessel(self, phrase: Phrase) -> Phrase | None:
        """«Объём инвестиций» is about the investments, «рост ВВП» about the product."""
        return self.counted(phrase.head + 1, phrase.stop) if _is_vessel(phrase.reading) else phrase

    def _past_prepositional(self, at: int, stop: int) -> int:
        """Past what a preposition before ``at`` governs."""
        if self._is_time(at):
            return next((i for i in range(at, stop) if not self._is_time(i)), stop)
        while at < stop:
            token = self._context.tokens[at]
            if token.is_word and not self._is_attribute(at, stop) and is_noun(token.text):
                return max(at + 1, min(stop, tail_stop(self._context, at + 1, stops_at=self._is_time)))
            if not (token.kind is TokenKind.NUMBER or (token.is_word and _may_precede(token.text))):
                return at
            at += 1
        return at

    def _is_attribute(self, at: int, stop: int) -> bool:
        """Whether an adjective or participle has its noun, or another adjective, behind it («прямых инвестиций»)."""
        text = self._context.tokens[at].text
        if not is_adjective(text) or at + 1 >= stop or not self._context.tokens[at + 1].is_word:
            return False
        following = self._context.tokens[at + 1].text
        return not _all_cases(text).isdisjoint(_all_cases(following))

    def _phrase(self, head: int, reading: Reading, first: int, stop: int) -> Phrase:
        begin = adjectives_before(self._context, head, reading, first)
        keeps_countries = reading.folded in _OF_COUNTRIES

        def ends(at: int) -> bool:
            match = self._context.named.get(at)
            is_country = match is not None and match.kind is MatchKind.COUNTRY and not keeps_countries
            return at >= stop or is_country or self._is_time(at) or self._is_boundary(at)

        end = tail_stop(self._context, head + 1, stops_at=ends) if head + 1 < stop else head + 1
        end = min(end, stop, begin + _LONGEST)
        while end > head + 1 and not _may_end(self._context.tokens[end - 1].text):
            end -= 1
        return Phrase(begin, head, max(head + 1, end), reading)

    def _is_boundary(self, at: int) -> bool:
        """A comma, or «на сумму», after which the amount is told."""
        if self._context.lower(at) == "на" and at + 1 < len(self._context):
            return self._context.lower(at + 1) == "сумму"
        return self._context.tokens[at].text == ","

    def _is_demonym(self, at: int) -> bool:
        """«12 тыс. кыргызстанцев»: people, not their country."""
        match = self._context.named.get(at)
        return match is not None and match.sense is Sense.DEMONYM

    def _is_barred(self, at: int, first: int) -> bool:
        """Whether a token behind ``first`` names a country, person or body, stands in a quoted name, or says when."""
        quoted = self._context.in_quotes.get(at)
        return (
            at in self._context.named
            or (quoted is not None and quoted[0] > first)
            or self._is_time(at)
            or self._cast.at(at, *_NAMES) is not None
        )


@cache
def _all_cases(form: str) -> frozenset[str]:
    return cases_of(form) | cases_of(form, plural=True)


@cache
def _may_precede(form: str) -> bool:
    return is_adjective(form) or word(form).readings[0].pos == "NUMR"


@cache
def _may_end(form: str) -> bool:
    """A phrase ends in no preposition, conjunction, sign or adjective without its noun."""
    return is_noun(form) and word(form).readings[0].pos not in ("PREP", "CONJ", "ADJF", "PRCL")


@cache
def _of_abbreviation(form: str) -> Reading | None:
    """«тонн ГСМ»: letters that the dictionary lacks, the same in all cases."""
    return word(form).readings[0] if form.isupper() and len(form) > 1 and not word(form).known else None


def _is_vessel(reading: Reading) -> bool:
    movement = movement_of(reading.lemma)
    return reading.folded in _VESSELS or (movement is not None and movement.kind == "noun")


def _tells(reading: Reading) -> bool:
    """Whether a noun may be what is measured: no word of the frame, and no body, which acts."""
    return reading.folded not in _EMPTY and reading.folded not in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(fold(row["head"]) for row in table("body_heads"))


@cache
def _reading(form: str, case: str) -> Reading | None:
    """The reading of a form as a noun in a case, if a noun is one of its likely readings."""
    known = word(form)
    if not known.known or known.readings[0].pos != "NOUN":
        return None
    return next((r for r in known.readings if r.pos == "NOUN" and r.case == case and not r.is_name), None)
