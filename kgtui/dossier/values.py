"""What a dossier is made of: sections of rows, each row with the notes that prove it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from kgtui.model import (
    Actor,
    Amount,
    Approximation,
    Direction,
    Doubt,
    EntityKind,
    Figure,
    FigureKind,
    Headline,
    Meeting,
    MeetingManner,
    MeetingStage,
    Period,
    PromiseStage,
    Span,
)

if TYPE_CHECKING:
    from kgtui.dossier.material import Told

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
class Note:
    """The sentence behind a row: ``[2.9]`` is source 2, sentence 9, both from 1.

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
    """An article that notes refer to, with its place (from 1) in the list of sources, and how many reprints of it there
    are beside it."""

    position: int
    headline: Headline
    reprints: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows have: ``notes`` (never none), whether it came since the reader last looked, and why it is not
    sure."""

    notes: tuple[Note, ...]
    is_new: bool = False
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the office that the article states, worded as there; ``country`` is alpha-2."""

    key: str
    name: str
    office: str | None = None
    country: str | None = None


class Level(str, Enum):
    """How high the most senior of those present are: heads of state; heads of government, speakers, foreign ministers;
    others."""

    HIGHEST = "highest"
    HIGH = "high"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow(Row):
    """A meeting, visit, call or session, held or ahead.

    ``form`` is a code of the table of forms and ``kind`` its noun. ``when`` is the day of the event where the text
    says it, else None and ``published``, the day of the first article, stands for it. ``occasion`` is what a table
    of many or a sitting is called («24-е заседание Совета глав правительств»), ``circumstances`` are words of the text
    for what it was part of («на полях саммита ОТГ»), of ``circumstances_of`` alone where many were there.
    ``countries`` begin with the reader's. ``participants`` are all whom the articles name, the highest office first;
    the most senior of the reader's country are ``home_side``, those of others ``other_side``, and of ``is_of_many`` (a
    summit, a sitting of a union) but those of the subject. ``is_with_home``: the reader's country is named among
    theirs. ``is_past``: what was announced should be over, and no later article tells of it.
    """

    form: str
    kind: str
    stage: MeetingStage
    level: Level
    countries: tuple[str, ...]
    when: Period | None = None
    published: date | None = None
    place: str | None = None
    home_side: tuple[Person, ...] = ()
    other_side: tuple[Person, ...] = ()
    participants: tuple[Person, ...] = ()
    occasion: str | None = None
    manner: tuple[MeetingManner, ...] = ()
    circumstances: tuple[str, ...] = ()
    circumstances_of: Person | None = None
    is_of_many: bool = False
    is_with_home: bool = True
    is_past: bool = False

    @property
    def others(self) -> int:
        """How many of those who were there are of neither side that is shown."""
        return len(self.participants) - len(self.home_side) - len(self.other_side)


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


