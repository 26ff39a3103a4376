"""One sheet of A4: how many rows of each section it has room for, and what is folded first where it has too little.

Heights are in points, for the type of ``brief.css`` and ``word/styles.py``, and a little more than a browser or an
office program needs: a sheet that is not quite full is better than a second one with two lines.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from math import ceil

from kgtui.dossier.frame import Frame
from kgtui.dossier.values import Dossier, Section, SectionKind
from kgtui.export.page import page_of
from kgtui.export.page_values import Page
from kgtui.export.setting import JOINED, Said, SetLine, set_page

ROWS: Mapping[SectionKind, int] = {
    SectionKind.SUMMARY: 4,
    SectionKind.ANNOUNCED: 2,
    SectionKind.CONTACTS: 7,
    SectionKind.PEOPLE: 3,
    SectionKind.HOME_PEOPLE: 3,
    SectionKind.AGREEMENTS: 7,
    SectionKind.DOCUMENTS: 2,
    SectionKind.FIGURES: 5,
    SectionKind.CONFLICTS: 2,
    SectionKind.PARTNERS: 8,
    SectionKind.TOPICS: 5,
    SectionKind.QUOTATIONS: 1,
    SectionKind.UNIONS: 1,
    SectionKind.COMPANIONS: 5,
    SectionKind.BODIES: 4,
    SectionKind.PROJECTS: 4,
    SectionKind.PLACES: 4,
    SectionKind.HEADLINES: 0,
}
"""The most that a sheet shows; all headlines stand in its list of sources."""

# What gives way, in this order, and to how many rows; announcements and conflicts never do.
_FOLDED: tuple[tuple[SectionKind, int], ...] = (
    (SectionKind.PLACES, 0),
    (SectionKind.COMPANIONS, 0),
    (SectionKind.BODIES, 0),
    (SectionKind.PROJECTS, 0),
    (SectionKind.QUOTATIONS, 0),
    (SectionKind.TOPICS, 0),
    (SectionKind.UNIONS, 0),
    (SectionKind.PARTNERS, 3),
    (SectionKind.HOME_PEOPLE, 1),
    (SectionKind.CONTACTS, 3),
    (SectionKind.AGREEMENTS, 4),
    (SectionKind.FIGURES, 3),
    (SectionKind.PEOPLE, 2),
    (SectionKind.AGREEMENTS, 3),
    (SectionKind.FIGURES, 2),
    (SectionKind.CONTACTS, 2),
    (SectionKind.PEOPLE, 1),
    (SectionKind.AGREEMENTS, 2),
    (SectionKind.FIGURES, 1),
    (SectionKind.CONTACTS, 1),
    (SectionKind.AGREEMENTS, 1),
    (SectionKind.HOME_PEOPLE, 0),
    (SectionKind.SUMMARY, 2),
)

_HEIGHT = 728.0  # 257 mm
_TITLE, _HEAD, _SECTION, _LINE, _NOTE = 25.0, 11.2, 4.0, 12.2, 9.9
_SOURCES, _RULE = 20.0, 10.0  # above a list of sources, above footnotes
_LETTERS, _WIDE_LETTERS, _HEAD_LETTERS, _TITLE_LETTERS = 76, 94, 104, 17  # a line

Shown = dict[SectionKind, int]
Make = Callable[[Frame], Dossier]
Reference = tuple[int, tuple[int, ...]]


def on_a_sheet(make: Make, frame: Frame, *, footnotes: bool) -> Dossier:
    """The dossier that ``make`` gives, with as many rows as fit one sheet.

    With ``footnotes`` each row's notes stand at the foot of the sheet, else the sources are listed there.
    """
    dossier = make(replace(frame, caps=ROWS))
    shown = {section.kind: len(section.rows) for section in dossier.sections}
    fitted = _fitted(shown, lambda tried: _height(page_of(_cut(dossier, tried)), footnotes) <= _HEIGHT)
    return dossier if fitted == shown else make(replace(frame, caps={**ROWS, **fitted}))


def _fitted(full: Shown, fits: Callable[[Shown], bool]) -> Shown:
    """Fold until all fits; then what gave way last takes first what room is left."""
    shown = dict(full)
    for kind, least in _FOLDED:
        while shown.get(kind, 0) > least and not fits(shown):
            shown[kind] -= 1
    for kind, _least in reversed(_FOLDED):
        while shown.get(kind, 0) < full.get(kind, 0) and fits({**shown, kind: shown[kind] + 1}):
            shown[kind] += 1
    return shown


def _cut(dossier: Dossier, shown: Shown) -> Dossier:
    return replace(dossier, sections=tuple(_cut_section(each, shown[each.kind]) for each in dossier.sections))


def _cut_section(section: Section, most: int) -> Section:
    return replace(section, rows=section.rows[:most], more=section.more + len(section.rows[most:]))


def _height(page: Page, footnotes: bool) -> float:
    head = sum(_lines(line, _HEAD_LETTERS) for line in page.head) * _HEAD
    body = 0.0
    references: list[Reference] = []
    for lines in set_page(page):
        body += _SECTION + sum(map(_line_height, lines))
        references += (each for line in lines for said in line.said for each in _references(said))
    return _TITLE + head + body + _notes_height(set(references), footnotes)


def _line_height(line: SetLine) -> float:
    text = JOINED.join(said.text for said in line.said)
    own_line = line.is_title and not line.is_remark and len(line.margin) > _TITLE_LETTERS
    return (_lines(text, _WIDE_LETTERS if line.is_wide else _LETTERS) + own_line) * _LINE


def _lines(text: str, letters: int) -> int:
    return max(1, ceil(len(text) / letters))


def _references(said: Said) -> Iterator[Reference]:
    """Source and sentences of each reference, as footnotes join them."""
    for source, notes in groupby(said.notes, key=lambda note: note.source):
        yield source, tuple(note.sentence for note in notes)


def _notes_height(references: Collection[Reference], footnotes: bool) -> float:
    if footnotes:
        return _RULE + len(references) * _NOTE
    return _SOURCES + ceil(len({source for source, _sentences in references}) / 2) * _NOTE  # in two columns
