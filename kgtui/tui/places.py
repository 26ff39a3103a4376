"""Where one has been: the steps that Esc goes back and that can be gone forward again, and how a place is kept for a
later session."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui import reader
    from kgtui.reader import KeptAbout, KeptPlace, KeptTable
    from kgtui.tui.jobs import briefs, tables
    from kgtui.tui.jobs.briefs import About, Brief, Compared, Pair
    from kgtui.tui.jobs.listing import Listing
    from kgtui.tui.jobs.tables import Table, TableKind, TableView
else:
    reader = Unloaded("kgtui.reader")
    briefs = Unloaded("kgtui.tui.jobs.briefs")
    tables = Unloaded("kgtui.tui.jobs.tables")

_MOST = 100  # places of one direction: more nobody goes back


class Place(NamedTuple):
    """``kept`` is what it takes to stand again where one stood. The rest is what was seen there, so that it need not be
    found or made anew; it is compared by identity, and a place of an earlier session has none of it."""

    kept: KeptPlace
    listing: Listing | None = None
    brief: Brief | Compared | None = None
    brief_value: object | None = None
    table: TableView | None = None


class History:
    """``past`` and ``future``: the nearest place last. Of the past, the first ``earlier`` are of an earlier session:
    one can go back to them, but closing what was opened in this one ends before them."""

    def __init__(self) -> None:
        self.past: list[Place] = []
        self.future: list[Place] = []
        self.earlier = 0

    def leave(self, here: Place) -> None:
        """A step is taken from here."""
        if not self.past or self.past[-1] != here:
            self.past.append(here)
        self.future.clear()
        self._forget_oldest()

    @property
    def is_at_bottom(self) -> bool:
        """Whether all steps of this session are gone back."""
        return len(self.past) <= self.earlier

    def back(self, here: Place) -> Place | None:
        """The place before; None where there is none."""
        place = _another(self.past, here, self.future)
        self.earlier = min(self.earlier, len(self.past))
        return place

    def forward(self, here: Place) -> Place | None:
        """The place that was gone back from; None where there is none."""
        return _another(self.future, here, self.past)

    def visited(self) -> list[Place]:
        """All places of both directions, the newest first."""
        return [*self.future, *reversed(self.past)]

    def leave_for(self, here: Place) -> None:
        """A step is taken from here to a place that was visited: those that one had gone back from are not lost."""
        self.past += [*self.future, here]
        self.future.clear()
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        if (more := len(self.past) - _MOST) > 0:
            del self.past[:more]
            self.earlier = max(0, self.earlier - more)

    def restart(self, past: list[Place], future: list[Place]) -> None:
        """With the places of an earlier session."""
        self.past, self.future, self.earlier = past, future, len(past)


def _another(places: list[Place], here: Place, left: list[Place]) -> Place | None:
    while places:
        place = places.pop()
        if place != here:
            left.append(here)
            return place
    return None


def kept_about(about: About | Pair | None) -> tuple[KeptAbout, ...]:
    """Nobody, one, or two that are compared."""
    if isinstance(about, briefs.Pair):
        return kept_about(about.left) + kept_about(about.right)
    if about is None:
        return ()
    section = about.section.value if about.section else ""
    first, last = (day.isoformat() if day else "" for day in (about.first, about.last))
    return (reader.KeptAbout(about.kind, about.key, about.name, section, first, last),)


def about_of(kept: tuple[KeptAbout, ...]) -> About | Pair | None:
    """Back from `kept_about`; None also where it names a section or a day that is none."""
    try:
        abouts = [_about(each) for each in kept]
    except ValueError:
        return None
    return briefs.Pair(*abouts) if len(abouts) > 1 else abouts[0] if abouts else None


def kept_table(view: TableView) -> KeptTable:
    about = kept_about(view.table.about)
    return reader.KeptTable(
        view.table.kind.value, about[0] if about else None, view.typed, view.order, view.cursor, view.top
    )


def table_kind(kept: KeptTable | None) -> TableKind | None:
    """None where there was no table, or one that only a later program knew."""
    return next((kind for kind in tables.TableKind if kind.value == kept.name), None) if kept else None


def table_view(kept: KeptTable, table: Table) -> TableView:
    """Back from `kept_table`; sorted by a column that there is no more, it is in its own order."""
    order = kept.order if kept.order in table.shown else None
    return tables.TableView(table, kept.typed, order, kept.cursor, kept.top)


def _about(kept: KeptAbout) -> About:
    from kgtui.dossier import SectionKind  # noqa: PLC0415 - not before the first paint

    section = SectionKind(kept.section) if kept.section else None
    first, last = (date.fromisoformat(day) if day else None for day in (kept.first, kept.last))
    return briefs.About(kept.kind, kept.key, kept.name, section, first, last)
