"""Briefs on the screen: whose, how far, one alone or two side by side. What makes them runs beside the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kgtui.model import EntityKind
from kgtui.tui.jobs.brief_room import COMPARED_ROWS, MOST_ROWS

if TYPE_CHECKING:
    from kgtui.dossier import Dossier, Frame, Note, SectionKind
    from kgtui.dossier.comparison import Comparison
    from kgtui.export.comparison import ComparedPage
    from kgtui.export.page_values import Page
    from kgtui.library import Library
    from kgtui.model import Headline
    from kgtui.settings import Settings
    from kgtui.tui.jobs.visit import Visit


@dataclass(frozen=True, slots=True)
class About:
    """Whose brief is asked for, by the kind and key of an entity: ``section`` alone, with all its rows, or the page.
    One side of a pair may be of the articles between two days."""

    kind: EntityKind
    key: str
    name: str = field(default="", compare=False)
    section: SectionKind | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two briefs to lay side by side: of two, or of one in two periods."""

    left: About
    right: About

    @property
    def name(self) -> str:
        return " — ".join(dict.fromkeys((self.left.name, self.right.name)))


@dataclass(frozen=True, slots=True)
class Opening:
    """The first lines of a brief, which are there before its sections."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Brief:
    """A dossier, the frame it was made in, and the page of its words; ``trouble`` is why what is new in it could not be
    told."""

    dossier: Dossier
    frame: Frame
    page: Page
    trouble: Exception | None = None

    @property
    def name(self) -> str:
        return self.dossier.subject.name

    @property
    def is_section(self) -> bool:
        """Whether it is one section with all its rows."""
        return len(self.frame.sections) == 1

    @property
    def articles(self) -> int:
        return self.dossier.coverage.articles

    @property
    def head(self) -> tuple[str, ...]:
        return (self.page.title, self.page.as_of, *self.page.head)

    def headline(self, note: Note) -> Headline:
        """The article of a note."""
        return _headline(note, self.dossier)


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two dossiers and the page on which they stand side by side."""

    comparison: Comparison
    page: ComparedPage
    trouble: Exception | None = None

    @property
    def name(self) -> str:
        return self.page.title

    @property
    def articles(self) -> int:
        return self.comparison.articles

    @property
    def head(self) -> tuple[str, ...]:
        return (self.page.title, self.page.as_of, *self.page.titles)

    def headline(self, note: Note) -> Headline:
        """The article of a note."""
        return _headline(note, self.comparison.left, self.comparison.right)


def _headline(note: Note, *dossiers: Dossier) -> Headline:
    sources = (source.headline for dossier in dossiers for source in dossier.sources)
    return next(headline for headline in sources if headline.number == note.number)


def brief(library: Library, about: About, settings: Settings, visit: Visit) -> Iterator[Opening | Brief]:
    """First what stands above it, then the whole. Making it is a look at it."""
    from kgtui.dossier import Frame, SectionKind, dossier_of, head_of, subject_of  # noqa: PLC0415 - loads the data files
    from kgtui.export.coverage_words import head_lines  # noqa: PLC0415 - with the dossier
    from kgtui.export.wording import title  # noqa: PLC0415 - with the dossier
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
    subject = subject_of(about.kind, about.key, about.name)
    head = head_of(library, subject, frame)
    yield Opening((title(head), *head_lines(head)))
    from kgtui.export.page import page_of  # noqa: PLC0415 - the words of rows take longer to load than the head

    dossier = dossier_of(library, subject, frame)
    yield Brief(dossier, frame, page_of(dossier), trouble)


def compared(library: Library, pair: Pair, settings: Settings) -> Compared:
    from kgtui.dossier import subject_of  # noqa: PLC0415 - loads the data files
    from kgtui.dossier.comparison import comparison_of  # noqa: PLC0415 - with the dossier
    from kgtui.export.comparison import compared_page  # noqa: PLC0415 - with the dossier

    left, right = (
        (subject_of(about.kind, about.key, about.name), _side(about, settings)) for about in (pair.left, pair.right)
    )
    comparison = comparison_of(library, left, right)
    return Compared(comparison, compared_page(comparison))


def _side(about: About, settings: Settings) -> Frame:
    from kgtui.dossier import Frame  # noqa: PLC0415 - loads the data files
    from kgtui.dossier.comparison import COMPARED  # noqa: PLC0415 - with the dossier

    return Frame(
        settings.date_today(),
        settings.home_country,
        about.first,
        about.last,
        limit=COMPARED_ROWS,
        sections=COMPARED,
    )
