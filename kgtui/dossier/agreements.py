"""What was agreed, planned, proposed and done between the sides, and what was signed."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows


def agreements(_material: Material) -> Rows:
    return ()


def documents(_material: Material) -> Rows:
    return ()
