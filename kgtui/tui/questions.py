"""What the screen asks of a library about countries and others, beside itself: each a function to plain values.

Nothing heavy is imported here at the start: gazetteer and dossier load in the thread that first needs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgtui.model import FACTS_VERSION, EntityKind, Facts
from kgtui.tui.brief_room import MOST_ROWS

if TYPE_CHECKING:
    from kgtui.dossier import Dossier, SectionKind
    from kgtui.dossier.overview import CountryOverview
    from kgtui.export.page_values import Page
    from kgtui.library import Library
    from kgtui.settings import Settings
    from kgtui.tui.visit import Visit


COUNTRY_CELLS = ("country", "articles", "months", "contact", "ahead", "trade")


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country that ``articles`` name; ``cells`` are those of `COUNTRY_CELLS`, ``overview`` what they are made of,
    None until it is known."""

    code: str
    name: str
    articles: int
    cells: tuple[str, ...] = field(compare=False)
    overview: CountryOverview | None = field(default=None, compare=False)

    @property
    def months(self) -> str:
        """The articles of the last months as a line of bars."""
        return self.cells[COUNTRY_CELLS.index("months")]


def countries(library: Library, settings: Settings) -> Iterator[list[CountryRow]]:
    """The countries that the library's articles name, most named first; then the same with their overviews."""
    from kgtui.dossier.overview import overview  # noqa: PLC0415 - loads the data files
    from kgtui.export.overview import overview_cells  # noqa: PLC0415 - with the dossier
    from kgtui.gazetteer import load_gazetteer  # noqa: PLC0415 - loads the data files

    known = load_gazetteer().countries
    yield [
        CountryRow(count.code, name := known[count.code].name, count.articles, (name, str(count.articles), *[""] * 4))
        for count in library.country_counts()
        if count.code in known
    ]
    yield [
        CountryRow(country.code, country.name, country.articles, tuple(map(str, overview_cells(country)[1:])), country)
        for country in overview(library, settings.home_country, settings.date_today())
    ]


def older_facts(library: Library) -> int:
    """Of how many articles the facts were made by an earlier version of the program."""
    return len(library.with_older_facts(FACTS_VERSION))


@dataclass(frozen=True, slots=True)
class About:
    """Whose brief is asked for: the kind and key of an entity; ``section`` alone, with all its rows, or the page."""

    kind: EntityKind
    key: str
    name: str = field(default="", compare=False)
    section: SectionKind | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Brief:
    """A dossier and the page of its words; ``trouble`` is why what is new in it could not be told."""

    dossier: Dossier
    page: Page
    trouble: Exception | None = None


def brief(library: Library, about: About, settings: Settings, visit: Visit) -> Brief:
    from kgtui.dossier import Frame, SectionKind, dossier_of, subject_of  # noqa: PLC0415 - loads the data files
    from kgtui.export.page import page_of  # noqa: PLC0415 - with the dossier
    from kgtui.reader import DamagedFile  # noqa: PLC0415 - not before the first paint

    look, trouble, today = None, None, settings.date_today()
    try:
        look = visit.look(library, about.kind, about.key, today)
    except (DamagedFile, OSError) as error:
        trouble = error
    alone = about.section
    frame = Frame(
        today,
        settings.home_country,
        look=look,
        limit=0 if alone else MOST_ROWS,
        sections=(alone,) if alone else tuple(SectionKind),
    )
    dossier = dossier_of(library, subject_of(about.kind, about.key, about.name), frame)
    return Brief(dossier, page_of(dossier), trouble)


def foreign_country(facts: Facts, home: str) -> str | None:
    """The country that an article is most about, the home country aside unless it names no other."""
    counted = [(len(e.spans), e.key) for e in facts.entities if e.kind is EntityKind.COUNTRY]
    foreign = [pair for pair in counted if pair[1] != home]
    ranked = sorted(foreign or counted, key=lambda pair: (-pair[0], pair[1]))
    return ranked[0][1] if ranked else None
