"""A dossier in words: the one page that all forms of it show, each in its own type.

What a row says is decided here and in ``row_words`` and nowhere else; text, Markdown, HTML, Word and the screen only
set it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgtui import __version__
from kgtui.dossier.values import Dossier, Section, SectionKind
from kgtui.export.page_values import Page, PageSection, PageSource
from kgtui.export.row_words import page_rows
from kgtui.export.wording import coverage_words, day, names, provenance, title
from kgtui.locale import t
from kgtui.terminal import one_line

_RUN_IN = frozenset(
    {SectionKind.TOPICS, SectionKind.COMPANIONS, SectionKind.BODIES, SectionKind.PROJECTS, SectionKind.PLACES}
)
# What a reader looks for even where there is none: that it is missing is said of the library, never of the world.
_MISSED = frozenset(
    {
        SectionKind.CONTACTS,
        SectionKind.AGREEMENTS,
        SectionKind.DOCUMENTS,
        SectionKind.FIGURES,
        SectionKind.CONFLICTS,
    }
)


def page_of(dossier: Dossier) -> Page:
    sections = (_section(dossier, section) for section in dossier.sections) if dossier.coverage.articles else ()
    return Page(
        title=title(dossier),
        as_of=t("dossier.as_of", date=day(dossier.as_of)),
        head=tuple(line for line in (names(dossier.subject), coverage_words(dossier)) if line),
        sections=tuple(section for section in sections if section.rows or section.remark),
        sources=tuple(_sources(dossier)),
        foot=t("dossier.foot", articles=t("common.articles", count=dossier.coverage.total), version=__version__),
    )


def _section(dossier: Dossier, section: Section) -> PageSection:
    rows = tuple(row for each in section.rows for row in page_rows(each))
    kind = "own_people" if dossier.is_home and section.kind is SectionKind.PEOPLE else section.kind.value
    return PageSection(
        section.kind,
        t(f"dossier.section.{kind}"),
        rows,
        remark="" if rows or section.kind not in _MISSED else t(f"dossier.empty.{kind}"),
        more=section.more,
        is_run_in=section.kind in _RUN_IN,
    )


def _sources(dossier: Dossier) -> Iterator[PageSource]:
    notes = list(dossier.notes())
    for source in dossier.sources:
        own = sorted((note for note in notes if note.source == source.position), key=lambda note: note.sentence)
        headline = source.headline
        yield PageSource(source.position, one_line(provenance(headline)), one_line(headline.id), tuple(own))
