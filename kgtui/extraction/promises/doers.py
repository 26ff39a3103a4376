"""Who promises: the subject of a clause, the speaker of a quotation, those whom an order is given to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kgtui.extraction.cast import Cast, Reference
from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.phrases import cases_of
from kgtui.extraction.promises.noun_phrases import Phrase
from kgtui.extraction.promises.noun_words import is_preposition
from kgtui.extraction.promises.pledges import Pledge
from kgtui.extraction.promises.predicates import predicate
from kgtui.gazetteer import Sense
from kgtui.model import Actor, Doubt, EntityKind, PromiseStage, Quote

_NEAR = 3  # tokens after a verb in which its subject begins
_FARTHEST = 60  # tokens before a trigger in which its subject stands


class Doers:
    """Finds the doers of one article's promises."""

    def __init__(self, context: Context, cast: Cast, speech: Sequence[Quote]) -> None:
        self._context = context
        self._cast = cast
        self._speech = sorted(speech, key=lambda quote: quote.span.start)
        self._starts = [quote.span.start for quote in self._speech]

    def of(self, pledge: Pledge, phrase: Phrase | None) -> tuple[tuple[Actor, ...], Doubt | None]:
        """Who makes a pledge about what a phrase names; where only the two sides of the article are left, a guess."""
        speaker = self.speaker_at(pledge.trigger)
        if speaker is not None and self._is_first_person(pledge):
            return (speaker,), None
        if pledge.stage is PromiseStage.INSTRUCTED:
            addressed = self.addressed(pledge.trigger + 1, max(pledge.first, *pledge.verbs, pledge.trigger + 1))
            if addressed:
                return addressed, None
        own = self._owner(pledge) or self._left_out(pledge)
        if own:
            return own, None
        first = pledge.clause
        if pledge.takes not in ("futr", "passive") and pledge.stage is not PromiseStage.UNDER_WAY:
            first = max(self._first(pledge), pledge.trigger - _FARTHEST)
        if phrase is not None and first <= phrase.first < pledge.trigger:
            found = self.subject(phrase.stop, pledge.trigger) or self.subject(first, phrase.first)
        else:
            found = self.subject(first, pledge.trigger)
        found = found or self._subject_after(pledge, phrase)
        if found or pledge.stage is not PromiseStage.AGREED:
            return found, None
        return self.sides(), Doubt.GUESSED_DOER

    def _first(self, pledge: Pledge) -> int:
        """Where the subject is looked for: of «Премьер заявил, что страны намерены …» behind «что»."""
        told = pledge.clause + 2
        if self._context.lower(pledge.clause) == "," and self._context.lower(pledge.clause + 1) == "что":
            words = (self._context.tokens[i].text for i in range(told, pledge.trigger))
            if any("nomn" in cases_of(form) or "nomn" in cases_of(form, plural=True) for form in words):
                return told
        return self._context.sentence(pledge.trigger)[0]

    def _owner(self, pledge: Pledge) -> tuple[Actor, ...]:
        """«Инициатива Кыргызстана об объявлении года»: whose it is."""
        is_noun = not pledge.verbs and predicate(self._context.tokens[pledge.trigger].text) is None
        if not is_noun or pledge.stage is not PromiseStage.PROPOSED:
            return ()
        found = next(iter(self._cast.references(pledge.trigger + 1, pledge.trigger + 2)), None)
        return found.actors if found is not None and found.may_be("gent") else ()

    def _left_out(self, pledge: Pledge) -> tuple[Actor, ...]:
        """«Китайская сторона предложила открыть дом, кыргызская — продлить часы»: the side of the second verb."""
        dash = pledge.verbs[0] - 1 if pledge.verbs else 0
        if dash - 1 <= pledge.trigger or self._context.tokens[dash].text not in DASHES:
            return ()
        match = self._context.named.get(dash - 1)
        if match is None or match.sense is not Sense.ADJECTIVE:
            return ()
        return (Actor(EntityKind.COUNTRY, match.code, match.name),)

    def _subject_after(self, pledge: Pledge, phrase: Phrase | None) -> tuple[Actor, ...]:
        """«Ещё 5 млн добавит Япония»: who stands right after the verb."""
        stop = min(pledge.stop, pledge.trigger + 1 + _NEAR)
        stop = next((i for i in range(pledge.trigger + 1, stop) if self._is_infinitive(i)), stop)
        if phrase is not None and phrase.first > pledge.trigger:
            stop = min(stop, phrase.first)
        may_be = (found for found in self._cast.references(pledge.trigger + 1, stop) if found.may_be("nomn"))
        found = [found for found in may_be if not self._is_governed(found.first)]
        return found[0].actors if found and found[0].first <= pledge.trigger + _NEAR else ()

    def _is_infinitive(self, position: int) -> bool:
        found = predicate(self._context.tokens[position].text)
        return found is not None and found.form == "inf"

    def _is_first_person(self, pledge: Pledge) -> bool:
        found = predicate(self._context.tokens[pledge.trigger].text)
        if found is not None and found.first_person:
            return True
        return any(self._context.lower(i) in ("мы", "я") for i in range(pledge.clause, pledge.trigger))

    def speaker_at(self, position: int) -> Actor | None:
        """Who says what stands at a token."""
        start = self._context.tokens[position].start
        index = bisect_right(self._starts, start) - 1
        for quote in reversed(self._speech[max(0, index - 1) : index + 1]):
            if quote.span.start <= start < quote.span.end:
                return quote.speaker
        return None

    def subject(self, first: int, stop: int) -> tuple[Actor, ...]:
        """The last one in a token range who may be its subject, with those joined to it by «и» or a comma."""
        may_be = (found for found in self._cast.references(first, stop) if found.may_be("nomn"))
        return self._joined([found for found in may_be if not self._is_governed(found.first)])

    def _is_governed(self, position: int) -> bool:
        """«Внесём закон в парламент»: what a preposition governs is no subject."""
        return position > 0 and is_preposition(self._context.tokens[position - 1].text)

    def addressed(self, first: int, stop: int) -> tuple[Actor, ...]:
        """To whom an order in a token range is given: «поручил Минфину»."""
        given = [found for found in self._cast.references(first, stop) if found.cases and found.may_be("datv")]
        return given[0].actors if given else ()

    def sides(self) -> tuple[Actor, ...]:
        """The two countries that an article is about, where it names two."""
        countries = [entity for entity in self._cast.entities if entity.kind is EntityKind.COUNTRY]
        countries.sort(key=lambda entity: -len(entity.spans))
        return tuple(Actor(each.kind, each.key, each.name) for each in countries[:2]) if len(countries) > 1 else ()

    def _joined(self, found: Sequence[Reference]) -> tuple[Actor, ...]:
        actors: list[Actor] = []
        following: Reference | None = None
        for reference in reversed(found):
            if following is not None and not self._is_joint(reference, following):
                break
            actors[:0] = [each for each in reference.actors if each not in actors]
            following = reference
        return tuple(actors)

    def _is_joint(self, one: Reference, other: Reference) -> bool:
        between = [token.text for token in self._context.tokens[one.stop : other.first]]
        return between in (["и"], [","]) and bool(one.actors)
