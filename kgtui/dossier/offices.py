"""Whether two wordings name one office: «киргизский премьер» and «Председатель Кабинета министров КР» do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, load_gazetteer
from kgtui.language import analyse
from kgtui.language.words import word

_HELD_BY_ONE = frozenset({"head-of-state", "head-of-government", "foreign-minister", "state-secretary"})
_HELD_BY_FIELD = frozenset({"minister", "speaker"})  # by one person for what is headed: «министр энергетики»
_SHORTEST = 4  # letters of a word that tells anything
_STEM = 5  # letters by which words are told apart: «энергетики» and «Минэнерго» name one ministry


@dataclass(frozen=True, slots=True)
class Office:
    """``klass`` is that of the gazetteer, None for an office that it lacks; ``field`` are the stems of its words."""

    klass: str | None
    field: frozenset[str]

    @property
    def has_one_holder(self) -> bool:
        """Whether a country has one holder of it at a time."""
        return self.klass in _HELD_BY_ONE or (self.klass in _HELD_BY_FIELD and bool(self.field))

    @property
    def is_full(self) -> bool:
        """Whether it says of what it is the office, or need not."""
        return self.klass in _HELD_BY_ONE or bool(self.field)

    def is_same(self, other: Office) -> bool:
        """Of the offices of one country or of one person; a shorter wording may leave out what is headed, or a part."""
        if self.klass != other.klass:
            return False
        return self.klass in _HELD_BY_ONE or self.field <= other.field or other.field <= self.field


@lru_cache(maxsize=4096)
def office_of(wording: str) -> Office:
    """The office that a wording names; of several the first."""
    analysis = analyse(wording)
    matches = load_gazetteer().match(analysis)
    office = next((match for match in matches if match.kind is MatchKind.OFFICE), None)
    countries = {i for match in matches if match.kind is MatchKind.COUNTRY for i in range(match.first, match.stop)}
    first = office.first + 1 if office else 0
    field = {
        _stem(token.text)
        for position, token in enumerate(analysis.tokens)
        if position >= first and position not in countries and token.is_word and len(token.text) >= _SHORTEST
    }
    return Office(office.code if office else None, frozenset(field))


def _stem(form: str) -> str:
    lemma = word(form).lemma
    bare = next((lemma[len(each) :] for each in _prefixes() if lemma.startswith(each)), lemma)
    return (bare if len(bare) >= _SHORTEST else lemma)[:_STEM]


@cache
def _prefixes() -> tuple[str, ...]:
    """Shortened adjectives that begin the short names of bodies («Мин»)."""
    return tuple(row["prefix"] for row in table("body_prefixes"))
