"""A dossier in words: the one page that all forms of it show, each in its own type.

What a row says is decided here and in ``row_words`` and nowhere else; text, Markdown, HTML, Word and the screen only
set it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgtui.dossier.values import Dossier, Note, Section, SectionKind, Source
from kgtui.export.coverage_words import foot_line, head_lines
from kgtui.export.page_values import Page, PageRow, PageSection, PageSource
from kgtui.export.remarks import remark
from kgtui.export.row_words import page_rows
from kgtui.export.wording import day, provenance, title
from kgtui.locale import t
from kgtui.terminal import one_line

_RUN_IN = frozenset(
    {SectionKind.TOPICS, SectionKind.COMPANIONS, SectionKind.BODIES, SectionKind.PROJECTS, SectionKind.PLACES}
)


def page_of(dossier: Dossier) -> Page:
    return Page(
        title=title(dossier),
        as_of=t("dossier.as_of", date=day(dossier.as_of)),
        head=tuple(head_lines(dossier)),
        sections=tuple(section for each in dossier.sections if (section := _section(dossier, each))),
        sources=tuple(page_sources(dossier.sources, dossier.notes())),
        folded=", ".join(_folded(dossier)),
        foot=foot_line(dossier),
    )


def _section(dossier: Dossier, section: Section) -> PageSection | None:
    """None where there is nothing to show and nothing to say."""
    rows = tuple(_noted_once(row) for each in section.rows for row in page_rows(each))
    said = remark(dossier, section)
    if not rows and not said:
        return None
    return PageSection(
        section.kind,
        t(f"dossier.section.{_title(dossier, section.kind)}"),
        rows,
        remark=said,
        more=section.more,
        is_run_in=section.kind in _RUN_IN,
    )


def _noted_once(row: PageRow) -> PageRow:
    """What is joined of several things of one sentence refers to it once."""
    return replace(row, notes=tuple(dict.fromkeys(row.notes)))


def _folded(dossier: Dossier) -> Iterator[str]:
    """The sections of which no row is shown, and how many rows they have."""
    for section in dossier.sections:
        if section.more and not section.rows:
            name = t(f"dossier.section.{_title(dossier, section.kind)}").lower()
            yield t("dossier.folded_section", name=name, count=section.more)


def _title(dossier: Dossier, kind: SectionKind) -> str:
    """The persons of home, of a person, body or bloc are nobody's counterparts."""
    return "own_people" if kind is SectionKind.PEOPLE and not dossier.is_of_pair else kind.value


def page_sources(sources: Iterable[Source], notes: Iterable[Note]) -> Iterator[PageSource]:
    """The sources with the notes of a page that refer to them, each once."""
    of_source: dict[int, dict[int, Note]] = {}
    for note in notes:
        of_source.setdefault(note.source, {})[note.sentence] = note
    for source in sources:
        own = [note for _sentence, note in sorted(of_source.get(source.position, {}).items())]
        headline = source.headline
        reprints = t("dossier.and_reprints", count=source.reprints) if source.reprints else ""
        yield PageSource(source.position, one_line(provenance(headline)) + reprints, one_line(headline.id), tuple(own))