@dataclass(frozen=True, slots=True)
class Step:
    """What an article of a later day says of the same matter; ``what`` are its words for it."""

    stage: PromiseStage
    on: date | None
    note: Note
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow(Row):
    """A matter between the sides: how binding it was when it was first told, what it is about, who is to do it.

    ``who`` are persons in their offices, others as the article names them. ``countries`` are those whom it concerns,
    ``union`` the bloc or region that it is said to. ``speaker`` tells it
    where that is another than ``who``. ``is_overdue``: ``due`` is over, and no later article of the library says that
    it was done. ``later`` are its next steps, in order of time; that they are of the same matter is offered, not sure.
    ``current`` is how binding it has become.
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


class Reach(str, Enum):
    """Between whom a figure is, from the nearest to the reader: the two sides of the brief, they and others, one side
    with a region, with a bloc, the subject alone, others."""

    BILATERAL = "bilateral"
    MANY = "many"
    REGION = "region"
    BLOC = "bloc"
    OWN = "own"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Growth:
    """The change to the period before, told beside a level; ``direction`` is None where only its size is told. ``base``
    is the period that it is to, where the sentence names it."""

    amount: Amount
    direction: Direction | None = None
    approximation: Approximation | None = None
    base: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(Row):
    """One value. ``measure`` is a code of the table of measures (None for what is not in it), ``about`` what is
    measured in the article's words, ``countries`` and ``union`` (its name) whose figure it is; ``is_directed``: the
    text tells that it is of the first one, to or from the other. ``speaker`` names it and ``data_of`` is the body whose
    data it is; both are None where the source of the figure is not told. Its notes are those of all articles that give
    the same value.
    """

    measure: str | None
    about: str | None
    amount: Amount
    kind: FigureKind
    on: date | None
    countries: tuple[str, ...] = ()
    union: str | None = None
    is_directed: bool = False
    period: Period | None = None
    approximation: Approximation | None = None
    change: Direction | None = None
    previous: Amount | None = None
    equivalent: Amount | None = None
    growth: Growth | None = None
    speaker: Person | None = None
    data_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow(Row):
    """The figures of one measure, of the same countries or union, newest period first, and how many ``more`` there are;
    ``points`` are the levels from the oldest period to the newest, where there are three or more in one unit. Its notes
    are those of the figures."""

    measure: str | None
    about: str | None
    reach: Reach
    countries: tuple[str, ...]
    union: str | None
    figures: tuple[FigureRow, ...]
    more: int = 0
    points: tuple[float, ...] = ()


class GapReason(str, Enum):
    """Why sources may differ: a label that is offered, never a verdict. The data of the two sides; a later and an
    earlier count; two records of one remark; a change that does not fit the levels; none that can be told."""

    SIDES = "sides"
    REVISED = "revised"
    WORDING = "wording"
    ARITHMETIC = "arithmetic"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow(Row):
    """Values of one claim (measure, countries, kind, period) that differ, each with its source, never averaged.

    ``gap`` is the difference between the greatest and the smallest and ``share`` the same in per cent of the smallest.
    Of a change that does not fit the levels of two periods ``values`` are the levels and the change, ``computed`` is
    the change between the levels and ``share`` None.
    """

    measure: str | None
    about: str | None
    countries: tuple[str, ...]
    union: str | None
    period: Period | None
    values: tuple[FigureRow, ...]
    gap: Amount
    share: float | None
    computed: Amount | None = None
    reason: GapReason = GapReason.UNSTATED


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRow(Row):
    """Words fit to be quoted, letter for letter; ``speaker`` in the office of that day."""

    speaker: Person
    words: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow(Row):
    """A topic (its code in the table of topics) and how many of the articles are about it."""

    topic: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionRow(Row):
    """News through a union of which the subject is a member: how many articles tell of it, and how many of these name
    the subject too."""

    key: str
    name: str
    articles: int
    naming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingRow(Row):
    """A body, place, project, country or bloc; ``articles`` name it, the newest of them ``on`` that day."""

    kind: EntityKind
    key: str
    name: str
    articles: int
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineRow(Row):
    """An article that names the subject, and how many reprints of it are folded into this row."""

    headline: Headline
    reprints: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow(Row):
    """How the reader's own country stands to another, whose alpha-2 code is ``code``: the last contact, the next one,
    the turnover of trade for the latest period."""

    code: str
    name: str
    last_contact: Told[Meeting] | None = None
    next_contact: Told[Meeting] | None = None
    trade: Told[Figure] | None = None


class SummaryKind(str, Enum):
    """What a row of «Коротко» says."""

    LAST_CONTACT = "last_contact"
    NEXT_CONTACT = "next_contact"
    AGREEMENT = "agreement"
    FIGURE = "figure"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow(Row):
    """The row of another section that a reader must know who reads nothing else."""

    about: SummaryKind
    row: Row


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


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the library has on a subject.

    ``articles`` of the library's ``total`` name it, between ``first`` and ``last`` (None where no article has a date),
    ``reprints`` of them are a text put out again; the rows are made without the ``unread`` oldest of them. ``period``
    is that of all articles of the library. ``gaps`` are stretches of more than sixty days without an article, as (last
    day before, first day after). ``months`` are ("2025-11", articles) without holes. ``new`` counts the articles that
    came since the reader last looked, ``since`` that day; None on the first look.
    """

    articles: int
    total: int
    unread: int = 0
    reprints: int = 0
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
    window: tuple[date | None, date | None] = field(default=(None, None))
    only_new: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it looks at all that the library has on its subject."""
        return self.window == (None, None) and not self.only_new

    @property
    def is_home(self) -> bool:
        return self.subject.kind is EntityKind.COUNTRY and self.subject.key == self.home

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
