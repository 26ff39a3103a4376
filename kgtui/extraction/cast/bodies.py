"""Which body is meant by a common noun: «в ведомстве», «министерство», «китайская сторона», «стороны»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import body_heads, is_abbreviated_body
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import fold, word
from kgtui.model import Entity, EntityKind, Span

_BODIES = (EntityKind.ORGANISATION, EntityKind.BLOC)
_PRESS = frozenset("пресс-служба пресс-центр пресс-бюро пресс-секретариат".split())
_ANY = "*"
_SIDE = "сторона"


class Bodies:
    """The bodies of an article, by the words that stand for them later."""

    def __init__(self, context: Context, entities: Sequence[Entity]) -> None:
        self._context = context
        self._bodies = [entity for entity in entities if entity.kind in _BODIES]
        self._countries = {entity.key: entity for entity in entities if entity.kind is EntityKind.COUNTRY}

    def called(self, position: int) -> list[Entity]:
        """Whom a common noun for a body or a side means: one, both sides of a talk, nobody."""
        calling = _calling(self._context.tokens[position].text)
        if calling is None:
            return []
        if calling == _SIDE:
            return self._sides(position)
        start = self._context.tokens[position].start
        fitting = [
            (span.start, body)
            for body in self._bodies
            for span in body.spans
            if span.end <= start and self._fits(calling, body, span)
        ]
        return [max(fitting, key=lambda pair: pair[0])[1]] if fitting else []

    def _fits(self, calling: str, body: Entity, span: Span) -> bool:
        heads = _table().get(calling, frozenset({calling}))
        return _ANY in heads or not heads.isdisjoint(self._heads_of(body, span))

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
def is_press(form: str) -> bool:
    """A word for those who speak for a body: «пресс-служба»."""
    return not word(form).lemmas.isdisjoint(_PRESS)


@cache
def is_calling(form: str) -> bool:
    """A common noun by which bodies are called."""
    return _calling(form) is not None


@cache
def _calling(form: str) -> str | None:
    lemmas = (fold(reading.lemma) for reading in word(form).readings if reading.pos == "NOUN")
    return next((lemma for lemma in lemmas if lemma == _SIDE or lemma in _table() or lemma in body_heads()), None)


@cache
def _table() -> Mapping[str, frozenset[str]]:
    return {fold(row["word"]): frozenset((row["word"], *row["heads"].split())) for row in table("body_callings")}


@cache
def _heads(name: str) -> frozenset[str]:
    """The nouns that may head the name of a body; «Минэнерго» is a ministry, «Госкомстат» a committee."""
    words = name.replace("-", " ").split()
    found = {fold(text) for text in words if text.isupper()}
    found |= {fold(reading.lemma) for text in words[:4] for reading in word(text).readings[:2] if reading.pos == "NOUN"}
    if is_abbreviated_body(words[0]):
        found |= {"министерство"} if words[0].lower().startswith("мин") else set()
        found |= {"комитет"} if words[0].lower().endswith(("комитет", "комитета", "статком")) else set()
    return frozenset(found)
