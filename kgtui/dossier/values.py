"""What a dossier is made of: sections of lines, each with the note that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kgtui.model import EntityKind, Headline, Span

LINES = 12
"""Lines of a section where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Note:
    """The sentence behind a line: ``[2.9]`` is source 2, sentence 9, both from 1.

    ``number`` and ``id`` are the article's, ``span`` is the sentence in the article's text and ``quotation`` that
    sentence letter for letter.
    """

    source: int
    sentence: int
    number: int
    id: str
    span: Span
    quotation: str

    @property
    def label(self) -> str:
        return f"{self.source}.{self.sentence}"


@dataclass(frozen=True, slots=True)
class Source:
    """An article that notes refer to, with its place (from 1) in the list of sources."""

    position: int
    headline: Headline


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a person with the office, a body, a place, a headline.

    ``text`` is the name or title, ``detail`` an office as the text words it, or nothing. ``on`` is the date of the
    article that states the detail, or in which the thing is named; None where the article has no date. ``articles``
    counts the articles about the country that name it. ``kind`` and ``key`` are the entity's, None for a headline.
    """

    text: str
    detail: str
    note: Note
    on: date | None
    articles: int
    kind: EntityKind | None = None
    key: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The lines shown of one kind, and how many more there are."""

    lines: tuple[Line, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """A country as the library's articles show it.

    ``articles`` of the library's ``total`` name the country, between ``first`` and ``last`` (None where no article
    has a date). ``home_people`` are the reader's own side, ``blocs`` the unions, ``projects`` the named projects of the
    articles that are about the country and of the sentences that name it; of the home country itself ``home_people``
    is empty.
    """

    code: str
    name: str
    official: str
    abbreviations: tuple[str, ...]
    home: str
    home_name: str
    articles: int
    total: int
    first: date | None
    last: date | None
    people: Section
    home_people: Section
    bodies: Section
    blocs: Section
    places: Section
    projects: Section
    headlines: Section
    sources: tuple[Source, ...]

    @property
    def is_home(self) -> bool:
        return self.code == self.home
