"""The object of a pledge: what its verb, noun or preposition is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kgtui.extraction.context import Context
from kgtui.extraction.phrases import adjectives_before, cases_of
from kgtui.extraction.promises.clauses import is_relative
from kgtui.extraction.promises.deeds import About, DeedSort, deed, is_deed_noun
from kgtui.extraction.promises.noun_phrases import CASES, NounPhrases, Phrase
from kgtui.extraction.promises.pledges import PREPOSITIONS, Pledge
from kgtui.extraction.promises.predicates import Predicate, predicate
from kgtui.extraction.promises.sizes import describes
from kgtui.model import Figure

OBJECT_PRONOUNS = frozenset("его ее её их это все всё этому".split())
_FARTHEST = 8  # tokens before «который» in which its noun begins
_MORE = frozenset({"еще", "ещё", "также", "около", "до", "свыше"})
NAMING = frozenset({"объявить", "провозгласить"})


class Objects:
    """Finds the objects of one article's pledges."""

    def __init__(self, context: Context, phrases: NounPhrases, figures: Mapping[int, Figure]) -> None:
        self._context = context
        self._phrases = phrases
        self._figures = figures

    def of(self, pledge: Pledge) -> Phrase | None:
        if pledge.takes in PREPOSITIONS:
            return self._named(pledge, self._after_preposition(pledge))
        if pledge.takes == "figure":
            return self._figure(pledge)
        if not pledge.verbs:
            return self._of_noun(pledge)
        return self._of_verb(pledge, pledge.verbs[-1])

    def joined(self, phrase: Phrase | None, stop: int) -> Iterator[Phrase | None]:
        """An object, and the further amounts of a list: «300 млн сомов и 5 млн долларов»."""
        yield phrase
        while phrase is not None and phrase.figure is not None and phrase.stop + 1 < stop:
            position = phrase.stop + 1
            if self._context.lower(phrase.stop) not in ("и", ","):
                break
            if self._context.lower(position) in _MORE:
                position += 1
            if position not in self._figures or position >= stop:
                break
            phrase = self._phrases.measured(position, stop)
            yield phrase

    def listed(self, phrase: Phrase, stop: int) -> Iterator[Phrase | None]:
        """The deeds of a list: «развития кооперации и возобновления рейсов»; what is no deed alone."""
        if not is_deed_noun(self._context.tokens[phrase.head].text):
            yield phrase
            return
        following: Phrase | None = phrase
        while following is not None:
            phrase, following = following, None
            for position in range(phrase.head + 1, stop):
                if self._context.lower(position) in ("и", ","):
                    following = self._deed_at(position + 1, stop, phrase)
                if following is not None:
                    phrase = replace(phrase, stop=min(phrase.stop, position))
                    break
            yield phrase

    def _deed_at(self, position: int, stop: int, like: Phrase) -> Phrase | None:
        """The deed that begins at a token, in the case of another one: of «расширения» beside «укрепление» the
        genitive is meant, which belongs to something else."""
        if like.reading is None or like.reading.case is None:
            return None
        found = self._phrases.phrase(position, stop, frozenset({like.reading.case}))
        if found is None or not is_deed_noun(self._context.tokens[found.head].text):
            return None
        may_be_genitive = "gent" in cases_of(self._context.tokens[found.head].text)
        return None if may_be_genitive and like.reading.case != "gent" else found

    # of a verb

    def _of_verb(self, pledge: Pledge, verb: int) -> Phrase | None:
        """The object right of a verb, else left of it; of a passive or reflexive verb its subject."""
        found = predicate(self._context.tokens[verb].text)
        if found is None:
            return None
        if found.lemma in NAMING:
            named = self._phrases.find(verb + 1, pledge.stop, "ablt")
            if named is not None:
                return named
        if self._context.tokens[pledge.clause].text == "," and is_relative(self._context.lower(pledge.clause + 1)):
            own = self._of_relative(pledge, verb, found)
            return own if own is not None else self._antecedent(pledge)
        finite = pledge.takes in ("futr", "passive")
        about = deed(found.lemma).about
        if pledge.takes == "passive" or about is About.SUBJECT:
            left = self._phrases.find(pledge.first if finite else pledge.clause, pledge.trigger, "nomn")
            return left or self._phrases.find(verb + 1, pledge.stop, "nomn") or self._shared_subject(pledge)
        if about is About.BESIDE:
            begun = self._begun(pledge, verb)
            return self._phrases.find(pledge.first, verb, "nomn") if begun is None and finite else begun
        return self._of_transitive(pledge, verb, found, bodies=not finite or found.first_person)

    def _of_relative(self, pledge: Pledge, verb: int, found: Predicate) -> Phrase | None:
        """«Группа, которая представит предложения»: the object of a verb whose subject is the pronoun."""
        pronoun = self._context.tokens[pledge.clause + 1].text
        is_subject = "nomn" in cases_of(pronoun, plural=found.plural) and pledge.takes == "futr" and not found.reflexive
        return self._phrases.find(verb + 1, pledge.stop, "accs") if is_subject and found.transitive else None

    def _antecedent(self, pledge: Pledge) -> Phrase | None:
        """«Завод, который построят в 2027 году»: the noun before the comma that agrees with the pronoun; of «игры
        кочевников, которые проведут» rather no living being."""
        found = list(self._antecedents(pledge))
        things = (each for each in found if each.reading is not None and "anim" not in each.reading.grammemes)
        return next(things, next(iter(found), None))

    def _antecedents(self, pledge: Pledge) -> Iterator[Phrase]:
        """Those that may be meant, the nearest first."""
        pronouns = self._context.word(pledge.clause + 1).readings
        floor = self._context.sentence(pledge.clause)[0]
        for position in range(pledge.clause - 1, max(floor, pledge.clause - _FARTHEST) - 1, -1):
            found = self._phrases.phrase(position, pledge.clause, CASES)
            if found is None or found.reading is None or found.stop != pledge.clause:
                continue
            if any(found.reading.number == r.number and r.gender in (found.reading.gender, None) for r in pronouns):
                first = adjectives_before(self._context, found.head, found.reading, floor)
                yield replace(found, first=min(found.first, first))

    def _shared_subject(self, pledge: Pledge) -> Phrase | None:
        """The subject of a verb before: «мост соединит районы и будет сдан осенью»."""
        found = self._phrases.find(pledge.clause, pledge.first, "nomn")
        return found if found is not None and found.figure is None else None

    def _begun(self, pledge: Pledge, verb: int) -> Phrase | None:
        """«Приступить к строительству»: what is begun."""
        case, forms = PREPOSITIONS["к"]
        phase = deed(self._lemma(verb)).sort is DeedSort.PHASE
        if not phase or verb + 1 >= pledge.stop or self._context.lower(verb + 1) not in forms:
            return None
        return self._phrases.phrase(verb + 2, pledge.stop, frozenset({case}))

    def _of_transitive(self, pledge: Pledge, verb: int, found: Predicate, *, bodies: bool) -> Phrase | None:
        right = self._phrases.find(verb + 1, pledge.stop, "accs", bodies=bodies)
        if pledge.takes == "futr":
            if self._has_pronoun(verb):
                return None
            left = self._nearest_amount(self._phrases.find(pledge.first, verb, "accs", bodies=bodies), verb)
            if right is None and left is None and found.plural:
                right = self._phrases.find(verb + 1, pledge.stop, "accs", bodies=True)  # «запустят Центр …»
            plain = left is not None and self._is_plain_object(left, verb, found, right)
            return left if plain else right or left
        if right is not None or self._has_pronoun(verb):
            return right
        teller = predicate(self._context.tokens[pledge.trigger].text)
        first = pledge.clause if pledge.first == pledge.trigger + 1 else pledge.first
        left = self._phrases.find(first, min(verb, pledge.trigger), "accs", bodies=bodies)
        if left is None or teller is None or teller.reflexive or teller.form == "short":
            return left
        return left if self._is_plain_object(left, pledge.trigger, teller, None) else None

    def _nearest_amount(self, found: Phrase | None, verb: int) -> Phrase | None:
        """Of several amounts before a verb the last one: «85 млн, 70 млн из них банк предоставит»."""
        if found is None or found.figure is None:
            return found
        last = next((i for i in range(verb - 1, found.stop, -1) if i in self._figures), None)
        if last is None:
            return found
        first = self._context.positions(self._figures[last].span).start
        return self._phrases.measured(first, verb)

    def _is_plain_object(self, left: Phrase, verb: int, found: Predicate, right: Phrase | None) -> bool:
        """Whether a phrase before its verb cannot be the subject: «производственную площадку подготовит завод»."""
        if left.figure is not None:
            if describes(self._context, left.first):
                return False
            measured = left.figure.amount.unit.isascii() and left.figure.amount.unit != "people"
            return measured and (right is None or right.figure is None)
        if found.first_person:
            return True
        if left.reading is None:
            return False
        plural = left.reading.number == "plur"
        if "nomn" not in cases_of(self._context.tokens[left.head].text, plural=plural):
            return True
        joined = any(self._context.tokens[i].text in ("и", ",") for i in range(left.stop, verb))
        return found.plural and not plural and not joined

    def _has_pronoun(self, verb: int) -> bool:
        """Whether a pronoun beside a verb is its object: «их подпишут главы государств»."""
        first, stop = self._context.sentence(verb)
        return any(first <= i < stop and self._context.lower(i) in OBJECT_PRONOUNS for i in (verb - 1, verb + 1))

    # of other words

    def _of_noun(self, pledge: Pledge) -> Phrase | None:
        """The object of a trigger without a verb: «ожидается подписание», «планирует строительство»."""
        right = self._phrases.find(pledge.first, pledge.stop, pledge.takes)
        if right is None and pledge.takes == "nomn":
            return self._phrases.find(pledge.clause, pledge.trigger, "nomn")
        return right

    def _figure(self, pledge: Pledge) -> Phrase | None:
        """An amount alone, to the right of its trigger or, of a verb, to the left: «ещё 500 тысяч обещает Берн». Of a
        noun the deed that the amount is of: «цель — увеличение экспорта до 1 млрд долларов».
        """
        found = next((i for i in range(pledge.first, pledge.stop) if i in self._figures), None)
        if found is not None and self._context.lower(pledge.trigger + 1) == "в" and found != pledge.trigger + 2:
            return None  # «на эти цели в бюджете»
        named = self._phrases.phrase(pledge.first, pledge.stop, frozenset({"nomn"})) if found is not None else None
        if named is not None and is_deed_noun(self._context.tokens[named.head].text):
            return named
        if found is None and predicate(self._context.tokens[pledge.trigger].text) is not None:
            left = range(pledge.clause, pledge.trigger)
            found = next((i for i in left if i in self._figures), None)
        return self._phrases.measured(found, pledge.stop) if found is not None else None

    def _after_preposition(self, pledge: Pledge) -> Phrase | None:
        case, forms = PREPOSITIONS[pledge.takes]
        for position in range(pledge.first, pledge.stop - 1):
            if self._context.lower(position) in forms:
                if position + 1 in self._figures:
                    return self._phrases.measured(position + 1, pledge.stop)
                return self._phrases.phrase(position + 1, pledge.stop, frozenset({case}))
        return None

    def _named(self, pledge: Pledge, phrase: Phrase | None) -> Phrase | None:
        """«Об объявлении 2027 года «Годом гор»»: what it is declared."""
        if phrase is None or phrase.reading is None or phrase.reading.lemma != "объявление":
            return phrase
        return self._phrases.find(phrase.stop, pledge.stop, "ablt") or phrase

    def _lemma(self, position: int) -> str:
        found = predicate(self._context.tokens[position].text)
        return found.lemma if found is not None else ""
