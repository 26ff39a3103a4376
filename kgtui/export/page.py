"""A dossier in words: the one page that all forms of it show, each in its own type.

What a row says is decided here and in ``row_words`` and nowhere else; text, Markdown, HTML, Word and the screen only
set it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.values import Dossier, Section
from kgtui.export.page_values import Page, PageSection, PageSource
from kgtui.export.row_words import page_rows
from kgtui.export.wording import coverage_words, day, names, provenance, title
from kgtui.locale import t
from kgtui.terminal import one_line


def page_of(dossier: Dossier) -> Page:
    return Page(
        title=title(dossier),
        as_of=t("dossier.as_of", date=day(dossier.as_of)),
        head=tuple(line for line in (names(dossier.subject), coverage_words(dossier)) if line),
        sections=tuple(_section(dossier, section) for section in dossier.sections),
        sources=tuple(_sources(dossier)),
    )


def _section(dossier: Dossier, section: Section) -> PageSection:
    rows = tuple(row for each in section.rows for row in page_rows(each))
    kind = "own_people" if dossier.is_home and section.kind.value == "people" else section.kind.value
    return PageSection(section.kind, t(f"dossier.section.{kind}"), rows, more=section.more)


def _sources(dossier: Dossier) -> Iterator[PageSource]:
    notes = list(dossier.notes())
    for source in dossier.sources:
        own = sorted((note for note in notes if note.source == source.position), key=lambda note: note.sentence)
        headline = source.headline
        yield PageSource(source.position, one_line(provenance(headline)), one_line(headline.id), tuple(own))
