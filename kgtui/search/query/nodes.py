"""The tree that a query is read as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kgtui.search.terms import WordTerms, country_terms, word_terms


class Field(str, Enum):
    """What of an article can be asked for by name: whom it names, where it comes from, when it was published."""

    PERSON = "person"
    COUNTRY = "country"
    BODY = "body"
    PLACE = "place"
    PROJECT = "project"
    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number, found in any form."""

    text: str

    @property
    def terms(self) -> WordTerms:
        return word_terms(self.text)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so, as they stand in the text; ``text`` is folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that differ from ``text`` (folded) by one letter, or two where it is long."""

    text: str


@dataclass(frozen=True, slots=True)
class Initial:
    """«А.» before a name: a word that begins so, given name or initial; ``text`` is one folded letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that follow each other just as they are given, letter case and ё aside; ``forms`` are folded."""

    forms: tuple[str, ...]


Part = Word | Prefix | Fuzzy | Initial


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other, each in any form."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Parts that stand within ``distance`` words of each other, in any order: see `nearness`."""

    parts: tuple[Asked | Country, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Country:
    """Words that name a country: they themselves, or (related) any other word for it. ``code`` is alpha-2."""

    words: Word | Phrase
    code: str

    @property
    def terms(self) -> WordTerms:
        return country_terms(self.code)


@dataclass(frozen=True, slots=True)
class InField:
    """What stands within the names of a kind, or in the name of the source. A field over brackets becomes one over
    each of its parts; countries and dates have nodes of their own."""

    field: Field
    asked: Asked


@dataclass(frozen=True, slots=True)
class Named:
    """Exactly the thing of this name in a field; the name is as it was typed, its spaces single."""

    field: Field
    name: str


@dataclass(frozen=True, slots=True)
class InCountry:
    """Articles that name a country by whichever word; those with ``words`` themselves first. ``code`` is alpha-2."""

    words: Word | Phrase
    code: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles published from ``first`` to ``last``, both included; None is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class All:
    """Every part must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One part must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What matches ``wanted`` (None: all articles) and nothing of ``unwanted``."""

    wanted: Node | None
    unwanted: tuple[Node, ...]


Asked = Word | Prefix | Fuzzy | Exact | Phrase  # what is asked of a text in one place
Leaf = Asked | Near | Country
Node = Leaf | InField | Named | InCountry | Dated | All | Either | Without
