"""Words fit to be quoted, one a speaker."""

from __future__ import annotations

from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows


def quotations(_material: Material) -> Rows:
    return ()
