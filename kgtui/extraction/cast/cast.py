"""Who acts in an article: its persons, bodies and countries by their place in the text, and whom its words refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from kgtui.extraction.cast.gender import gender_of
from kgtui.extraction.cast.mentioned import Mentioned
from kgtui.extraction.cast.reference import Reference, actor
from kgtui.extraction.cast.references import LATTER, References
from kgtui.extraction.context import Context
from kgtui.extraction.marks import Marked, Marks
from kgtui.extraction.phrases import is_verb
from kgtui.extraction.traits import is_singular_verb, is_speech_verb, opens_source, verb_gender
from kgtui.model import Actor, Entity, EntityKind, Span

_FARTHEST = 12  # sentences before a pronoun in which the one may stand whom it means
_GUEST = frozenset({"гость", "гостья"})
_HOSTING = frozenset(
    "принять принимать встретить встречать приветствовать встретиться встреча переговоры беседа".split()
)
# Nouns for people who are quoted without their names.
_NAMELESS = frozenset(
    "представитель сотрудник очевидец житель жительница корреспондент журналист собеседник свидетель источник человек"
    " чиновник специалист следователь полицейский водитель пассажир участник".split()
)
# By these an article calls one who speaks to the press, whatever his office.
_SPEAKING = frozenset({"спикер", "чиновник", "чиновница"})
_OF_BODIES = frozenset({"глава", "руководитель", "представитель"})
_LEADING = ("глава", "руководитель", "председатель", "директор", "генеральный директор", "президент", "министр")
_NEAR = 4  # sentences before an office of several holders that may settle which one is meant


class Cast:
    """The entities of an article as the rules on speech, meetings and promises ask for them; positions are those of the
    context's tokens.
    """

    def __init__(self, context: Context, entities: Sequence[Entity]) -> None:
        self.entities = tuple(entities)
        self._context = context
        self._subjects: dict[int, tuple[Reference, ...]] = {}

    def at(self, position: int, *kinds: EntityKind) -> Entity | None:
        """The entity (of one of these kinds, if any are given) that a token belongs to, of several the longest."""
        return next(iter(self._mentioned.at(position, kinds)), None)

    def within(self, first: int, stop: int, *kinds: EntityKind) -> list[Entity]:
        """The entities mentioned in a token range, in the order of their first mention there, each once."""
        found = (entity for position in range(first, stop) for entity in self._mentioned.at(position, kinds))
        return list({id(entity): entity for entity in found}.values())

    def references(self, first: int, stop: int) -> list[Reference]:
        """Whom the words of a token range refer to, in their order: names, offices, pronouns, bodies."""
        return [self._meant(found) for found in self._references.within(first, stop)]

    def stranger(self, position: int, gender: str | None) -> Reference | None:
        """The person whom capitalised words at a token name, although the list of entities has none there."""
        return self._references.people.stranger(position, gender)

    def _meant(self, found: Reference) -> Reference:
        """A pronoun with the one whom it means; the highest office of a state with one whom the text names without."""
        if found.plural or found.actors:
            return found
        if found.found_by == "pronoun":
            latter = self._context.lower(found.first) in LATTER
            meant = self._latter(found) if latter else self.antecedent(found.first, found.gender)
        elif found.rivals:
            guest = not self._context.lemmas(found.first).isdisjoint(_GUEST)
            meant = (self._received(found) if guest else None) or self._last_of(found)
        elif self._context.lemmas(found.first) & _SPEAKING and found.stop == found.first + 1:
            meant = self._who_speaks(found)
        elif found.of_state:
            meant = self._without_office(found.first)
        elif found.found_by == "role" and not self._context.lemmas(found.first).isdisjoint(_OF_BODIES):
            meant = self._of_body(found)
        elif found.is_noun and self._context.tokens[found.first].text.lower() not in _NAMELESS:
            meant = self._of_no_office(found)
        else:
            return found
        if meant is None:
            return found
        sure = meant.sure and found.found_by == "pronoun"
        return replace(found, actors=meant.actors, gender=meant.gender or found.gender, sure=sure)

    def _received(self, found: Reference) -> Reference | None:
        """«Гость»: the one whom the last sentence that tells of a reception says to be received: «Жапаров принял
        Асанова».
        """
        for others in self._people_before(found.first, _NEAR):
            known = [other for other in others if other.actor is not None and found.gender in (other.gender, None)]
            if not known:
                continue
            words = range(*self._context.sentence(known[0].first))
            if any(not self._context.lemmas(i).isdisjoint(_HOSTING) for i in words):
                received = [other for other in known if not other.may_be("nomn")]
                return received[0] if len(received) == 1 else None
        return None

    def _who_speaks(self, found: Reference) -> Reference | None:
        """The subject before, if that person speaks and holds an office at home: no guest, no diplomat."""
        meant = self.antecedent(found.first, found.gender)
        if meant is None or meant.actor is None or not self._speaks(meant):
            return None
        known = next((e for e in self.entities if actor(e) == meant.actor), None)
        return meant if known is not None and known.role is not None else None

    def _of_body(self, found: Reference) -> Reference | None:
        """«Глава фонда», «представитель фонда»: the one person whose office names that body; who represents a body is
        none that leads it.
        """
        bodies = (self._references.body(i) for i in range(found.first + 1, found.stop))
        keys = {body.actor.key for body in bodies if body is not None and body.actor is not None}
        leads = self._context.lemmas(found.first).isdisjoint({"представитель"})
        known = [
            person
            for person in self.entities
            if person.kind is EntityKind.PERSON
            and person.role_span is not None
            and (leads or not (person.role or "").startswith(_LEADING))
            and any(named.key in keys for named in self._named_in(person.role_span))
        ]
        if len(known) != 1:
            return None
        return replace(found, actors=(actor(known[0]),), gender=gender_of(known[0]))

    def _named_in(self, span: Span) -> list[Entity]:
        positions = self._context.positions(span)
        return self.within(positions.start, positions.stop, EntityKind.ORGANISATION, EntityKind.BLOC)

    def of_gender(self, found: Reference, gender: str | None) -> Reference:
        """An office of several holders, of whom the verb beside it leaves one: «сообщила министр»."""
        if found.actors or not found.rivals or gender is None:
            return found
        rivals = [rival for rival in found.rivals if self._gender(rival) in (gender, None)]
        return replace(found, actors=tuple(rivals), gender=gender) if len(rivals) == 1 else found

    def _gender(self, person: Actor) -> str | None:
        return next((gender_of(known) for known in self.entities if actor(known) == person), None)

    def _last_of(self, found: Reference) -> Reference | None:
        """Of several holders of an office the one whom the last sentence that means any of them means alone, as a
        subject: in the paragraph, or before it where that one speaks.
        """
        for others in self._people_before(found.first, _NEAR):
            named = [other for other in others if other.actor in found.rivals]
            if named and self._breaks(named[-1].first, found.first) and not self._speaks(named[-1]):
                return None
            if named:
                return named[-1] if len({other.actor for other in named}) == 1 and named[-1].may_be("nomn") else None
        return None

    def _breaks(self, one: int, other: int) -> bool:
        """Whether a line breaks between two tokens."""
        return "\n" in self._context.text[self._context.tokens[one].end : self._context.tokens[other].start]

    def _latter(self, found: Reference) -> Reference | None:
        """«Последний», «тот»: the person whom the text named last."""
        first = self._context.sentence(found.first)[0]
        before = self._people_of(self._context.sentence(first - 1)[0]) if first else ()
        known = [*before, *(other for other in self._people_of(first) if other.stop <= found.first)]
        return next((other for other in reversed(known) if other.gender in (found.gender, None)), None)

    def _of_no_office(self, found: Reference) -> Reference | None:
        """A noun for a person («музыкант»): the subject before, if that one holds no office."""
        meant = self.antecedent(found.first, found.gender)
        holds = meant is not None and any(
            actor(person) == meant.actor and self._references.people.offices.classes(person) for person in self.entities
        )
        return None if holds else meant

    def _without_office(self, position: int) -> Reference | None:
        """The subject before, if the article gives that person no office."""
        meant = self.antecedent(position, None)
        if meant is None or meant.actor is None or meant.found_by != "name":
            return None
        key = meant.actor.key
        return (
            meant
            if any(e.key == key and e.role is None and e.kind is EntityKind.PERSON for e in self.entities)
            else None
        )

    def antecedent(self, position: int, gender: str | None) -> Reference | None:
        """Whom a pronoun of this gender (None: of any) at a token means: the last person before it, outside quotation
        marks, who is a subject and of that gender; a woman also where she is none, and the only person named by then.
        Nobody where two may be meant.
        """
        others: list[Reference] = []
        for own in self._people_before(position, _FARTHEST):
            fitting = [found for found in own if gender is None or found.gender in (gender, None)]
            subjects = [found for found in fitting if self._is_subject(found)]
            if not subjects and gender == "femn":
                subjects = [found for found in fitting if found.gender == "femn"]
            if subjects:
                return self._only(subjects)
            others.extend(fitting)
        alone = {found.actor for found in others} if gender is not None else set()
        return replace(others[-1], sure=False) if len(alone) == 1 and others[-1].actors else None

    def _people_before(self, position: int, farthest: int) -> Iterator[Sequence[Reference]]:
        """The persons of the own sentence before a token, then those of each sentence before it."""
        first = self._context.sentence(position)[0]
        yield [found for found in self._people_of(first) if found.stop <= position]
        for _step in range(farthest):
            if first == 0:
                return
            first = self._context.sentence(first - 1)[0]
            yield self._people_of(first)

    def _is_subject(self, found: Reference) -> bool:
        """In the nominative, or of «по словам …»; no office of a state whose holder is still to be found, and no noun
        like «подрядчик», which may be a firm, unless it speaks.
        """
        if not found.actors and (found.of_state or (found.is_noun and not self._speaks(found))):
            return False
        at = found.first
        return found.may_be("nomn") or (
            at > 1 and opens_source(self._context.lower(at - 2), self._context.lower(at - 1))
        )

    def _only(self, subjects: Sequence[Reference]) -> Reference | None:
        """The one person of several mentions, or the one of them who speaks; None where that leaves more than one."""
        known = [found for found in subjects if found.actor is not None] or list(subjects)
        for some in (known, [found for found in known if self._speaks(found)]):
            if len({found.actor for found in some}) == 1:
                return some[-1] if some[-1].actor is not None else None
        return None

    def _speaks(self, found: Reference) -> bool:
        """Whether a verb of saying in the singular stands beside, perhaps after one word («также заявил»)."""
        first, stop = self._context.sentence(found.first)
        beside = (found.first - 1, found.stop, found.stop + 1)
        words = (self._context.tokens[i].text for i in beside if first <= i < stop)
        return any(is_speech_verb(text) and is_singular_verb(text) for text in words)

    def _people_of(self, first: int) -> tuple[Reference, ...]:
        """The persons of a sentence whom its own words refer to, without those inside quotation marks and pronouns."""
        if first not in self._subjects:
            _first, stop = self._context.sentence(first)
            self._subjects[first] = tuple(
                self._of_verb(found)
                for found in self._references.within(first, stop)
                if found.is_person
                and not found.plural
                and found.found_by != "pronoun"
                and found.first not in self._quoted
            )
        return self._subjects[first]

    def _of_verb(self, found: Reference) -> Reference:
        """A person whose name does not tell it, with the gender of the verb beside it: «госпожа Исии выразила»."""
        if found.gender is not None or not found.may_be("nomn"):
            return found
        beside = (i for i in (found.stop, found.first - 1) if 0 <= i < len(self._context))
        genders = (verb_gender(self._context.tokens[i].text) for i in beside if is_verb(self._context.tokens[i].text))
        return replace(found, gender=next(genders, None))

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """What stands between quotation marks, the outermost pairs."""
        return tuple(Marks(self._context).find())

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return frozenset(i for marked in self.marked for i in range(marked.first, marked.stop))

    @cached_property
    def _references(self) -> References:
        return References(self._context, self.entities, self._mentioned)

    @cached_property
    def _mentioned(self) -> Mentioned:
        return Mentioned(self._context, self.entities)
