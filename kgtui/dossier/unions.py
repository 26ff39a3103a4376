"""News in which a subject is one of many, through blocs and regions; what else is named beside it."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows


def unions(_material: Material) -> Rows:
    return ()


def companions(_material: Material) -> Rows:
    return ()
