"""Contacts as they were: all that articles tell of one of them, in however many words, is one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from kgtui.dossier.material import Told
from kgtui.extraction.meetings.forms import Form, form
from kgtui.model import Actor, Meeting, MeetingManner, MeetingStage, Period

_NUMBER = re.compile(r"\d+|[IVXLC]+(?= )")

LAG = 2  # days after an event on which it is still news
ANNOUNCED_EARLY = 120  # days over which an event without a day is announced again and again

_MANY = frozenset({"summit", "session"})
_NAMED = _MANY | {"commission", "working_group", "consultations"}
_REMOTE = frozenset({"call", "video_call"})
_VISITS = frozenset({"state_visit", "official_visit", "working_visit", "visit"})


class Event:
    """One contact; ``tellings`` in the order in which articles came out."""

    def __init__(self, tellings: Sequence[Told[Meeting]]) -> None:
        self.tellings = tellings

    @cached_property
    def articles(self) -> frozenset[int]:
        """The numbers of the articles that tell of it."""
        return frozenset(told.headline.number for told in self.tellings)

    @cached_property
    def stage(self) -> MeetingStage:
        """What the latest article says of it."""
        return self.tellings[-1].fact.stage

    @cached_property
    def form(self) -> Form:
        """The form of the highest rank; a visit without its kind comes after the visits that have one."""
        return min((form(told.fact.form) for told in self.tellings), key=lambda each: (each.rank, each.code == "visit"))

    @cached_property
    def participants(self) -> Sequence[Actor]:
        return list({actor.key: actor for told in self.tellings for actor in told.fact.participants}.values())

    @cached_property
    def persons(self) -> frozenset[str]:
        """The keys of the participants."""
        return frozenset(actor.key for actor in self.participants)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for told in self.tellings for code in told.fact.countries))

    @cached_property
    def place(self) -> str | None:
        return next((told.fact.place for told in self.tellings if told.fact.place), None)

    @cached_property
    def occasion(self) -> str | None:
        """What a table of many is called, or a sitting; who met whom needs no name."""
        named = (told.fact.occasion for told in self.tellings if told.fact.form == self.form.code)
        return next((name for name in named if name), None) if self.is_of_many or self.form.code in _NAMED else None

    @cached_property
    def manner(self) -> tuple[MeetingManner, ...]:
        said = {manner for told in self.tellings for manner in told.fact.manner}
        return tuple(manner for manner in MeetingManner if manner in said)

    @cached_property
    def circumstances(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(words for told in self.tellings for words in told.fact.circumstances))

    @cached_property
    def when(self) -> Period | None:
        """The day that a text says; never one inferred from the day of printing."""
        stated = (told.fact.date for told in self.tellings if told.fact.date and told.fact.date.span)
        return min(stated, key=lambda period: -len(period.start), default=None)

    @cached_property
    def published(self) -> date | None:
        """When it was first told of."""
        return self.tellings[0].headline.published

    @cached_property
    def day(self) -> date | None:
        """The day of the event, else that of the first article."""
        return self.when.first_day if self.when else self.published

    @cached_property
    def is_of_many(self) -> bool:
        """Whether many sit at one table: nobody there has met another by himself."""
        return (
            len(self.countries) > 2
            or any(told.fact.of_many for told in self.tellings)
            or (self.form.code in _MANY and len(self.countries) != 2)
        )

    @property
    def is_held(self) -> bool:
        return self.stage is MeetingStage.HELD

    def is_same(self, other: Event) -> bool:
        """Whether both tell of one event: the same sides, or those of whom one tells less, at one time and place; what
        is announced without a day must be of one kind. What one article tells apart stays apart."""
        return (
            self.articles.isdisjoint(other.articles)
            and self._is_at_the_time_of(other)
            and (self.place is None or other.place is None or self.place == other.place)
            and _is_same_sitting(self.occasion, other.occasion)
            and (self.is_held or bool(self.when and other.when) or self.is_of_the_kind_of(other))
            and self.may_be(other)
        )

    def may_be(self, other: Event) -> bool:
        """Whether form and sides are those of the other, whenever it was."""
        if self.is_of_many != other.is_of_many or (self.form.code in _REMOTE) != (other.form.code in _REMOTE):
            return False
        if self.is_of_many:
            return _share(self.persons, other.persons) and _overlap(self.countries, other.countries)
        if not _contains(self.persons, other.persons) or not _contains(self.countries, other.countries):
            return False
        if self.persons and other.persons:
            return True
        return set(self.countries) == set(other.countries) and self.is_of_the_kind_of(other)

    def is_of_the_kind_of(self, other: Event) -> bool:
        """Whether both are visits, or of one rank."""
        ours, theirs = self.form, other.form
        return ours.rank == theirs.rank or (ours.code in _VISITS and theirs.code in _VISITS)

    def _is_at_the_time_of(self, other: Event) -> bool:
        if self.day is None or other.day is None:
            return False
        if self.when and other.when:
            return self.when.first_day <= other.when.last_day and other.when.first_day <= self.when.last_day
        if self.when or other.when:
            return _is_news_of(*((self, other) if self.when else (other, self)))
        return abs((self.day - other.day).days) <= (LAG if self.is_held else ANNOUNCED_EARLY)


def events(tellings: Iterable[Told[Meeting]]) -> list[Event]:
    """Each event once, those first told of first."""
    found: list[Event] = []
    by_day: dict[tuple[bool, date | None], list[int]] = {}
    for told in sorted(tellings, key=_in_time):
        event = Event((told,))
        at = next((at for at in _near(event, by_day) if found[at].is_same(event)), None)
        if at is None:
            by_day.setdefault((event.is_held, event.day), []).append(len(found))
            found.append(event)
        else:
            found[at] = Event((*found[at].tellings, told))
    return found


def _near(event: Event, by_day: dict[tuple[bool, date | None], list[int]]) -> Iterator[int]:
    """The events of the days around, the nearest day first."""
    if event.day is None:
        return
    for distance in range(2 * LAG + 1 if event.is_held else ANNOUNCED_EARLY + 1):
        for day in {event.day - timedelta(distance), event.day + timedelta(distance)}:
            yield from by_day.get((event.is_held, day), ())


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


def _contains(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    mine, other = set(ours), set(theirs)
    return mine <= other or other <= mine


def _is_same_sitting(ours: str | None, theirs: str | None) -> bool:
    """Whether their numbers agree, where both have one."""
    mine, other = (_NUMBER.match(name or "") for name in (ours, theirs))
    return mine is None or other is None or mine[0] == other[0]
