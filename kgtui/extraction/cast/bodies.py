"""Bodies as a text refers to them: by name, by a common noun («в ведомстве»), as a side of talks («стороны»)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property

from kgtui.extraction.cast.mentioned import Mentioned
from kgtui.extraction.cast.reference import Reference, actor
from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import body_heads, is_abbreviated_body
from kgtui.extraction.phrases import cases_of, is_adjective, nominative_phrase, tail_stop
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import fold, word
from kgtui.model import Actor, Entity, EntityKind, Span

_NAMED = (EntityKind.ORGANISATION, EntityKind.BLOC, EntityKind.COUNTRY)
_CALLED = (EntityKind.ORGANISATION, EntityKind.BLOC)
_PRESS = frozenset("пресс-служба пресс-центр пресс-бюро пресс-секретариат".split())
_ANY = "*"
_SIDE = "сторона"


class Bodies:
    """The bodies of an article; ``is_name`` says of a token whether a person's name begins there, ``refer`` whom the
    words at a token mean.
    """

    def __init__(
        self,
        context: Context,
        entities: Collection[Entity],
        mentioned: Mentioned,
        is_name: Callable[[int], bool],
        refer: Callable[[int], Reference | None],
    ) -> None:
        self._context = context
        self._mentioned = mentioned
        self._is_name = is_name
        self._refer = refer
        self._bodies = [entity for entity in entities if entity.kind in _CALLED]
        self._countries = {entity.key: entity for entity in entities if entity.kind is EntityKind.COUNTRY}

    def at(self, position: int) -> Reference | None:
        """The body, side or country that begins at a token; no adjective or demonym of a country."""
        text = self._context.tokens[position].text
        if _is_press(text):
            return self._common(position, text)
        match = self._context.named.get(position)
        named = self._mentioned.at(position, _NAMED)
        entity = next((entity for entity in named if not _is_press(entity.name.partition(" ")[0])), None)
        if entity is not None and (match is None or match.sense not in (Sense.ADJECTIVE, Sense.DEMONYM)):
            cases = _cases_of(text, entity.name.partition(" ")[0])
            return Reference(position, self._mentioned.stop(position), "body", (actor(entity),), cases)
        return self._common(position, text) if match is None and is_calling(text) else None

    def _common(self, position: int, text: str) -> Reference:
        """A body by a common noun: with a complement («посольство Японии») named by it, else one that was named before.
        A press service speaks for the body whose it is, where that one has a name.
        """
        owner = self._owner(position + 1) if _is_press(text) else None
        if owner is not None and owner.actors and owner.may_be("gent") and not owner.is_person:
            return replace(owner, first=position, found_by="body", cases=_cases(text))
        stop = tail_stop(self._context, position + 1, stops_at=self._ends_body)
        if owner is not None and owner.is_person and owner.may_be("gent"):
            stop = max(stop, owner.stop)
        nouns = [reading for reading in word(text).readings if reading.pos == "NOUN" and reading.case]
        if stop > position + 1 and nouns:
            name = nominative_phrase(self._context, position, position, stop, nouns[0])
            return Reference(position, stop, "body", (Actor(EntityKind.ORGANISATION, fold(name), name),), _cases(text))
        called = tuple(actor(body) for body in self._called(position))
        return Reference(position, position + 1, "body", called, _cases(text))

    def _ends_body(self, position: int) -> bool:
        """A person's name, or when something is done there: «правительство в марте»."""
        following = position + 1
        if self._context.lower(position) not in ("в", "во") or following >= len(self._context):
            return self._is_name(position)
        return not self._context.tokens[following].is_capitalised

    def _owner(self, position: int) -> Reference | None:
        """Whose a press service is: «пресс-служба внешнеполитического ведомства»."""
        end = self._context.sentence(position - 1)[1]
        while position < end and position not in self._mentioned and is_adjective(self._context.tokens[position].text):
            position += 1
        return self._refer(position) if position < end else None

    def _called(self, position: int) -> Sequence[Entity]:
        """Whom a common noun for a body or a side means: one, both sides of a talk, nobody."""
        calling = _calling(self._context.tokens[position].text)
        if calling is None:
            return []
        if calling == _SIDE:
            return self._sides(position)
        start = self._context.tokens[position].start
        last: tuple[int, Entity] | None = None
        for head in _table().get(calling, frozenset({calling})):
            ends, bodies = self._by_head.get(head, ([], []))
            before = bisect_right(ends, start) - 1
            if before >= 0 and (last is None or ends[before] > last[0]):
                last = (ends[before], bodies[before])
        return [last[1]] if last is not None else []

    @cached_property
    def _by_head(self) -> Mapping[str, tuple[list[int], list[Entity]]]:
        """Head noun («*» for any) → where the mentions of bodies with it end, in order, and the bodies."""
        mentions = sorted(((span, body) for body in self._bodies for span in body.spans), key=lambda pair: pair[0].end)
        found: dict[str, tuple[list[int], list[Entity]]] = {}
        for span, body in mentions:
            for head in (*self._heads_of(body, span), _ANY):
                ends, bodies = found.setdefault(head, ([], []))
                ends.append(span.end)
                bodies.append(body)
        return found

    def _heads_of(self, body: Entity, span: Span) -> frozenset[str]:
        """The nouns of a body's name and of this mention, and the one before a quoted name: «авиакомпания «Манас»»."""
        first = self._context.positions(span).start
        quoted = first > 1 and self._context.tokens[first - 1].text in '«"“„'
        before = self._context.lemmas(first - 2) if quoted else frozenset()
        return _heads(body.name) | _heads(span.of(self._context.text)) | before

    def _sides(self, position: int) -> list[Entity]:
        """«кыргызская сторона»: the country of the adjective; «стороны»: the countries, where the article has two."""
        match = self._context.named.get(position - 1) if position else None
        if match is not None and match.kind is MatchKind.COUNTRY and match.sense is Sense.ADJECTIVE:
            return [self._countries[match.code]] if match.code in self._countries else []
        plural = any(reading.number == "plur" for reading in self._context.word(position).readings)
        return list(self._countries.values()) if plural and len(self._countries) == 2 else []


