"""Persons in their offices, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kgtui.dossier.values.row import Note, Row


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the office that the article states, worded as there; ``country`` is alpha-2."""

    key: str
    name: str
    office: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that somebody held on a day."""

    person: Person
    on: date | None
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow(Row):
    """Somebody with the office of the day ``on``, the latest that is stated. ``articles`` name them.

    ``earlier`` are other offices that they held, ``predecessor`` who held the present one before, ``spellings`` how
    sources write the name where it is not ``person.name``.
    """

    person: Person
    on: date | None
    articles: int
    earlier: tuple[Tenure, ...] = ()
    predecessor: Tenure | None = None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRow(Row):
    """Words fit to be quoted, letter for letter; ``speaker`` in the office of that day."""

    speaker: Person
    words: str
    on: date | None
