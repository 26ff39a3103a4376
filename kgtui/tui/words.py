"""How dates, sources, counts and errors are worded on the screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES
from kgtui.locale import t
from kgtui.model import Headline, MarkFilter, MarkKind

if TYPE_CHECKING:
    from kgtui.library import Facet, FacetKind, LibraryError
    from kgtui.tui.jobs.listing import Listing
    from kgtui.tui.jobs.widening import Widening

_SHORT_GIVEN = 3  # letters: Си, Ли, Ким are surnames that come first


def day(when: date | None) -> str:
    """A date in the house style, empty where there is none."""
    return t("screen.date", day=when.day, month=when.month, year=when.year) if when else ""


def period(first: date | None, last: date | None) -> str:
    """From one day to another; a single day where they are one."""
    if first == last or first is None or last is None:
        return day(first or last)
    return t("screen.period", first=day(first), last=day(last))


def citation(headline: Headline) -> str:
    """Date and outlet, as they stand behind what is copied."""
    return ", ".join(part for part in (headline.outlet, day(headline.published)) if part) or headline.id


def articles(count: int) -> str:
    return t("screen.articles", count=count)


def facet_name(kind: FacetKind, name: str) -> str:
    """The name of a facet's value: of a month its name and year."""
    if kind.value != "month":
        return name
    year, _, number = name.partition("-")
    return t("screen.facet.month_name", month=_month(number), year=year)


def facet_words(kind: FacetKind, name: str) -> str:
    """Its name in all the words by which somebody may look for it: a month also in full."""
    if kind.value != "month":
        return name
    year, _, number = name.partition("-")
    return f"{facet_name(kind, name)} {t(f'contact.month.{int(number)}', year=year)}"


def short_names(facet: Facet) -> list[str]:
    """The names of a facet's values where there is little room: of persons the surname, of the months of one year
    the month."""
    names = [value.name for value in facet.values]
    if facet.kind.value == "person":
        return [_surname(name) for name in names]
    if facet.kind.value == "month" and len({name[:4] for name in names}) == 1:
        return [_month(name[5:]) for name in names]
    return [facet_name(facet.kind, name) for name in names]


def _month(number: str) -> str:
    return t(f"common.month.{int(number)}")


def _surname(name: str) -> str:
    given, _, surname = name.rpartition(" ")
    return surname if len(given) > _SHORT_GIVEN else name


def mark_name(wanted: MarkFilter) -> str:
    """Articles with a mark, in a word or two: «закладки», «#граница»."""
    return f"#{wanted.tag}" if wanted.kind is MarkKind.TAG else t(f"screen.marks.kind.{wanted.kind.value}")


def nothing_listed(listing: Listing) -> str:
    """Why a list is empty, and what to do."""
    if listing.marked is not None:
        return t("screen.marks.nothing_listed", name=mark_name(listing.marked), keys=KEY_NAMES)
    if listing.kind.value == "search":
        return t("screen.list.no_hits", query=listing.query, keys=KEY_NAMES)
    return t("screen.list.empty" if listing.kind.value == "all" else "screen.list.none_alike", keys=KEY_NAMES)


def no_hits(query: str, wider: Widening) -> str:
    """What each part of a query finds by itself, and the key that searches for less."""
    parts = " · ".join(t("screen.list.part", part=part, count=count) for part, count in wider.parts)
    return t(
        "screen.list.widen",
        query=query,
        parts=parts,
        wider=wider.query,
        articles=articles(wider.articles),
        keys=KEY_NAMES,
    )


def library_error(error: LibraryError) -> str:
    """What is wrong with a library, and what to do."""
    from kgtui import refusal  # noqa: PLC0415 - hardly ever needed

    cause = getattr(error, "cause", error)
    reason, step = refusal.reason(cause), refusal.next_step(cause)
    return t(f"screen.library.{type(error).__name__}", path=error.path, reason=reason, step=step)


def failure(error: Exception) -> str:
    """Why something could not be done, and what to do."""
    from kgtui.unforeseen import unforeseen  # noqa: PLC0415 - hardly ever needed

    return foreseen(error) or unforeseen(error)


def foreseen(error: Exception) -> str:
    """The words for what the record, the files or the system refuse; none for a mistake of the program."""
    from kgtui import refusal  # noqa: PLC0415 - as above
    from kgtui.library import LibraryError  # noqa: PLC0415 - not before the first paint
    from kgtui.reader import DamagedFile  # noqa: PLC0415 - as above
    from kgtui.tui.jobs.helper.process import HelperGone  # noqa: PLC0415 - as above

    if isinstance(error, LibraryError):
        return library_error(error)
    if refusal.is_of_database(error):
        return t("errors.library.damaged", reason=refusal.reason(error))
    if isinstance(error, DamagedFile):
        return t("errors.reader_file", path=error.path, reason=error.reason)
    if isinstance(error, HelperGone):
        return t("screen.state.helper_gone")
    if isinstance(error, OSError):
        return refusal.sentence(error)
    return ""