@cache
def _is_press(form: str) -> bool:
    return not word(form).lemmas.isdisjoint(_PRESS)


@cache
def is_calling(form: str) -> bool:
    """A common noun by which bodies are called."""
    return _calling(form) is not None


@cache
def _calling(form: str) -> str | None:
    lemmas = (reading.folded for reading in word(form).readings if reading.pos == "NOUN")
    return next((lemma for lemma in lemmas if _is_calling(lemma)), None)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    return {fold(row["word"]): frozenset((row["word"], *row["heads"].split())) for row in table("body_callings")}


@cache
def _heads(name: str) -> frozenset[str]:
    """The nouns that may head the name of a body; «Минэнерго» is a ministry, «Госкомстат» a committee."""
    words = name.replace("-", " ").split()
    found = {fold(text) for text in words if text.isupper()}
    found |= {reading.folded for text in words[:4] for reading in word(text).readings[:2] if reading.pos == "NOUN"}
    if is_abbreviated_body(words[0]):
        found |= {"министерство"} if words[0].lower().startswith("мин") else set()
        found |= {"комитет"} if words[0].lower().endswith(("комитет", "комитета", "статком")) else set()
    return frozenset(found)


def _is_calling(lemma: str) -> bool:
    return lemma == _SIDE or lemma in _PRESS or lemma in _table() or lemma in body_heads()


@cache
def _cases_of(text: str, nominative: str) -> frozenset[str]:
    """The cases of a form of a word: «Банка» is no jar where a bank is named."""
    lemma = fold(nominative)
    own = frozenset(
        r.case for r in word(text).readings if r.case and lemma in (r.folded, fold(r.inflect("nomn") or ""))
    )
    return _cases(text) & own or _cases(text)


@cache
def _cases(text: str) -> frozenset[str]:
    return frozenset() if text.isupper() else cases_of(text) | cases_of(text, plural=True)
