"""What articles say of those whom they name: figures, speech, meetings and promises, each with the words that say so.

``found_by`` names the rule that found a fact, ``doubt`` why it is not sure of it.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kgtui.model.doubts import Doubt
from kgtui.model.entities import Entity
from kgtui.model.headlines import Span
from kgtui.model.kinds import EntityKind, FactKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One who speaks, meets or promises: the kind, key and name of an entity."""

    kind: EntityKind
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month, year or a run of them. ``start`` and ``end`` are the first and the last one of the run, both as
    exact as the text: "2025", "2025-01" or "2025-01-14"; ``span`` are the words that say so, None where it is inferred.
    """

    start: str
    end: str
    span: Span | None = None
    doubt: Doubt | None = None

    @property
    def iso(self) -> str:
        """As it is exchanged: "2025-01/2025-08", and "2024" where start and end are one.

        >>> Period("2025-01", "2025-08").iso, Period("2024", "2024").iso
        ('2025-01/2025-08', '2024')
        """
        return self.start if self.start == self.end else f"{self.start}/{self.end}"

    @property
    def first_day(self) -> date:
        return date.fromisoformat(self.start + "0000-01-01"[len(self.start) :])

    @property
    def last_day(self) -> date:
        """
        >>> Period("2024-01", "2024-02").last_day
        datetime.date(2024, 2, 29)
        """
        year, month, day = (*map(int, self.end.split("-")), 0, 0)[:3]
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in base units, or a range of them (``value`` is None).

    ``unit`` is an ISO 4217 code, "percent", "pp" (percentage points), "times", "people", "tonnes", "kg", "km", "m",
    "m2", "km2", "m3", "km3", "ha", "MW", "kV", "kWh", else the lemma of the counted noun.
    """

    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


PROPORTIONS = frozenset({"percent", "pp", "times"})
"""Units of what has no size of its own: a share, a difference of shares, a multiple."""


class Approximation(str, Enum):
    ABOUT = "about"
    MORE = "more"
    LESS = "less"
    UP_TO = "up_to"


class Direction(str, Enum):
    UP = "up"
    DOWN = "down"


class FigureKind(str, Enum):
    """What a figure says of what it measures; figures of different kinds are never compared."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    TARGET = "target"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that measures something. ``span`` is the amount with its unit.

    ``about`` is the measured thing in the nominative, ``change`` the direction of a size of change (None for a level),
    ``countries`` are the alpha-2 codes of those whose figure it is, ``period`` is the time that is measured, of a
    target its year. ``union`` is the bloc or region with which ``countries`` together have the figure («товарооборот
    Кыргызстана со странами ШОС»), of no countries whose it is alone: it is no figure of its members. ``is_directed``:
    the text tells that it is of the first country, to or from the other one or the union. ``measure`` is a code of the
    table of measures, None where the thing is none of them. ``data_of`` is whose data it is, in the nominative, where
    no body or person that says it is named («китайская таможня»).
    ``equivalent`` is the same amount in another currency, as the text gives it, and ``previous`` the level that it
    changed from.
    """

    fact_kind: ClassVar[FactKind] = FactKind.FIGURE

    span: Span
    amount: Amount
    kind: FigureKind = FigureKind.LEVEL
    approximation: Approximation | None = None
    change: Direction | None = None
    about: str | None = None
    about_span: Span | None = None
    measure: str | None = None
    countries: tuple[str, ...] = ()
    union: Actor | None = None
    is_directed: bool = False
    period: Period | None = None
    equivalent: Amount | None = None
    previous: Amount | None = None
    data_of: str | None = None
    found_by: str = "rule"
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody says. ``span`` is the speech: of direct speech what stands inside the marks, else the clause that
    tells it. ``parts`` are its pieces without the author's words between them. ``speaker`` is None where the text
    leaves more than one; ``speaker_span`` are the words that name them, ``verb_span`` the verb of saying.
    """

    span: Span
    parts: tuple[Span, ...]
    direct: bool
    speaker: Actor | None = None
    speaker_span: Span | None = None
    verb_span: Span | None = None
    found_by: str = "rule"
    doubt: Doubt | None = None

    @property
    def fact_kind(self) -> FactKind:
        return FactKind.QUOTE if self.direct else FactKind.STATEMENT


class MeetingStage(str, Enum):
    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class MeetingManner(str, Enum):
    """In which composition those who meet sit."""

    ONE_ON_ONE = "one_on_one"
    NARROW = "narrow"
    EXPANDED = "expanded"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact of persons or countries. ``span`` are the words that tell of it, ``told`` those of other sentences
    that say more of it.

    ``form`` is a code of the table of forms («official_visit», «talks», «summit», «call»…), ``kind`` its noun in the
    nominative. ``participants`` are persons, ``countries`` the alpha-2 codes of those represented. ``date`` has no span
    where it is inferred from the day of publication. ``occasion`` is what the event is called, in the nominative, with
    its number («24-е заседание Совета глав правительств»); ``circumstances`` are words of the text that say in which
    connection it is held («на полях саммита ОТГ», «по приглашению президента Х»). ``of_many``: a union or a group of
    countries sits together, of which the text need not name all.
    """

    fact_kind: ClassVar[FactKind] = FactKind.MEETING

    span: Span
    form: str
    kind: str
    stage: MeetingStage = MeetingStage.HELD
    participants: tuple[Actor, ...] = ()
    countries: tuple[str, ...] = ()
    place: str | None = None
    date: Period | None = None
    occasion: str | None = None
    manner: tuple[MeetingManner, ...] = ()
    circumstances: tuple[str, ...] = ()
    of_many: bool = False
    told: tuple[Span, ...] = ()
    found_by: str = "rule"
    doubt: Doubt | None = None


