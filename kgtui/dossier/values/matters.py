"""What was agreed, planned, proposed and done, and what was signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kgtui.dossier.values.people import Person
from kgtui.dossier.values.row import Note, Row
from kgtui.model import Actor, Amount, Period, PromiseStage


@dataclass(frozen=True, slots=True)
class Step:
    """What an article of a later day says of the same matter, where that is something else; ``what`` are its words for
    it."""

    stage: PromiseStage
    on: date | None
    note: Note
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow(Row):
    """A matter between the sides: how binding it was when it was first told, what it is about, who is to do it.

    ``who`` are persons in their offices, others as the article names them. ``countries`` are those whom it concerns,
    ``union`` the bloc or region that it is said to. ``speaker`` tells it where that is another than ``who``.
    ``is_overdue``: ``due`` is over, and no later article of the library says that it was done. ``later`` are the next
    steps, in order of time, each more or less binding than the one before; that they are of the same matter is offered,
    not sure. ``current`` is how binding it has become.
    """

    stage: PromiseStage
    current: PromiseStage
    what: str
    on: date | None
    who: tuple[Person | Actor, ...] = ()
    countries: tuple[str, ...] = ()
    union: str | None = None
    amount: Amount | None = None
    due: Period | None = None
    speaker: Person | Actor | None = None
    is_overdue: bool = False
    later: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RitualsRow(Row):
    """How many compliments and wishes there are beside the matters, and what the first of them are about; its notes are
    those of the examples."""

    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Row):
    """A document that was signed; ``state`` is its stage, ``when`` the time that the text gives, else None and ``on``,
    the day of the article, stands for it. ``union`` is the bloc whose states signed it together, ``amount`` and ``due``
    are what it is to bring, and by when. ``later`` are its next steps («вступление в силу»), offered, not sure."""

    name: str
    state: PromiseStage
    on: date | None
    when: Period | None = None
    place: str | None = None
    amount: Amount | None = None
    due: Period | None = None
    union: str | None = None
    later: tuple[Step, ...] = ()
