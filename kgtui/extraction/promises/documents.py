"""What is signed, by its name: «соглашение о строительстве моста», «12 двусторонних документов», «меморандум»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kgtui.extraction.context import Context
from kgtui.extraction.phrases import adjectives_before, nominative_phrase
from kgtui.extraction.promises.noun_phrases import NounPhrases, Phrase
from kgtui.extraction.promises.noun_words import is_determiner, is_preposition, nouns
from kgtui.extraction.promises.pledges import Pledge
from kgtui.extraction.promises.signatures import is_quantity, is_signing_noun
from kgtui.extraction.promises.wording import worded
from kgtui.language import Reading, word
from kgtui.model import Figure, Promise

_OF_ANY_KIND = "документ"
_SIGNED = frozenset({"nomn", "accs"})
_OF_SIGNING = frozenset({"gent"})  # «подписание меморандума»
_POINTING = frozenset({"этот", "данный", "указанный"})
# What tells how, where or when a document was signed, not what it is about.
_CIRCUMSTANCES = frozenset("сумма итог результат основа язык встреча форум поле срок ход рамка".split())


class Documents:
    """Names the documents of one article."""

    def __init__(self, context: Context, phrases: NounPhrases, figures: Mapping[int, Figure]) -> None:
        self._context = context
        self._phrases = phrases
        self._figures = figures

    def tells_content(self, phrase: Phrase | None) -> bool:
        """Whether what stands after a document says what it is about: not «на сумму», «по итогам», «на основе»."""
        if phrase is None:
            return False
        return phrase.reading is None or phrase.reading.lemma not in _CIRCUMSTANCES

    def name(self, pledge: Pledge, phrase: Phrase) -> str | None:
        """That of a document with what it is about, a phrase after it."""
        reading = self._reading(pledge.trigger)
        if reading is None or phrase.stop <= pledge.trigger:
            return None
        first = adjectives_before(self._context, pledge.trigger, reading, pledge.clause)
        return nominative_phrase(self._context, first, pledge.trigger, phrase.stop, reading)

    def alone(self, pledge: Pledge) -> str | None:
        """That of a document of which no more is told; None of one that was named before («этот документ»)."""
        reading = self._reading(pledge.trigger)
        if reading is None:
            return None
        first = adjectives_before(self._context, pledge.trigger, reading, pledge.clause)
        before = first - 1 if first > self._context.sentence(pledge.trigger)[0] else first
        counted = before if self._is_number(before) else first
        phrase = self._phrases.phrase(first, pledge.stop, self._cases(before))
        if counted < first:
            stop = phrase.stop if phrase is not None else pledge.trigger + 1
            return self._context.worded(self._number(before), stop)
        if is_quantity(self._context.tokens[before].text):
            phrase = self._phrases.phrase(before, pledge.stop, _SIGNED)
        elif reading.lemma == _OF_ANY_KIND and not self._are_several(pledge.trigger, first):
            return None
        if phrase is None or self._is_pointed_at(before, first):
            return None
        return worded(self._context, [], replace(phrase, stop=self._before_circumstances(phrase)))

    def _is_pointed_at(self, before: int, first: int) -> bool:
        """«Это соглашение», «данный документ»: what was named before."""
        lemmas = self._context.lemmas(before) | self._context.lemmas(first)
        return is_determiner(self._context.tokens[before].text) or not lemmas.isdisjoint(_POINTING)

    def _before_circumstances(self, phrase: Phrase) -> int:
        """Where a phrase ends without «по итогам переговоров», «на русском языке»."""
        for position in range(phrase.head + 1, phrase.stop):
            after = range(position + 1, min(position + 3, phrase.stop))
            if is_preposition(self._context.tokens[position].text) and any(map(self._is_circumstance, after)):
                return position
        return phrase.stop

    def _is_circumstance(self, position: int) -> bool:
        return not self._context.lemmas(position).isdisjoint(_CIRCUMSTANCES)

    def _are_several(self, position: int, first: int) -> bool:
        """«Двусторонние документы»; of the bare noun nobody knows which."""
        plural = all(reading.number == "plur" for reading in nouns(self._context.tokens[position].text))
        return plural and first < position

    def _cases(self, before: int) -> frozenset[str]:
        return _OF_SIGNING if is_signing_noun(self._context.tokens[before].text) else _SIGNED

    def _is_number(self, position: int) -> bool:
        readings = self._context.word(position).readings
        return position in self._figures or (bool(readings) and readings[0].pos == "NUMR")

    def _number(self, position: int) -> int:
        """Where a number begins that ends at a token."""
        while position - 1 in self._figures and self._figures[position - 1] is self._figures.get(position):
            position -= 1
        return position

    def _reading(self, position: int) -> Reading | None:
        return next((r for r in self._context.word(position).readings if r.pos == "NOUN" and r.case), None)


def without_repeated(promises: Iterable[Promise]) -> Iterator[Promise]:
    """Promises without the documents of which nothing is told where the article tells it («меморандум о туризме»), and
    without «документы» where it names them."""
    known = list(promises)
    kinds = {_kind(each.document) for each in known if each.document}
    named = {_kind(each.document) for each in known if each.document and not each.is_bare_document}
    for each in known:
        kind = _kind(each.document) if each.document and each.is_bare_document else None
        counted = each.document is not None and each.document[0].isdigit()
        told = kind in named or (kind == _OF_ANY_KIND and any(other not in (None, kind) for other in kinds))
        if kind is None or counted or not told:
            yield each


def _kind(document: str) -> str | None:
    """The noun of a document, "меморандум"; of «пакет документов» what it is full of."""
    lemmas = (word(form).lemma for form in document.split() if not is_quantity(form) and nouns(form))
    return next(lemmas, None)
