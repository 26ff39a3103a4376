"""A subject's dossier, section by section, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kgtui.dossier.agreements import agreements, documents
from kgtui.dossier.contacts import announced, contacts
from kgtui.dossier.coverage import coverage
from kgtui.dossier.figures import conflicts, figures
from kgtui.dossier.frame import Frame
from kgtui.dossier.headlines import headlines
from kgtui.dossier.material import Material
from kgtui.dossier.partners import partners
from kgtui.dossier.people import home_people, people
from kgtui.dossier.quotations import quotations
from kgtui.dossier.rows import Rows
from kgtui.dossier.summary import SUMMED_UP, summary
from kgtui.dossier.things import bodies, companions, places, projects
from kgtui.dossier.topics import topics
from kgtui.dossier.unions import unions
from kgtui.dossier.values import Dossier, Section, SectionKind, Subject
from kgtui.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from kgtui.library import Library

_MAKERS: Mapping[SectionKind, Callable[[Material], Rows]] = {
    SectionKind.PARTNERS: partners,
    SectionKind.ANNOUNCED: announced,
    SectionKind.CONTACTS: contacts,
    SectionKind.PEOPLE: people,
    SectionKind.HOME_PEOPLE: home_people,
    SectionKind.AGREEMENTS: agreements,
    SectionKind.DOCUMENTS: documents,
    SectionKind.FIGURES: figures,
    SectionKind.CONFLICTS: conflicts,
    SectionKind.TOPICS: topics,
    SectionKind.QUOTATIONS: quotations,
    SectionKind.UNIONS: unions,
    SectionKind.COMPANIONS: companions,
    SectionKind.BODIES: bodies,
    SectionKind.PROJECTS: projects,
    SectionKind.PLACES: places,
    SectionKind.HEADLINES: headlines,
}


# Of the reader's own country: how it stands to the others, and its own people and figures.
_OF_HOME = (
    SectionKind.SUMMARY,
    SectionKind.PARTNERS,
    SectionKind.PEOPLE,
    SectionKind.FIGURES,
    SectionKind.CONFLICTS,
    SectionKind.TOPICS,
    SectionKind.HEADLINES,
)


def dossier_of(library: Library, subject: Subject, frame: Frame) -> Dossier:
    """The dossier of a subject; of one that no article names all sections are empty, but for news through unions."""
    material = Material(library, subject, frame)
    wanted = _wanted(subject, frame)
    sums_up = SectionKind.SUMMARY in wanted
    needed = {*wanted, *(SUMMED_UP if sums_up else ())}
    rows = {kind: make(material) for kind, make in _MAKERS.items() if kind in needed}
    if sums_up:
        rows = {SectionKind.SUMMARY: summary(rows), **rows}
        material.number_anew()
    sections = tuple(_section(kind, made, frame.most(kind)) for kind, made in rows.items() if kind in wanted)
    return replace(_head(material), sections=sections, sources=material.sources)


def head_of(library: Library, subject: Subject, frame: Frame) -> Dossier:
    """The dossier without its sections: what can be shown while these are made."""
    return _head(Material(library, subject, frame))


def _head(material: Material) -> Dossier:
    frame = material.frame
    return Dossier(
        subject=material.subject,
        home=frame.home,
        home_name=load_gazetteer().countries[frame.home].name,
        as_of=frame.as_of,
        coverage=coverage(material),
        window=(frame.first, frame.last),
        only_new=frame.only_new,
    )


def _wanted(subject: Subject, frame: Frame) -> Collection[SectionKind]:
    """Of the reader's own country few sections where all are asked for; any of the others by its name."""
    return _OF_HOME if subject.is_home(frame.home) and set(frame.sections) == set(SectionKind) else frame.sections


def _section(kind: SectionKind, rows: Rows, most: int | None) -> Section:
    """The first rows, made only now: no sentence is read for a row that is not shown."""
    shown = rows[:most]
    return Section(kind, tuple(make() for make in shown), len(rows) - len(shown))
