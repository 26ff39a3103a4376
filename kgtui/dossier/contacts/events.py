"""Contacts as they were: all that articles tell of one of them, in however many words, is one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from kgtui.dossier.values import Told
from kgtui.extraction.meetings.forms import VISITS, Form, form, is_visit
from kgtui.language.name_words import is_patronymic
from kgtui.model import Actor, Doubt, Meeting, MeetingManner, MeetingStage, Period

_NUMBER = re.compile(r"\d+|[IVXLC]+(?= )")

LAG = 2  # days after an event on which it is still news
ANNOUNCED_EARLY = 120  # days over which an event without a day is announced again and again

_TWO = 2
_OPENING = 2  # words by which a circumstance is known
_MANY = frozenset({"summit", "session"})
_NAMED = _MANY | {"commission", "working_group", "consultations"}
_REMOTE = frozenset({"call", "video_call"})


class Event:
    """One contact; ``tellings`` in the order in which articles came out. Thousands are compared: all is made once."""

    __slots__ = (
        "articles",
        "countries",
        "day",
        "form",
        "is_of_many",
        "number",
        "participants",
        "persons",
        "place",
        "stage",
        "tellings",
        "when",
    )

    def __init__(self, tellings: Sequence[Told[Meeting]]) -> None:
        facts = [told.fact for told in tellings]
        self.tellings = tellings
        self.articles = frozenset(told.headline.number for told in tellings)
        self.stage: MeetingStage = facts[-1].stage  # what the latest article says
        self.form: Form = min((form(fact.form) for fact in facts), key=lambda each: (each.rank, each.code == "visit"))
        self.participants: Sequence[Actor] = list(
            {who.key: who for fact in facts for who in fact.participants if not _is_addressed(who)}.values()
        )
        self.persons = frozenset(actor.key for actor in self.participants)
        self.countries = tuple(dict.fromkeys(code for fact in facts for code in fact.countries))
        self.place = next((fact.place for fact in facts if fact.place), None)
        self.when = min((fact.date for fact in facts if fact.date and fact.date.span), key=_vagueness, default=None)
        self.day = self.when.first_day if self.when else self.published
        self.is_of_many = (
            len(self.countries) > _TWO
            or any(fact.of_many for fact in facts)
            or (self.form.code in _MANY and len(self.countries) != _TWO)
        )
        self.number = next((found[0] for fact in facts if (found := _NUMBER.match(fact.occasion or ""))), None)

    @property
    def published(self) -> date | None:
        """When it was first told of."""
        return self.tellings[0].headline.published

    @property
    def is_held(self) -> bool:
        return self.stage is MeetingStage.HELD

    @property
    def occasion(self) -> str | None:
        """What a table of many is called, or a sitting, rather with its number; who met whom needs no name."""
        if not self.is_of_many and self.form.code not in _NAMED:
            return None if self.form.code in VISITS | _REMOTE else self._sitting
        named = [
            told.fact.occasion for told in self.tellings if told.fact.form == self.form.code and told.fact.occasion
        ]
        return next((name for name in named if _NUMBER.match(name)), next(iter(named), None))

    @property
    def _sitting(self) -> str | None:
        """The numbered sitting that the talks of two were: «7-е заседание Высшего совета»."""
        named = (told.fact.occasion for told in self.tellings if told.fact.occasion)
        return next((name for name in named if _NUMBER.match(name)), None)

    @property
    def manner(self) -> tuple[MeetingManner, ...]:
        said = {manner for told in self.tellings for manner in told.fact.manner}
        return tuple(manner for manner in MeetingManner if manner in said)

    @property
    def circumstances(self) -> tuple[str, ...]:
        """Of those that begin alike («для участия в …») the longest; a visit is not within itself."""
        longest: dict[tuple[str, ...], str] = {}
        for words in (words for told in self.tellings for words in told.fact.circumstances):
            opening = tuple(words.split()[:_OPENING])
            if self.form.code not in VISITS or not is_visit(words):
                longest[opening] = max(longest.get(opening, ""), words, key=len)
        return tuple(longest.values())

    @property
    def is_implied(self) -> bool:
        """Whether articles tell only of what two countries did together, as «подписали заявление»."""
        return not self.persons and all(told.fact.doubt is Doubt.MEETING_IMPLIED for told in self.tellings)

    def is_same(self, other: Event) -> bool:
        """Whether both tell of one event: the same sides, or those of whom one tells less, at one time and place; what
        is announced without a day must be of one kind. What one article tells apart stays apart."""
        return (
            self.may_be(other)
            and self.articles.isdisjoint(other.articles)
            and self.is_at_the_time_of(other)
            and (self.place is None or other.place is None or self.place == other.place)
            and (self.number is None or other.number is None or self.number == other.number)
            and (self.is_held or bool(self.when and other.when) or self.is_of_the_kind_of(other))
        )

    def may_be(self, other: Event) -> bool:
        """Whether form and sides are those of the other, whenever it was."""
        if self.is_of_many != other.is_of_many or (self.form.code in _REMOTE) != (other.form.code in _REMOTE):
            return False
        if self.is_of_many:
            return _share(self.persons, other.persons) and _overlap(self.countries, other.countries)
        if not (self.persons <= other.persons or other.persons <= self.persons):
            return False
        ours, theirs = set(self.countries), set(other.countries)
        if self.persons and other.persons:
            return ours <= theirs or theirs <= ours
        return ours == theirs and self.is_of_the_kind_of(other)

    def is_of_the_kind_of(self, other: Event) -> bool:
        """Whether both are visits, or of one rank."""
        ours, theirs = self.form, other.form
        return ours.rank == theirs.rank or (ours.code in VISITS and theirs.code in VISITS)

    def is_at_the_time_of(self, other: Event) -> bool:
        if self.day is None or other.day is None:
            return False
        if self.when and other.when:
            return self.when.first_day <= other.when.last_day and other.when.first_day <= self.when.last_day
        if self.when or other.when:
            return _is_news_of(*((self, other) if self.when else (other, self)))
        return abs((self.day - other.day).days) <= (LAG if self.is_held else ANNOUNCED_EARLY)


def _is_addressed(who: Actor) -> bool:
    """«Садыр Нургожоевич»: one who speaks of another calls him so; it is not known here who he is."""
    return len(words := who.name.split()) == _TWO and is_patronymic(words[-1])


def _vagueness(period: Period) -> int:
    return -len(period.start)


_Shelf = tuple[bool, bool, int]


def events(tellings: Iterable[Told[Meeting]]) -> list[Event]:
    """Each event once, those first told of first."""
    found: list[Event] = []
    shelves: dict[_Shelf, list[int]] = {}
    for told in sorted(tellings, key=_in_time):
        event = Event((told,))
        at = next((at for shelf in _near(event) for at in shelves.get(shelf, ()) if found[at].is_same(event)), None)
        if at is None:
            shelves.setdefault(_shelf(event, 0), []).append(len(found))
            found.append(event)
        else:
            found[at] = Event((*found[at].tellings, told))
    return [event for event in found if not (event.is_implied and _is_of_another(event, found))]


def _is_of_another(implied: Event, events: Iterable[Event]) -> bool:
    """Whether the two countries met around the day on which they signed something: it was signed there."""
    return any(
        event is not implied
        and event.is_held
        and not event.is_of_many
        and set(event.countries) == set(implied.countries)
        and implied.is_at_the_time_of(event)
        for event in events
    )


def _shelf(event: Event, distance: int) -> _Shelf:
    """Where events stand that may be the same, so many days later."""
    return event.is_held, event.is_of_many, (event.day.toordinal() if event.day else 0) + distance


def _near(event: Event) -> Iterator[_Shelf]:
    """The days around, the nearest first; none of an event without a day."""
    if event.day is not None:
        yield _shelf(event, 0)
        for distance in range(1, (2 * LAG if event.is_held else ANNOUNCED_EARLY) + 1):
            yield _shelf(event, -distance)
            yield _shelf(event, distance)


def _in_time(told: Told[Meeting]) -> tuple[date, int, int]:
    return told.headline.published or date.min, told.headline.number, told.fact.span.start


def _is_news_of(dated: Event, told: Event) -> bool:
    """Whether an article without the day came out when the dated event was news, or still ahead."""
    if dated.when is None or told.published is None:
        return False
    first, last = dated.when.first_day, dated.when.last_day
    if told.is_held:
        return first <= told.published <= last + timedelta(LAG)
    return first - timedelta(ANNOUNCED_EARLY) <= told.published <= first


def _share(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _overlap(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Of many countries an article may name but some."""
    return len(set(ours) & set(theirs)) >= min(2, len(set(ours)), len(set(theirs)))
