"""Meetings, visits, calls and sittings: those held, and those announced, each event once."""

from __future__ import annotations

from functools import partial

from kgtui.dossier.contacts.chains import Chains
from kgtui.dossier.contacts.events import Event, events
from kgtui.dossier.contacts.rows import order, row
from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows
from kgtui.model import EntityKind, Meeting

__all__ = ["Event", "announced", "contacts", "events"]


def announced(material: Material) -> Rows:
    """What lies ahead, soonest first; then what has no day; then what should be over and of which nothing is told."""
    ahead = sorted(material.once(_chains).ahead, key=lambda each: each.order)
    return [partial(row, material, each.event, is_past=each.is_past) for each in ahead]


def contacts(material: Material) -> Rows:
    """What was held, the newest day first; those in which the reader's country is not named stand at the end."""
    held = sorted(material.once(_chains).held, key=lambda event: order(material, event))
    return [partial(row, material, event) for event in held]


def _chains(material: Material) -> Chains:
    ours = (told for told in material.meetings if not _is_of_others(material, told.fact))
    return Chains(events(ours), material.frame.as_of)


def _is_of_others(material: Material, meeting: Meeting) -> bool:
    """«Встретился с Х и Y»: whose words name a country beside those that met."""
    if material.subject.kind is not EntityKind.COUNTRY or meeting.of_many:
        return False
    others = set(meeting.countries) - {material.frame.home}
    return bool(others) and material.subject.key not in meeting.countries
