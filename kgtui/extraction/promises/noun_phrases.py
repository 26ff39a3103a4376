"""Noun phrases and measured amounts as objects: the first one of a range that no preposition governs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.phrases import is_genitive, tail_stop
from kgtui.extraction.promises.deeds import is_deed_noun
from kgtui.extraction.promises.noun_words import goes_with, is_determiner, is_preposition, nouns, reads_as_adjective
from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.promises.surroundings import Acting, Surroundings, is_currency
from kgtui.extraction.promises.trailing_names import TrailingNames
from kgtui.language import Reading, word
from kgtui.model import PROPORTIONS, Figure

CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_AS_NAMED = frozenset({"ablt"})  # «объявить годом гор»: here a year is no time
_ROUGHLY = frozenset({"по", "около", "свыше", "порядка", "примерно"})  # before an amount no prepositions
_OF_NOUNS = frozenset("о об между с со к как через".split())  # what goes on with a noun phrase
_WITH_MEANS = frozenset("управление обмен пользование владение руководство торговля снабжение".split())
_ABOUT = frozenset({"о", "об"})  # «договор между двумя странами о границе»
_OF_PAIRS = frozenset({"между", "в", "во", "из"})
_TIMES = frozenset("год месяц день неделя квартал полугодие раз сутки час".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its tokens: ``head`` within ``first``…``stop``; ``reading`` is how the head is read, None of an
    abbreviation. ``figure`` measures it; ``counted`` says that a number stands before it, which its case goes with.
    ``also`` is a second noun of the same standing, at the end: «авторитет и влияние ШОС».
    """

    first: int
    head: int
    stop: int
    reading: Reading | None
    figure: Figure | None = None
    counted: bool = False
    also: Phrase | None = None


