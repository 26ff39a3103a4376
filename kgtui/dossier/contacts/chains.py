"""From announced to held: what was announced and took place is told once, as it took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kgtui.dossier.contacts.events import ANNOUNCED_EARLY, LAG, Event
from kgtui.model import MeetingStage

_TALKS = frozenset({"meeting", "talks"})
_WEEK = 7
STALE = 60  # days after which an event announced without a day should have been heard of


@dataclass(frozen=True, slots=True)
class Ahead:
    """An announced event. ``is_past``: it should be over, and no article of the library tells of it."""

    event: Event
    is_past: bool

    @property
    def order(self) -> tuple[bool, bool, int]:
        """Soonest first, undated ones after them, the past ones last and the latest of these first."""
        day = (self.event.day or date.min).toordinal()
        return (True, False, -day) if self.is_past else (False, self.event.when is None, day)


class Chains:
    """Events as held ones, and as those still ahead on the day ``as_of``: none is in both."""

    def __init__(self, events: Sequence[Event], as_of: date) -> None:
        self.held = [event for event in events if event.is_held]
        self._by_day: dict[date, list[Event]] = {}
        for event in self.held:
            if event.day:
                self._by_day.setdefault(event.day, []).append(event)
        announced = (event for event in events if not event.is_held and not self._came_true(event))
        self.ahead = [Ahead(event, _is_past(event, as_of)) for event in announced]

    def _came_true(self, planned: Event) -> bool:
        """Whether it was held: on the day that was announced, or where none was, in its form with somebody named. What
        the announcing article itself tells of is another one."""
        if planned.stage is MeetingStage.CANCELLED:
            return False
        return any(
            _are_the_talks(held, planned)
            or (
                held.may_be(planned)
                and held.articles.isdisjoint(planned.articles)
                and (planned.when is not None or _has_its_form(held, planned))
            )
            for day in _days_of(planned)
            for held in self._by_day.get(day, ())
        )


def _are_the_talks(held: Event, planned: Event) -> bool:
    """«Пройдут переговоры», of nobody and on no day: those that the two countries held in the week after, of which
    another article tells, perhaps as of the visit during which they were announced."""
    if planned.persons or planned.when or planned.form.code not in _TALKS or held.is_of_many or not held.day:
        return False
    within = (
        not held.articles <= planned.articles
        and planned.published is not None
        and (held.day - planned.published).days <= _WEEK
    )
    return within and set(held.countries) == set(planned.countries)


def _has_its_form(held: Event, planned: Event) -> bool:
    return held.is_of_the_kind_of(planned) and not held.persons.isdisjoint(planned.persons)


def _days_of(planned: Event) -> Iterator[date]:
    """The days on which it may have been held, never before it was announced."""
    if planned.published is None:
        return
    first, last = planned.published, planned.published + timedelta(ANNOUNCED_EARLY)
    if planned.when:
        first = max(first, planned.when.first_day - timedelta(LAG))
        last = planned.when.last_day + timedelta(LAG)
    for distance in range((last - first).days + 1):
        yield first + timedelta(distance)


def _is_past(event: Event, as_of: date) -> bool:
    if event.stage is MeetingStage.CANCELLED:
        return False
    if event.when:
        return event.when.last_day < as_of
    return event.published is not None and (as_of - event.published).days > STALE
