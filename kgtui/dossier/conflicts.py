"""Values of one claim that sources give differently."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows


def conflicts(_material: Material) -> Rows:
    return ()
