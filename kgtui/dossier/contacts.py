"""Meetings, visits, calls and sessions of the subject with the reader's country, ahead and past."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows


def announced(_material: Material) -> Rows:
    return ()


def contacts(_material: Material) -> Rows:
    return ()