class PromiseStage(str, Enum):
    """How binding a matter between the sides is, binding first."""

    DONE = "done"
    SIGNED = "signed"
    UNDER_WAY = "under_way"
    AGREED = "agreed"
    INSTRUCTED = "instructed"
    TARGET = "target"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DISCUSSED = "discussed"
    RITUAL = "ritual"
    POSTPONED = "postponed"

    @property
    def status(self) -> str | None:
        """The coarser word of a promise, "agreed", "planned" or "proposed"; None for what promises nothing."""
        return _STATUSES.get(self)


_STATUSES: Mapping[PromiseStage, str] = {
    PromiseStage.SIGNED: "agreed",
    PromiseStage.AGREED: "agreed",
    PromiseStage.INSTRUCTED: "planned",
    PromiseStage.TARGET: "planned",
    PromiseStage.PLANNED: "planned",
    PromiseStage.PROPOSED: "proposed",
    PromiseStage.POSTPONED: "planned",
}


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody is to do, does or has done. ``span`` are the words that say so, ``what`` is the action or goal in
    the nominative (at most eight words), ``amount`` its size, ``due`` the time by which it is to be done. ``speaker``
    tells it, where that is another than ``who``.

    ``countries`` are the alpha-2 codes of those between whom the matter lies, ``union`` the bloc or region whose
    states it is said to together, None of what two sides have between them. ``document`` is what was signed, in the
    nominative («соглашение о строительстве моста»), ``on`` when it was, where the text says so.
    """

    fact_kind: ClassVar[FactKind] = FactKind.PROMISE

    span: Span
    stage: PromiseStage
    what: str
    who: tuple[Actor, ...] = ()
    amount: Amount | None = None
    due: Period | None = None
    speaker: Actor | None = None
    countries: tuple[str, ...] = ()
    union: Actor | None = None
    document: str | None = None
    on: Period | None = None
    found_by: str = "rule"
    doubt: Doubt | None = None

    @property
    def is_bare_document(self) -> bool:
        """A document of which is not told what it is about («подписали меморандум»): it binds to nothing known."""
        return self.document is not None and self.document == self.what


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about. ``key`` is a code of the table of topics, ``span`` the first sentence that says so,
    ``sentences`` how many do."""

    span: Span
    key: str
    sentences: int
    found_by: str = "topic_words"
    doubt: Doubt | None = None


Fact = Figure | Quote | Meeting | Promise
Stated = Fact | Period | Topic


FACT_TYPES: Mapping[FactKind, type[Stated]] = {
    FactKind.FIGURE: Figure,
    FactKind.QUOTE: Quote,
    FactKind.STATEMENT: Quote,
    FactKind.MEETING: Meeting,
    FactKind.PROMISE: Promise,
    FactKind.PERIOD: Period,
    FactKind.TOPIC: Topic,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was extracted from one document; ``version`` is that of the extractors.

    ``quotes`` are direct speech and ``statements`` indirect speech. ``recognised`` is the version of the recogniser
    that took part, 0 where none did.
    """

    version: int
    entities: tuple[Entity, ...]
    periods: tuple[Period, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Quote, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    promises: tuple[Promise, ...] = ()
    topics: tuple[Topic, ...] = ()
    recognised: int = 0

    def of(self, kind: FactKind) -> tuple[Stated, ...]:
        """All facts of a kind."""
        found: tuple[Stated, ...] = getattr(self, f"{kind.value}s")
        return found

    @property
    def told(self) -> tuple[Fact, ...]:
        """Figures, speech, meetings and promises in the order of the text, a wider one before what stands in it;
        compliments are counted in briefs and marked nowhere."""
        promises = (promise for promise in self.promises if promise.stage is not PromiseStage.RITUAL)
        every: tuple[Fact, ...] = (*self.figures, *self.quotes, *self.statements, *self.meetings, *promises)
        return tuple(sorted(every, key=lambda fact: (fact.span.start, -fact.span.end)))
