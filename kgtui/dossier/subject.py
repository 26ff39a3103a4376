"""Whom a dossier is about, as gazetteer and library know it."""

from __future__ import annotations

from kgtui.dossier.values import Subject
from kgtui.gazetteer import load_gazetteer
from kgtui.model import EntityKind


def country_subject(code: str) -> Subject:
    """Raises KeyError for a code that the gazetteer lacks."""
    country = load_gazetteer().countries[code]
    return Subject(EntityKind.COUNTRY, code, country.name, country.official, country.abbreviations)
