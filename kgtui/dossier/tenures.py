"""Who held an office when, as articles state it: what a person held before, and who held an office before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kgtui.dossier.namings import Group, Naming
from kgtui.dossier.offices import Office, office_of


@dataclass(frozen=True, slots=True)
class Held:
    """An office of a person: the newest article that states it in full, the first and the last day of any that does."""

    office: Office
    naming: Naming
    first: date | None
    last: date | None

    @property
    def of(self) -> tuple[str | None, str | None]:
        """The class of the office and its country: only offices that share both may be one."""
        return self.office.klass, self.naming.entity.country


def held_by(group: Group) -> Sequence[Held]:
    """The offices of a person, the one stated last first."""
    found: list[list[Naming]] = []
    for naming in group:
        if naming.entity.role:
            office = _office(naming)
            same = next((each for each in found if office.is_same(_office(each[0]))), None)
            if same is None:
                found.append([naming])
            else:
                same.append(naming)
    return [_held(each) for each in found]


def _held(namings: Sequence[Naming]) -> Held:
    """«Министр» says less than «министр энергетики»."""
    full = next((naming for naming in namings if _office(naming).is_full), namings[0])
    days = list(_days(namings))
    return Held(_office(full), full, min(days, default=None), max(days, default=None))


def left(offices: Sequence[Held]) -> Iterator[Held]:
    """Of a person's offices those that were stated for the last time before the present one was for the first."""
    for held in offices[1:]:
        if _is_before(held, offices[0]):
            yield held


class Succession:
    """Who followed whom in an office of one country, each known by the place of their offices in a sequence."""

    def __init__(self, offices: Sequence[Sequence[Held]]) -> None:
        self._held: dict[tuple[str | None, str | None], list[tuple[int, Held]]] = {}
        for place, theirs in enumerate(offices):
            for held in theirs:
                if held.office.has_one_holder:
                    self._held.setdefault(held.of, []).append((place, held))

    def before(self, place: int, present: Held) -> tuple[int, Held] | None:
        """Who held the present office of the one at a place last before it was first stated of them."""
        if not present.office.has_one_holder:
            return None
        found = [
            (other, held)
            for other, held in self._held.get(present.of, ())
            if other != place and held.office.is_same(present.office) and _is_before(held, present)
        ]
        return max(found, key=lambda pair: pair[1].last or date.min, default=None)


def _is_before(held: Held, present: Held) -> bool:
    return held.last is not None and present.first is not None and held.last < present.first


def _office(naming: Naming) -> Office:
    return office_of(naming.entity.role or "")


def _days(namings: Sequence[Naming]) -> Iterator[date]:
    return (day for naming in namings if (day := naming.article.headline.published))
