"""The figures that concern a subject, measure by measure."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows


def figures(_material: Material) -> Rows:
    return ()
