"""From pledges to promises: what, how much, by when and who."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.periods import Times
from kgtui.extraction.promises.deeds import DeedSort, deed, is_deed_noun
from kgtui.extraction.promises.doers import Doers
from kgtui.extraction.promises.objects import Objects, Phrase, Surroundings, is_preposition
from kgtui.extraction.promises.pledges import Pledge
from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.promises.sizes import amount_of, figures_by_token
from kgtui.extraction.promises.wording import worded
from kgtui.gazetteer import Sense
from kgtui.model import Amount, Doubt, EntityKind, Figure, Period, Promise, PromiseStage, Quote

_PREPOSITIONS = {
    "о": ("loct", frozenset({"о", "об", "обо"})),
    "на": ("accs", frozenset({"на"})),
    "к": ("datv", frozenset({"к", "ко"})),
}
# Objects that make no deed of a verb: «примет участие», «откроет возможности», «предложил тост».
_EMPTY = frozenset(
    "возможность вопрос тема условие перспектива импульс горизонт участие мнение тост ответ внимание итог роль путь шаг"
    " мера время место дело сила рост стимул толчок основа почва уверенность опыт намерение сведение".split()
)
_CONTACTS = frozenset(
    "визит встреча переговоры саммит заседание консультация раунд сессия беседа поездка форум конференция совещание"
    " разговор приезд мероприятие".split()
)
_NAMING = frozenset({"объявить", "провозгласить"})
_FOUND_BY = {"futr": "future", "passive": "future", "figure": "goal"}
_UNDER_WAY = frozenset({PromiseStage.PLANNED, PromiseStage.TARGET, PromiseStage.POSTPONED})


class Reader:
    """Reads the promises of one article."""

    def __init__(
        self, context: Context, cast: Cast, times: Times, figures: Sequence[Figure], speech: Sequence[Quote]
    ) -> None:
        self._context = context
        self._times = times
        self._figures = figures_by_token(context, figures)
        self._doers = Doers(context, cast, speech)
        around = Surroundings(self._figures, _time_words(context, times), _acting(context, cast))
        self._objects = Objects(context, around)

    def promise(self, pledge: Pledge) -> Promise | None:
        """The promise of a pledge; None where it has no object, lacks what it needs or is over."""
        phrase = self._object(pledge)
        due = self._due(pledge)
        if phrase is not None and not self._may_be(pledge, phrase, due):
            return None
        verb = self._lemma(pledge.verbs[-1]) if pledge.verbs else ""
        amount = amount_of(self._context, verb, self._figures, (pledge.first, pledge.stop), phrase)
        if (pledge.needs == "measure" and amount is None and due is None) or (due is None and self._is_over(pledge)):
            return None
        what = self._what(pledge, phrase, amount)
        if what is None:
            return None
        who, doubt = self._doers.of(pledge)
        speaker = self._doers.speaker_at(pledge.trigger)
        if doubt is None and verb and deed(verb).sort is DeedSort.OTHER and pledge.takes == "futr":
            doubt = Doubt.FORECAST
        return Promise(
            span=self._context.span(min(pledge.trigger, pledge.first), max(pledge.stop, pledge.trigger + 1)),
            stage=pledge.stage,
            what=what,
            who=who,
            amount=amount,
            due=due,
            speaker=speaker if speaker is not None and speaker not in who else None,
            found_by=_FOUND_BY.get(pledge.takes, "promise_word"),
            doubt=doubt,
        )

    # the object

    def _object(self, pledge: Pledge) -> Phrase | None:
        if pledge.takes in _PREPOSITIONS:
            return self._named_deed(pledge, self._after_preposition(pledge))
        if pledge.takes == "figure":
            first = next((i for i in range(pledge.first, pledge.stop) if i in self._figures), None)
            return self._objects.measured(first, pledge.stop) if first is not None else None
        if not pledge.verbs:
            return self._of_noun(pledge)
        return self._of_verb(pledge, pledge.verbs[-1])

    def _of_verb(self, pledge: Pledge, verb: int) -> Phrase | None:
        """The object right of a verb, else left of it; of a passive or reflexive verb its subject."""
        if self._lemma(verb) in _NAMING:
            named = self._objects.find(verb + 1, pledge.stop, "ablt")
            if named is not None:
                return named
        if pledge.takes == "passive" or (pledge.takes == "futr" and self._has_subject_only(verb)):
            left = self._objects.find(pledge.first, pledge.trigger, "nomn")
            return left or self._objects.find(verb + 1, pledge.stop, "nomn")
        right = self._objects.find(verb + 1, pledge.stop, "accs")
        return right or self._objects.find(pledge.first, min(verb, pledge.trigger), "accs")

    def _of_noun(self, pledge: Pledge) -> Phrase | None:
        """The object of a trigger without a verb: «ожидается подписание», «планирует строительство»."""
        right = self._objects.find(pledge.first, pledge.stop, pledge.takes)
        if right is None and pledge.takes == "nomn":
            return self._objects.find(pledge.clause, pledge.trigger, "nomn")
        return right

    def _after_preposition(self, pledge: Pledge) -> Phrase | None:
        case, forms = _PREPOSITIONS[pledge.takes]
        for position in range(pledge.first, pledge.stop - 1):
            if self._context.lower(position) in forms:
                if position + 1 in self._figures:
                    return self._objects.measured(position + 1, pledge.stop)
                return self._objects.phrase(position + 1, pledge.stop, frozenset({case}))
        return None

    def _named_deed(self, pledge: Pledge, phrase: Phrase | None) -> Phrase | None:
        """«Об объявлении 2027 года «Годом гор»»: what it is declared."""
        if phrase is None or phrase.reading is None or phrase.reading.lemma != "объявление":
            return phrase
        return self._objects.find(phrase.stop, pledge.stop, "ablt") or phrase

    def _has_subject_only(self, verb: int) -> bool:
        found = predicate(self._context.tokens[verb].text)
        return found is not None and (found.reflexive or not found.transitive)

    def _may_be(self, pledge: Pledge, phrase: Phrase, due: Period | None) -> bool:
        """Whether an object makes a promise: no contact that meetings tell of, nothing empty, a deed if needed."""
        if phrase.reading is None:
            return phrase.figure is not None or pledge.needs != "act"
        lemma = phrase.reading.lemma.replace("ё", "е")
        if lemma in _EMPTY or (pledge.needs == "act" and not is_deed_noun(self._context.tokens[phrase.head].text)):
            return False
        if lemma in _CONTACTS and pledge.stage in _UNDER_WAY:
            return bool(pledge.verbs) and due is not None
        return True

    # what, how much, by when

    def _what(self, pledge: Pledge, phrase: Phrase | None, amount: Amount | None) -> str | None:
        if not pledge.verbs:
            return self._of_figure(phrase) if phrase is not None else None
        verbs = [self._lemma(verb) for verb in pledge.verbs]
        deeds = [deed(lemma) for lemma in verbs]
        if len(deeds) > 1 and deeds[0].sort is DeedSort.PHASE:
            deeds = deeds[1:]
        if verbs[-1] in _NAMING and phrase is not None and phrase.reading and phrase.reading.case == "ablt":
            return worded(self._context, [], phrase)
        if deeds[-1].sort is DeedSort.LEVEL and amount is not None and self._is_level(pledge):
            return worded(self._context, [], phrase)
        nouns = [each.noun for each in deeds if each.noun is not None]
        return worded(self._context, nouns, phrase, self._beside(pledge.verbs[-1], pledge.stop, phrase))

    def _of_figure(self, phrase: Phrase) -> str | None:
        """A phrase in the nominative; of an amount alone what the figure measures."""
        measured = phrase.figure is not None and phrase.reading is None
        about = phrase.figure.about if measured and phrase.figure is not None else None
        return about or worded(self._context, [], phrase)

    def _is_level(self, pledge: Pledge) -> bool:
        return any(self._context.lower(i) == "до" for i in range(pledge.first, pledge.stop))

    def _beside(self, verb: int, stop: int, phrase: Phrase | None) -> str:
        """The prepositional phrase of a verb without an object («войти в топ-30»), of money what it is for."""
        if phrase is not None and phrase.figure is not None and phrase.reading is None:
            starts = (i for i in (phrase.stop, verb + 1) if i < stop and self._context.lower(i) in ("на", "для"))
            first = next(starts, stop)
        else:
            first = verb + 1 if phrase is None else stop
        if phrase is None and first < stop and (means := self._objects.phrase(first, stop, frozenset({"ablt"}))):
            return self._context.worded(means.first, means.stop)  # «обменяться студентами»
        if first >= stop or not is_preposition(self._context.tokens[first].text) or first + 1 in self._figures:
            return ""
        return self._context.worded(first, self._objects.past_preposition(first, stop))

    def _due(self, pledge: Pledge) -> Period | None:
        """The time in the words of a deed, else before its verb; times before a trigger in the past are of that one."""
        due = self._deadline(pledge.first, pledge.stop)
        if due is None and not self._is_past(pledge.trigger):
            due = self._deadline(pledge.clause, max(pledge.first, pledge.trigger))
        elif due is None:
            due = self._deadline(pledge.trigger, pledge.first)
        return due

    def _deadline(self, first: int, stop: int) -> Period | None:
        due = self._times.deadline_in(first, stop)
        published = self._context.published
        today = due is not None and published is not None and due.first_day == due.last_day == published
        return None if today else due

    def _is_over(self, pledge: Pledge) -> bool:
        """Whether all times of a clause are over: the goal of a year that is past."""
        published = self._context.published
        first = pledge.trigger if self._is_past(pledge.trigger) else pledge.clause
        times = self._times.within(first, pledge.stop)
        return published is not None and bool(times) and all(each.last_day < published for each in times)

    def _is_past(self, position: int) -> bool:
        found = predicate(self._context.tokens[position].text)
        return found is not None and found.form == "past"

    def _lemma(self, position: int) -> str:
        found = predicate(self._context.tokens[position].text)
        return found.lemma if found is not None else ""


def _time_words(context: Context, times: Times) -> dict[int, int]:
    """Token of a period → where its words end."""
    ranges = (times.range_of(period) for period in times.within(0, len(context)))
    return {position: at.stop for at in ranges for position in at}


def _acting(context: Context, cast: Cast) -> Callable[[int], bool]:
    """Tokens of those who act, which no verb of theirs has as its object."""

    def acts(position: int) -> bool:
        match = context.named.get(position)
        if match is not None and match.sense in (Sense.ADJECTIVE, Sense.DEMONYM):
            return False
        kinds = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.BLOC)
        return cast.at(position, *kinds) is not None

    return acts
