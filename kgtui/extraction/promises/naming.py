"""What a pledge promises, in words: the deed with its object, for whom and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.phrases import cases_of, inflection
from kgtui.extraction.promises.deeds import About, Deed, DeedSort, deed, is_deed_noun
from kgtui.extraction.promises.emptiness import EMPTY
from kgtui.extraction.promises.idioms import ENTRY, basis, in_force, instances, other_noun
from kgtui.extraction.promises.noun_phrases import NounPhrases, Phrase
from kgtui.extraction.promises.noun_words import is_preposition
from kgtui.extraction.promises.objects import NAMING, OBJECT_PRONOUNS
from kgtui.extraction.promises.pledges import Pledge
from kgtui.extraction.promises.predicates import Predicate, predicate
from kgtui.extraction.promises.surroundings import is_currency
from kgtui.extraction.promises.wording import worded
from kgtui.language import word
from kgtui.model import Amount, EntityKind, Figure

_TOGETHER = "вместе"  # «открыл вместе с премьером»: who did it, not what was done
_REFUSAL = "отказ от"
_PURPOSE = frozenset({"на", "для"})
_BESIDE = frozenset("в во на для из с со через между по к от о об".split())
# Prepositional phrases that say how or on what occasion, not what: «в ходе», «на сумму», «в ближайшее время».
_CIRCUMSTANCES = frozenset(
    "ход рамка итог результат связь время срок сумма размер объем уровень цель основа условие соответствие поддержка"
    " помощь участие база счет площадь мощность ближайшее очередь сторона случай мера полный год"
    " неделя сутки день месяц час квартал течение".split()
)


class Naming:
    """Names the pledges of one article. ``times`` are the tokens of times, with where each ends."""

    def __init__(
        self,
        context: Context,
        cast: Cast,
        phrases: NounPhrases,
        figures: Mapping[int, Figure],
        times: Mapping[int, int],
    ) -> None:
        self._context = context
        self._cast = cast
        self._phrases = phrases
        self._figures = figures
        self._times = times

    def what(self, pledge: Pledge, phrase: Phrase | None, amount: Amount | None) -> str | None:
        """At most eight words in the nominative; None where there is no object."""
        if not pledge.verbs:
            return self._of_noun(phrase) if phrase is not None else None
        idiom = self._idiom(pledge, phrase) if phrase is not None else None
        if idiom is not None:
            return idiom
        deeds = self._deeds(pledge)
        if pledge.is_refusal:
            return self._refusal(deeds, phrase)
        if self._is_the_object_alone(pledge, deeds[-1], phrase, amount):
            return worded(self._context, [], phrase, list(self._beside(pledge, phrase)))
        nouns = [each.noun for each in deeds if each.noun is not None]
        if phrase is None and deeds[-1].about is not About.BESIDE:
            return self._of_pronoun(pledge, deeds[-1], amount)
        return worded(self._context, nouns, phrase, list(self._beside(pledge, phrase)))

    def _idiom(self, pledge: Pledge, phrase: Phrase) -> str | None:
        """What a turn of phrase says, in which the verb has another noun or none."""
        found = self._predicate(pledge.verbs[-1])
        lemma = found.lemma if found is not None else ""
        on_basis = basis(self._context, lemma, pledge.first, pledge.stop)
        if on_basis is not None:
            return worded(self._context, [], phrase, [on_basis])
        if in_force(self._context, pledge.verbs[-1]):
            return worded(self._context, [ENTRY], phrase)
        other = other_noun(lemma, phrase)
        return worded(self._context, [other], phrase, list(self._beside(pledge, phrase))) if other else None

    def _refusal(self, deeds: Sequence[Deed], phrase: Phrase | None) -> str | None:
        """«Не повышать тарифы»: "отказ от повышения тарифов"; None where the deed has no noun."""
        nouns = [each.noun for each in deeds if each.noun is not None]
        read = next((r for r in word(nouns[-1]).readings if r.pos == "NOUN"), None) if nouns else None
        genitive = inflection(read, "gent") if read is not None else None
        return worded(self._context, [f"{_REFUSAL} {genitive}"], phrase) if genitive else None

    def has_instances(self, phrase: Phrase | None) -> bool:
        return phrase is not None and next(instances(self._context, self._phrases, phrase), None) is not None

    def thing(self, phrase: Phrase) -> str | None:
        """An object by itself, in the nominative."""
        return worded(self._context, [], phrase)

    def _of_pronoun(self, pledge: Pledge, last: Deed, amount: Amount | None) -> str | None:
        """«Довести его до 5 млрд»: what the figure measures; «установим их на границе»: the deed, with the place."""
        if amount is None:
            beside = list(self._beside(pledge, None)) if self._has_pronoun(pledge.verbs[-1]) else []
            return worded(self._context, [last.noun], None, beside) if last.noun is not None else None
        if last.sort is DeedSort.LEVEL:
            inside = (self._figures[i] for i in range(pledge.first, pledge.stop) if i in self._figures)
            about = next((figure.about for figure in inside if figure.amount == amount), None)
            if about is not None:
                return about
        return last.noun

    def _has_pronoun(self, verb: int) -> bool:
        """Whether a pronoun is the object of a verb: «погасить его»."""
        following = verb + 1
        return following < len(self._context) and self._context.lower(following) in OBJECT_PRONOUNS

    def _deeds(self, pledge: Pledge) -> list[Deed]:
        """Those of a pledge's verbs; «начать преподавать» is teaching."""
        deeds = [deed(found.lemma) for found in map(self._predicate, pledge.verbs) if found is not None]
        return deeds[1:] if len(deeds) > 1 and deeds[0].sort is DeedSort.PHASE else deeds

    def _is_the_object_alone(self, pledge: Pledge, last: Deed, phrase: Phrase | None, amount: Amount | None) -> bool:
        """«Довести товарооборот до 5 млрд», «объявить 2027 год Годом гор»: no deed but what it is about."""
        if phrase is None:
            return False
        found = self._predicate(pledge.verbs[-1])
        if found is not None and found.lemma in NAMING:
            return phrase.reading is not None and phrase.reading.case == "ablt"
        level = any(self._context.lower(i) == "до" for i in range(pledge.first, pledge.stop))
        return last.sort is DeedSort.LEVEL and amount is not None and level

    def _of_noun(self, phrase: Phrase) -> str | None:
        """A phrase in the nominative; of an amount alone what the figure measures, else its own words."""
        if phrase.figure is None or phrase.reading is not None:
            return worded(self._context, [], phrase, list(self._past_time(phrase)))
        about = phrase.figure.about
        says = about is not None and word(about.split()[-1]).lemma not in EMPTY
        return about if says else phrase.figure.span.of(self._context.text)

    def _past_time(self, phrase: Phrase) -> Iterator[str]:
        """«О проведении во втором полугодии форума»: whose deed it is stands behind the time."""
        if phrase.stop != phrase.head + 1 or not is_deed_noun(self._context.tokens[phrase.head].text):
            return
        end = self._context.sentence(phrase.head)[1]
        time = phrase.stop + is_preposition(self._context.tokens[phrase.stop].text) if phrase.stop < end else end
        if time in self._times:
            after = self._phrases.phrase(self._times[time], end, frozenset({"gent"}))
            if after is not None:
                yield self._context.worded(after.first, after.stop)

    # what stands beside the object

    def _beside(self, pledge: Pledge, phrase: Phrase | None) -> Iterator[str]:
        """What is for whom, for what and where: after the verb anything, before it places and what money is for."""
        verb = pledge.verbs[-1]
        if phrase is None:
            means = self._phrases.phrase(verb + 1, pledge.stop, frozenset({"ablt"}))
            if means is not None:
                yield self._context.worded(means.first, means.stop)  # «обменяться студентами»
            if verb + 2 in self._figures and is_preposition(self._context.tokens[verb + 1].text):
                yield self._context.worded(verb + 1, self._phrases.past_preposition(verb + 1, pledge.stop))
        money = phrase is not None and phrase.figure is not None and is_currency(phrase.figure.amount.unit)
        if phrase is not None:
            yield from instances(self._context, self._phrases, phrase)
        yield from self._adjuncts(verb + 1, pledge.stop, phrase)
        yield from self._adjuncts(pledge.first, min(verb, pledge.stop), phrase, places_only=True, money=bool(money))

    def _adjuncts(
        self, first: int, stop: int, phrase: Phrase | None, *, places_only: bool = False, money: bool = False
    ) -> Iterator[str]:
        position, tokens = first, self._context.tokens
        while position < stop and self._context.lower(position) != "как":
            if phrase is not None and (phrase.first <= position < phrase.stop or self._leads_to(position, phrase)):
                position = phrase.stop
                continue
            if not is_preposition(self._context.tokens[position].text):
                given = None if places_only else self._given(position)
                if given is not None:
                    yield self._context.worded(position, given)
                position = given or position + 1
                continue
            end = self._phrases.past_preposition(position, stop)
            place = self._cast.at(position + 1, EntityKind.PLACE, EntityKind.COUNTRY) if position + 1 < stop else None
            wanted = not places_only or place is not None or (money and self._context.lower(position) in _PURPOSE)
            if wanted and self._says_what(position, end):
                yield self._context.lower(position) + self._context.worded(position, end)[len(tokens[position].text) :]
            position = max(end, position + 1)

    def _leads_to(self, position: int, phrase: Phrase) -> bool:
        """The preposition of the object itself: «приступить к строительству»."""
        return position + 1 == phrase.first and is_preposition(self._context.tokens[position].text)

    def _says_what(self, position: int, end: int) -> bool:
        inside = range(position + 1, end)
        if not inside or self._context.lower(position) not in _BESIDE or self._context.lower(position - 1) == _TOGETHER:
            return False
        if any(i in self._figures or i in self._times for i in inside):
            return False
        if len(self._context.tokens[position + 1].text) == 1:
            return False  # «в т.г.»
        if any(reading.pos == "NPRO" for reading in self._context.word(position + 1).readings):
            return False
        return not any(_CIRCUMSTANCES & self._context.lemmas(i) for i in inside[:2])

    def _given(self, position: int) -> int | None:
        """Where the words end that say to whom: a country or body in the dative."""
        token = self._context.tokens[position]
        found = self._cast.at(position, EntityKind.COUNTRY, EntityKind.ORGANISATION)
        cases = cases_of(token.text)
        if found is None or "datv" not in cases or cases & {"nomn", "accs"}:
            return None
        span = next((span for span in found.spans if span.start == token.start), None)
        return self._context.positions(span).stop if span is not None else None

    def _predicate(self, position: int) -> Predicate | None:
        return predicate(self._context.tokens[position].text)
