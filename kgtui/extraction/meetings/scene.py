"""One article as the rules on meetings see it: sentences with their parties, what is quoted, who its people are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from kgtui.extraction.cast import Cast, Reference
from kgtui.extraction.context import Context, lemmas_of
from kgtui.extraction.marks import Marked
from kgtui.extraction.meetings.finder import PartyFinder
from kgtui.extraction.meetings.lands import Lands
from kgtui.extraction.meetings.parties import Series
from kgtui.extraction.speech.words import VerbKind, speech_verb
from kgtui.gazetteer import MatchKind
from kgtui.model import Entity, EntityKind, Period

_FIRMS = frozenset("компания корпорация фонд банк ассоциация холдинг концерн организация агентство центр".split())
_OF_BODIES = ("генеральный секретарь", "генсек")  # of no country
_OPENING, _CLOSING = frozenset('«"„“'), frozenset('»"“”')
_LONGEST_NAME = 14  # tokens
_PRESS = ("пресс-секретарь", "официальный представитель", "корреспондент", "журналист")


class Scene:
    """What the rules ask of an article; all is looked up when it is first asked for."""

    def __init__(self, context: Context, cast: Cast, periods: Sequence[Period]) -> None:
        self.context = context
        self.cast = cast
        self.periods = periods
        self._series: dict[int, list[Series]] = {}

    @cached_property
    def lands(self) -> Lands:
        return Lands(self.context)

    @cached_property
    def _finder(self) -> PartyFinder:
        return PartyFinder(self.context, self.cast, self.lands)

    def series(self, position: int) -> list[Series]:
        """The parties in the sentence of a token, those within quoted speech left out."""
        first, stop = self.context.sentence(position)
        found = self._series.get(first)
        if found is None:
            rows = self._finder.series(first, stop)
            found = self._series[first] = [row for row in rows if row.first not in self.quoted]
        return found

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The positions of tokens that stand between quotation marks; what a release says («…», — говорится в
        сообщении) tells of meetings as the article's own words do.
        """
        spoken = (marked for marked in self.cast.marked if not self._is_released(marked))
        return frozenset(i for marked in spoken for i in range(marked.first, marked.stop))

    def _is_released(self, marked: Marked) -> bool:
        following = range(marked.stop + 1, min(len(self.context), marked.stop + 4))
        verbs = (speech_verb(self.context.tokens[i].text) for i in following)
        return any(verb is not None and verb.kind is VerbKind.IMPERSONAL for verb in verbs)

    def past_quoted(self, position: int) -> int:
        """Past a name in quotation marks that begins at a token: «саммит „Центральная Азия — ЕС“»."""
        tokens = self.context.tokens
        if position >= len(tokens) or tokens[position].text not in _OPENING:
            return position
        following = range(position + 1, min(len(tokens), position + _LONGEST_NAME))
        return next((i + 1 for i in following if tokens[i].text in _CLOSING), position)

    @cached_property
    def sites(self) -> frozenset[int]:
        """The positions of tokens that belong to a place."""
        places = (match for match in self.context.matches if match.kind is MatchKind.PLACE)
        found = {position for match in places for position in range(match.first, match.stop)}
        spans = (span for entity in self.cast.entities if entity.kind is EntityKind.PLACE for span in entity.spans)
        return frozenset(found.union(*(self.context.positions(span) for span in spans)))

    def person(self, reference: Reference | None) -> Entity | None:
        """The person whom a reference means, if it means one."""
        meant = reference.actor if reference is not None else None
        return self._people.get(meant.key) if meant is not None and meant.kind is EntityKind.PERSON else None

    @cached_property
    def _people(self) -> dict[str, Entity]:
        return {entity.key: entity for entity in self.cast.entities if entity.kind is EntityKind.PERSON}

    @cached_property
    def officers(self) -> tuple[Entity, ...]:
        """The persons of the article who hold an office of a state or of a world body and do not speak for another."""
        people = self._people.values()
        held = (p for p in people if p.role and (p.country or self.is_international(p)))
        return tuple(person for person in held if not (person.role or "").startswith(_PRESS))

    def is_international(self, person: Entity) -> bool:
        """Whether somebody's office is one of a union of countries or of a world body."""
        role = person.role or ""
        if role.startswith("евро") or (person.country is None and role.startswith(_OF_BODIES)):
            return True
        span = person.role_span
        blocs = (match for match in self.context.matches if match.kind is MatchKind.BLOC)
        return span is not None and any(match.span.overlaps(span) for match in blocs)

    def is_of_foreign_firm(self, person: Entity) -> bool:
        """Whether somebody leads a firm whose name is written in Latin letters."""
        words = (person.role or "").split()
        return self.is_of_firm(person) and any(text[0].isascii() and text.strip("«»").isalpha() for text in words)

    def is_of_firm(self, person: Entity) -> bool:
        """Whether somebody of no stated country leads a firm, a fund, a bank or an association."""
        if person.country is not None or person.role is None:
            return False
        return "«" in person.role or any(lemma in _FIRMS for text in person.role.split() for lemma in lemmas_of(text))
