"""Meetings, visits, calls and sittings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kgtui.dossier.values.people import Person
from kgtui.dossier.values.row import Row
from kgtui.model import MeetingManner, MeetingStage, Period


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
