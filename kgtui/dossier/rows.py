"""How the makers of sections hand over their rows: in the order of the section, and none made before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kgtui.dossier.values import Row

Deferred = Callable[[], Row]

Rows = Sequence[Deferred]