class NounPhrases:
    """Finds the noun phrases of one article."""

    def __init__(self, context: Context, around: Surroundings) -> None:
        self._context = context
        self._around = around
        self._names = TrailingNames(context, around)

    def find(self, first: int, stop: int, case: str, *, bodies: bool = False) -> Phrase | None:
        """The first noun phrase in a case that no preposition governs, or the first amount. It names nobody who acts,
        but perhaps one of the ``bodies``.
        """
        position = first
        while position < stop:
            found = self._at(position, stop, case, bodies=bodies)
            if found is not None:
                return found
            position = self._past(position, stop)
        return None

    def _at(self, position: int, stop: int, case: str, *, bodies: bool) -> Phrase | None:
        """The object that begins at a token: an amount (also «по 100 тысяч»), a number of things, a phrase."""
        figures = self._around.figures
        if position in figures:
            found = self.measured(position, stop)
            return None if found.reading is None and self._is_no_thing(position, case) else found
        if self._context.lower(position) in _ROUGHLY and position + 1 in figures:
            return self.measured(position + 1, stop)
        acting = self._around.acts(position)
        if acting is Acting.ALWAYS or (acting is Acting.AS_A_BODY and not bodies):
            return None
        each = self._context.lower(position) == "по"  # «открыть по одному центру»
        if position in self._around.times or (self._is_preposition(position) and not each):
            return None
        number = position + each
        if number + 1 < stop and self._is_number(number):
            counted = self.phrase(number + 1, stop, frozenset({"gent", "datv"} if each else {"gent"}))
            return replace(counted, counted=True) if counted is not None else None
        return None if each else self.phrase(position, stop, frozenset({case}))

    def _is_no_thing(self, position: int, case: str) -> bool:
        """An amount without a noun is no subject unless it is money; a rate is no object either («увеличить вдвое»)."""
        unit = self._around.figures[position].amount.unit
        return unit in PROPORTIONS or (case == "nomn" and not is_currency(unit))

    def _past(self, position: int, stop: int) -> int:
        """Past what is no object: a prepositional phrase, a time, brackets, a phrase in another case."""
        if self._is_preposition(position):
            return self.past_preposition(position, stop)
        if position in self._around.times:
            return self._around.times[position]
        if self._context.tokens[position].text == "(":
            return next((i + 1 for i in range(position, stop) if self._context.tokens[i].text == ")"), stop)
        other = self.phrase(position, stop, CASES)
        return other.stop if other is not None and self._around.acts(position) is Acting.NEVER else position + 1

    def _is_number(self, position: int) -> bool:
        readings = self._context.word(position).readings
        return self._context.tokens[position].text.isdigit() or (bool(readings) and readings[0].pos == "NUMR")

    def phrase(self, position: int, stop: int, cases: frozenset[str]) -> Phrase | None:
        """The noun phrase that begins at a token, with its genitives and prepositional phrases."""
        head = self._past_adjectives(position, stop)
        if head >= stop or head in self._around.figures or head in self._around.times:
            return None
        token = self._context.tokens[head]
        if not token.is_word:
            return None
        if token.is_upper and not word(token.text).known:
            return Phrase(position, head, self._tail(head + 1, stop), None) if not token.text.isascii() else None
        reading = self._head_reading(position, head, cases)
        if reading is None:
            return None
        found = Phrase(position, head, self._tail(head + 1, stop), reading)
        also = self._also(found, stop)
        return replace(found, stop=also.stop, also=also) if also is not None else found

    def _also(self, phrase: Phrase, stop: int) -> Phrase | None:
        """A noun in the same case right after «и», where the first has no complement of its own."""
        at = phrase.stop + 1
        alone = phrase.stop == phrase.head + 1 and at < stop and self._context.lower(phrase.stop) == "и"
        if not alone or phrase.reading is None or self._around.acts(at) is not Acting.NEVER:
            return None
        if at in self._around.figures or at in self._around.times or self._ends_tail(at, stop):
            return None
        head = self._past_adjectives(at, stop)
        if head >= stop or head in self._around.figures or head in self._around.times:
            return None
        token = self._context.tokens[head]
        case = frozenset({phrase.reading.case or ""})
        reading = self._head_reading(at, head, case) if token.is_word and token.text.islower() else None
        return Phrase(at, head, self._tail(head + 1, stop), reading) if reading is not None else None

    def measured(self, position: int, stop: int) -> Phrase:
        """What an amount measures: the noun inside its words or the genitive after it; the amount alone otherwise."""
        figure = self._around.figures[position]
        end = self._figure_stop(position, stop)
        counted = self._counted(position, end)
        if counted is not None:
            return replace(counted, stop=self._tail(end, stop), figure=figure, counted=True)
        after = self.phrase(end, stop, frozenset({"gent"}))
        if after is not None and self._around.acts(after.head) is Acting.NEVER:
            return replace(after, figure=figure)
        return Phrase(position, position, end, None, figure)

    def past_preposition(self, position: int, stop: int) -> int:
        """Where a prepositional phrase ends that begins at a token."""
        position += 1
        if position >= stop:
            return stop
        if position in self._around.figures:
            end = self._figure_stop(position, stop)
            after = self.phrase(end, stop, frozenset({"gent"}))
            return after.stop if after is not None and self._context.tokens[end].text.islower() else end
        if position in self._around.times:
            return self._around.times[position]
        if position in self._context.named:
            return min(self._past_pair(position), stop)
        while position + 1 < stop and self._determines(position):
            position += 1
        head = self._past_adjectives(position, stop)
        alone = head >= stop or not self._context.tokens[head].is_word
        if alone or (head > position and not self._head_reading(position, head, CASES)):
            return max(head, position)  # «в дальнейшем»
        end = self._tail(head + 1, stop)
        return max(end, self._past_second(head, stop)) if end == head + 1 else end

    def _past_second(self, head: int, stop: int) -> int:
        """«Об углублении и расширении отношений»: past the second deed, where the first has no complement."""
        second = head + 2
        if second >= stop or self._context.lower(head + 1) != "и" or not self._of_deed(head):
            return head + 1
        cases = frozenset(r.case for r in nouns(self._context.tokens[head].text) if r.case)
        joined = self._of_deed(second) and self._head_reading(second, second, cases) is not None
        return self._tail(second + 1, stop) if joined else head + 1

    def _determines(self, position: int) -> bool:
        """«По каждому проекту», «по двум станциям»."""
        return is_determiner(self._context.tokens[position].text) or self._is_number(position)

    def _past_pair(self, position: int) -> int:
        """Where a name ends, of two («между Бишкеком и Стамбулом», «в Минске и Бишкеке») the second."""
        end = self._context.named[position].stop
        pair = self._context.lower(position - 1) in _OF_PAIRS and end + 1 < len(self._context)
        other = self._context.named.get(end + 1) if pair and self._context.lower(end) == "и" else None
        return other.stop if other is not None else end

    def _past_adjectives(self, position: int, stop: int) -> int:
        while position < stop and self._is_adjective(position):
            position += 1
            if position + 1 < stop and self._context.tokens[position].text in (",", "и"):
                if not self._is_adjective(position + 1):
                    break
                position += 1
        return position

    def _is_adjective(self, position: int) -> bool:
        token = self._context.tokens[position]
        if not token.is_word:
            return token.text[:1].isdigit() and not token.text[-1].isdigit()  # «12-е заседание»
        return position not in self._around.figures and reads_as_adjective(token.text)

    def _head_reading(self, first: int, head: int, cases: frozenset[str]) -> Reading | None:
        adjectives = [t.text for t in self._context.tokens[first:head] if t.is_word and t.text not in (",", "и")]
        for reading in nouns(self._context.tokens[head].text):
            if reading.lemma in _TIMES and cases != _AS_NAMED and not self._is_proper(head):
                continue
            if reading.case in cases and all(goes_with(a, reading) for a in adjectives):
                return reading
        return None

    def _is_proper(self, position: int) -> bool:
        """«Дни культуры»: an event that is called so."""
        return self._context.tokens[position].is_capitalised and not self._context.starts_sentence(position)

    def _counted(self, first: int, stop: int) -> Phrase | None:
        """The noun inside the words of an amount: «18 насосных станций»."""
        head = stop - 1
        readings = [r for r in nouns(self._context.tokens[head].text) if r.case in ("gent", "accs", "nomn")]
        figure = self._around.figures[first]
        if not readings or (figure.amount.unit.isascii() and figure.amount.unit != "people"):
            return None
        begin = head
        while begin > first and reads_as_adjective(self._context.tokens[begin - 1].text):
            begin -= 1
        return Phrase(begin, head, stop, readings[0])

    def _figure_stop(self, position: int, stop: int) -> int:
        figure = self._around.figures[position]
        while position < stop and self._around.figures.get(position) is figure:
            position += 1
        return position

    def _tail(self, position: int, stop: int) -> int:
        """Past the complement of a noun: genitives, quoted and route names."""
        if position >= stop:
            return stop
        begin = self._past_means(position, stop)
        end = min(tail_stop(self._context, begin, stops_at=lambda at: self._ends_tail(at, stop)), stop)
        while end > position and reads_as_adjective(self._context.tokens[end - 1].text):
            end -= 1  # «станций общей мощностью»
        if end in self._around.figures and end - 2 >= position and self._is_preposition(end - 2):
            return end - 2  # «грант в размере 5 млн»
        end = self._names.past(end, stop)
        if end == position and position in self._around.figures and self._of_deed(position - 1):
            return self.measured(position, stop).stop  # «поставка 500 тыс. тонн нефти»
        return self._past_more(end, stop)

    def _past_more(self, end: int, stop: int) -> int:
        """Past what goes on with a noun phrase: the other half of a word, an adverb of degree, «о», «между», «с»."""
        if end + 2 < stop and self._is_half(end):
            return self._tail(end + 2, stop)
        if end + 2 < stop and self._is_degree(end):
            return max(end, self._tail(end + 1, stop))
        if end + 1 < stop and self._context.lower(end) in _OF_NOUNS and not self._ends_tail(end, stop):
            past = max(end, self.past_preposition(end, stop))
            between = self._context.lower(end) == "между" and past + 1 < stop
            return self._past_more(past, stop) if between and self._context.lower(past) in _ABOUT else past
        return end

    def _past_means(self, position: int, stop: int) -> int:
        """Past the instrumental that some deeds govern: «управления водными ресурсами»."""
        if self._context.lemmas(position - 1).isdisjoint(_WITH_MEANS):
            return position
        head = self._past_adjectives(position, stop)
        means = head < stop and self._head_reading(position, head, frozenset({"ablt"}))
        return head + 1 if means else position

    def _is_degree(self, position: int) -> bool:
        """The adverb of «строительство стратегически важной дороги»."""
        readings = self._context.word(position).readings
        following = self._context.tokens[position + 1].text
        return bool(readings) and readings[0].pos == "ADVB" and reads_as_adjective(following) and is_genitive(following)

    def _is_half(self, position: int) -> bool:
        """The hyphen of «авиа- и транспортного сообщения», whose first word has its second half later."""
        halved = self._context.tokens[position].text in DASHES and self._context.glued(position)
        return halved and self._context.lower(position + 1) in ("и", "или")

    def _of_deed(self, position: int) -> bool:
        return is_deed_noun(self._context.tokens[position].text)

    def _ends_tail(self, position: int, stop: int) -> bool:
        around = self._around
        if position >= stop or position in around.figures or position in around.times:
            return True
        following = position + 1
        if self._is_preposition(position):
            return following in around.figures or following in around.times
        return following < stop and self._is_subject(position, following)

    def _is_subject(self, position: int, verb: int) -> bool:
        """A noun that may be the subject of the verb after it: «строительство стороны намерены начать»."""
        found = predicate(self._context.tokens[verb].text)
        if found is None or not found.finite:
            return False
        readings = nouns(self._context.tokens[position].text)
        return any(
            r.case == "nomn" and (r.number == "plur") == found.plural and r.lemma == readings[0].lemma for r in readings
        )

    def _is_preposition(self, position: int) -> bool:
        return is_preposition(self._context.tokens[position].text)
