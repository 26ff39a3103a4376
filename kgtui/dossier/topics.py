"""What the articles about a subject are about."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows


def topics(_material: Material) -> Rows:
    return ()
