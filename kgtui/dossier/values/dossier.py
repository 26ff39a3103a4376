"""A whole dossier: its sections, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kgtui.dossier.values.row import Note, Row, Source
from kgtui.model import EntityKind

LINES = 12
"""Rows of a section where nothing else is asked for."""


class SectionKind(str, Enum):
    """The sections in the order of the page."""

    SUMMARY = "summary"
    PARTNERS = "partners"
    ANNOUNCED = "announced"
    CONTACTS = "contacts"
    PEOPLE = "people"
    HOME_PEOPLE = "home_people"
    AGREEMENTS = "agreements"
    DOCUMENTS = "documents"
    FIGURES = "figures"
    CONFLICTS = "conflicts"
    TOPICS = "topics"
    QUOTATIONS = "quotations"
    UNIONS = "unions"
    COMPANIONS = "companions"
    BODIES = "bodies"
    PROJECTS = "projects"
    PLACES = "places"
    HEADLINES = "headlines"


@dataclass(frozen=True, slots=True)
class Section:
    """The rows shown of one kind, and how many more there are."""

    kind: SectionKind
    rows: tuple[Row, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a dossier is about: a country, person, body or bloc. ``key`` is the entity's."""

    kind: EntityKind
    key: str
    name: str
    official: str = ""
    abbreviations: tuple[str, ...] = ()

    def is_home(self, home: str) -> bool:
        """Whether it is the reader's own country, whose alpha-2 code is ``home``."""
        return self.kind is EntityKind.COUNTRY and self.key == home

    def makes_pair_with(self, home: str) -> bool:
        """Whether it is another country than the reader's own."""
        return self.kind is EntityKind.COUNTRY and self.key != home


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the library has on a subject.

    ``articles`` of the library's ``total`` name it, between ``first`` and ``last`` (None where no article has a date),
    ``reprints`` of them are a text put out again, the facts of ``outdated`` were made by an earlier version of the
    program; the rows are made without the ``unread`` oldest of them. ``period``
    is that of all articles of the library. ``gaps`` are stretches of more than sixty days without an article, as (last
    day before, first day after). ``months`` are ("2025-11", articles) without holes. ``new`` counts the articles that
    came since the reader last looked, ``since`` that day; None on the first look.
    """

    articles: int
    total: int
    unread: int = 0
    reprints: int = 0
    outdated: int = 0
    sources: int = 0
    first: date | None = None
    last: date | None = None
    gaps: tuple[tuple[date, date], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    new: int = 0
    since: date | None = None
    period: tuple[date | None, date | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A subject as the library's articles show it on the day ``as_of``; ``home`` is the reader's own country.

    ``sections`` are those that were asked for, also the empty ones. ``window`` are the first and the last day of the
    articles that count (None where that end is open); of them all, or ``only_new`` those that came since the last look.
    """

    subject: Subject
    home: str
    home_name: str
    as_of: date
    coverage: Coverage
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    window: tuple[date | None, date | None] = (None, None)
    only_new: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it looks at all that the library has on its subject, and all of that was read by this version."""
        return self.window == (None, None) and not self.only_new and not self.coverage.outdated

    @property
    def is_home(self) -> bool:
        return self.subject.is_home(self.home)

    @property
    def is_of_pair(self) -> bool:
        """Whether it is on what is between the reader's own country and another one."""
        return self.subject.makes_pair_with(self.home)

    @property
    def is_empty(self) -> bool:
        """Whether no article names the subject, nor tells of a union of its."""
        return not self.coverage.articles and not any(section.rows for section in self.sections)

    def section(self, kind: SectionKind) -> Section:
        """The section of a kind; an empty one where the dossier has none."""
        return next((section for section in self.sections if section.kind is kind), Section(kind))

    def notes(self) -> Iterator[Note]:
        """Every note once, in the order of the page."""
        seen: dict[tuple[int, int], Note] = {}
        for section in self.sections:
            for row in section.rows:
                for note in row.notes:
                    seen.setdefault((note.source, note.sentence), note)
        return iter(seen.values())
