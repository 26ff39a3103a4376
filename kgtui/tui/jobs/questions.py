"""What the screen asks of a library beside itself, about countries, facts and its own state: each a function to plain
values.

Nothing heavy is imported here at the start: gazetteer and dossier load in the thread that first needs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from kgtui.model import FACTS_VERSION, EntityKind

if TYPE_CHECKING:
    from kgtui.dossier.values import CountryOverview
    from kgtui.library import Library
    from kgtui.model import Facts
    from kgtui.settings import Settings


_SOON_INDEXED = 200  # articles


class IndexNeed(Enum):
    """An index where there is none, or what it is missing; the value is the work that sees to it."""

    INDEX = "index"
    MISSING = "missing"


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


def facts_of(library: Library, number: int) -> Facts:
    """What an article tells."""
    return library.facts(number)


def index_needs(library: Library) -> IndexNeed | None:
    """What would take longer than one waits for a search; mostly nothing."""
    if library.index_lacks() <= _SOON_INDEXED:
        return None
    return IndexNeed.MISSING if library.has_index() else IndexNeed.INDEX


def foreign_country(library: Library, number: int, home: str) -> str | None:
    """The country that an article is most about, the home country aside unless it names no other."""
    named = library.named_in([number]).get(number, ())
    counted = [(len(e.spans), e.key) for e in named if e.kind is EntityKind.COUNTRY]
    foreign = [pair for pair in counted if pair[1] != home]
    ranked = sorted(foreign or counted, key=lambda pair: (-pair[0], pair[1]))
    return ranked[0][1] if ranked else None
