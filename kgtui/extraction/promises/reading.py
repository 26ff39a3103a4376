"""From pledges to promises: what, how much, by when and who."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.periods import Times
from kgtui.extraction.promises.deadlines import Deadlines
from kgtui.extraction.promises.deeds import ACTS, DeedSort, deed, is_deed_noun
from kgtui.extraction.promises.documents import Documents
from kgtui.extraction.promises.doers import Doers
from kgtui.extraction.promises.ellipses import Ellipses
from kgtui.extraction.promises.emptiness import CONTACTS, EMPTY, names_contact
from kgtui.extraction.promises.naming import Naming
from kgtui.extraction.promises.noun_phrases import NounPhrases, Phrase
from kgtui.extraction.promises.objects import Objects
from kgtui.extraction.promises.parties import Between
from kgtui.extraction.promises.pledges import ALONE, Pledge
from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.promises.sizes import amount_of
from kgtui.extraction.promises.solidity import is_first_session, is_solid, stage_of
from kgtui.extraction.promises.surroundings import surroundings
from kgtui.model import Actor, Amount, Doubt, Figure, Period, Promise, PromiseStage, Quote

# What grows and falls by itself: told in the future tense it is a forecast.
_FORECAST = frozenset("экономика ввп инфляция цена курс урожай спрос температура население рост".split())
_FOUND_BY = {"futr": "future", "passive": "future", "figure": "goal"}
_OF_DEEDS = frozenset({"по", "gent"})  # «карта по увеличению оборота», «срок сдачи дома»
_OF_ACTS = frozenset({"act", "oneself"})
_UNSURE = frozenset({DeedSort.OTHER, DeedSort.REACH})  # in the future tense perhaps a forecast
_RATIFY = "ратифицировать"
_PAST = frozenset({PromiseStage.SIGNED, PromiseStage.DONE})
_UNDER_WAY = frozenset({PromiseStage.PLANNED, PromiseStage.TARGET, PromiseStage.POSTPONED})


class Reader:
    """Reads the promises of one article."""

    def __init__(
        self, context: Context, cast: Cast, times: Times, figures: Sequence[Figure], speech: Sequence[Quote]
    ) -> None:
        self._context = context
        self._deadlines = Deadlines(context, times)
        around = surroundings(context, cast, times, figures)
        self._figures = around.figures
        self._ellipses = Ellipses(context, cast, self._deadlines, self._figures)
        self._doers = Doers(context, cast, speech)
        self._between = Between(context, cast)
        phrases = NounPhrases(context, around)
        self._objects = Objects(context, phrases, self._figures)
        self._documents = Documents(context, phrases, self._figures)
        self._naming = Naming(context, cast, phrases, self._figures, around.times)

    def promises(self, pledge: Pledge) -> Iterator[Promise]:
        """The promises of a pledge: of its object, and of each amount or deed that is joined to it."""
        phrase = self._objects.of(pledge) if pledge.takes != ALONE else None
        told = [*self._told(pledge, phrase)] if self._is_about(pledge, phrase) else []
        yield from told
        if not told and pledge.needs == "signing":
            yield from self._signed(pledge)

    def _is_about(self, pledge: Pledge, phrase: Phrase | None) -> bool:
        return pledge.needs != "signing" or self._documents.tells_content(phrase)

    def _told(self, pledge: Pledge, phrase: Phrase | None) -> Iterator[Promise]:
        if phrase is not None and not pledge.verbs and self._may_be_listed(pledge):
            also = self._objects.listed(phrase, pledge.stop)
        else:
            also = self._objects.joined(phrase, pledge.stop)
        for each in also:
            promise = self._promise(pledge, each)
            if promise is not None:
                yield promise
                yield from self._ellipses.after(promise)

    def _may_be_listed(self, pledge: Pledge) -> bool:
        """Whether several deeds may be told; the title of a document is one («договор об углублении и расширении»)."""
        return pledge.stage.status is None or (pledge.takes == "о" and pledge.needs != "signing")

    def _signed(self, pledge: Pledge) -> Iterator[Promise]:
        """The promise of a document of which is not told what it is about."""
        name = self._documents.alone(pledge)
        if name is None or self._deadlines.is_over(pledge):
            return
        who, doubt = self._doers.of(pledge, None)
        words = (pledge.first, pledge.stop, pledge.more)
        amount = amount_of(self._context, "", self._figures, words, None)
        yield Promise(
            span=self._context.span(pledge.trigger, max(pledge.stop, pledge.trigger + 1)),
            stage=pledge.stage,
            what=name,
            who=who,
            amount=amount,
            countries=(parties := self._between.of(pledge.trigger, who, pledge.stage, None)).countries,
            union=parties.union,
            document=name,
            on=self._deadlines.happened(pledge),
            found_by="promise_word",
            doubt=doubt,
        )

    def _promise(self, pledge: Pledge, phrase: Phrase | None) -> Promise | None:
        """The promise of a pledge with this object; None where it lacks what it needs or is over. What lacks it may be
        a weaker one."""
        due = self._due(pledge)
        verb = self._lemma(pledge.verbs[-1]) if pledge.verbs else ""
        amount = amount_of(self._context, verb, self._figures, (pledge.first, pledge.stop, pledge.more), phrase)
        if phrase is not None and not self._may_be(pledge, phrase, amount, due):
            return None
        who, doubt = self._doers.of(pledge, phrase)
        if not self._has_needed(pledge, amount, due, who):
            weaker = pledge.otherwise
            return self._promise(replace(pledge, stage=weaker, needs="-", otherwise=None), phrase) if weaker else None
        solid = pledge.stage.status is not None or is_solid(self._context, pledge, phrase)
        if not solid and not self._naming.has_instances(phrase):
            return None
        what = self._naming.what(pledge, phrase, amount)
        if what is None:
            return None
        if pledge.stage.status is None and names_contact(what) and not is_first_session(self._context, phrase):
            return None
        speaker = self._doers.speaker_at(pledge.trigger)
        if pledge.needs == "named":
            doubt = Doubt.FORECAST
        if doubt is None and verb and deed(verb).sort in _UNSURE and pledge.takes == "futr":
            doubt = Doubt.FORECAST
        actors = [*who, *([speaker] if speaker is not None else [])]
        parties = self._between.of(pledge.trigger, actors, pledge.stage, phrase)
        return Promise(
            span=self._context.span(min(pledge.trigger, pledge.first), max(pledge.stop, pledge.trigger + 1)),
            stage=stage_of(self._context, pledge, phrase, amount),
            what=what,
            who=who,
            amount=amount,
            due=due,
            speaker=speaker if speaker is not None and speaker not in who else None,
            countries=parties.countries,
            union=parties.union,
            document=self._document(pledge, phrase, verb),
            on=self._deadlines.happened(pledge) if pledge.stage in _PAST else None,
            found_by=_FOUND_BY.get(pledge.takes, "promise_word"),
            doubt=doubt,
        )

    def _document(self, pledge: Pledge, phrase: Phrase | None, verb: str) -> str | None:
        """What is signed, or ratified."""
        if phrase is None:
            return None
        if pledge.stage is PromiseStage.DONE and verb == _RATIFY:
            return self._naming.thing(phrase)
        return self._documents.name(pledge, phrase) if pledge.needs == "signing" else None

    def _due(self, pledge: Pledge) -> Period | None:
        """By when; of what is done or talked of only a time that is to come."""
        due = self._deadlines.due(pledge)
        if due is None or pledge.stage.status is not None:
            return due
        published = self._context.published
        is_ahead = published is not None and due.last_day >= published
        return due if is_ahead and pledge.stage is not PromiseStage.DONE else None

    def _has_needed(self, pledge: Pledge, amount: Amount | None, due: Period | None, who: Sequence[Actor]) -> bool:
        """Whether a promise has the measure or the beginning that its words need, and is not over."""
        if pledge.stage.status is None:
            return True
        unmeasured = amount is None and due is None
        if unmeasured and (pledge.needs == "measure" or (pledge.needs == "doer" and not who)):
            return False
        if due is None and not who and self._may_be_effect(pledge):
            return self._is_impersonal(pledge)
        published = self._context.published
        if pledge.needs == "date" and (due is None or published is None or due.first_day <= published):
            return False
        if pledge.needs == "change" and amount is None and not (due is not None and self._deadlines.is_bound(due)):
            return False
        return due is not None or not self._deadlines.is_over(pledge)

    def _may_be_effect(self, pledge: Pledge) -> bool:
        """Whether a future tense tells what happens to an amount: of a level, or of a verb that is no known deed."""
        if pledge.takes != "futr":
            return False
        return pledge.needs == "doer" or deed(self._lemma(pledge.verbs[-1])).sort is DeedSort.OTHER

    def _is_impersonal(self, pledge: Pledge) -> bool:
        """«Увеличат до 5 млрд»; what a thing will change is an effect: «дорога сократит путь на 160 км»."""
        found = predicate(self._context.tokens[pledge.trigger].text)
        return found is not None and (found.plural or found.first_person)

    def _may_be(self, pledge: Pledge, phrase: Phrase, amount: Amount | None, due: Period | None) -> bool:
        """Whether an object makes a promise: no contact that meetings tell of, nothing empty, a deed if needed."""
        if phrase.reading is None:
            return phrase.figure is not None or pledge.needs != "act"
        lemma = phrase.reading.lemma.replace("ё", "е")
        if pledge.needs == "change" and lemma in _FORECAST:
            return False
        if (lemma in EMPTY and amount is None) or not self._is_as_needed(pledge, phrase):
            return False
        if amount is None and due is None and self._is_ware(pledge, phrase):
            return False
        if lemma in CONTACTS and pledge.stage in _UNDER_WAY:
            return bool(pledge.verbs) and due is not None
        return True

    def _is_ware(self, pledge: Pledge, phrase: Phrase) -> bool:
        """«Кыргызстан предложил уголь»: a thing alone, which is offered for sale."""
        offered = not pledge.verbs and pledge.takes == "accs" and pledge.stage is PromiseStage.PROPOSED
        last = phrase.also or phrase
        alone = phrase.first == phrase.head and last.stop == last.head + 1
        return offered and alone and not is_deed_noun(self._context.tokens[phrase.head].text)

    def _is_as_needed(self, pledge: Pledge, phrase: Phrase) -> bool:
        """Whether an object is a deed where its trigger asks for one, and one of something («срок сдачи дома»)."""
        if pledge.needs == "signing":
            return True
        if pledge.takes == "gent" and phrase.stop == phrase.head + 1:
            return False
        if pledge.needs not in _OF_ACTS and pledge.takes not in _OF_DEEDS:
            return True
        if pledge.verbs:
            return deed(self._lemma(pledge.verbs[-1])).sort in ACTS
        return is_deed_noun(self._context.tokens[phrase.head].text) or is_first_session(self._context, phrase)

    def _lemma(self, position: int) -> str:
        found = predicate(self._context.tokens[position].text)
        return found.lemma if found is not None else ""
