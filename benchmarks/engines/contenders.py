"""The engines by name. Each is imported only by the process that runs it."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.engines.engine import Engine

OURS = "kgtui"
FTS5 = "FTS5"
TANTIVY = "tantivy"
NAIVE = "naive Whoosh"

_CLASSES = {
    OURS: ("ours", "Ours"),
    FTS5: ("fts5", "Fts5"),
    TANTIVY: ("tantivy_engine", "Tantivy"),
    NAIVE: ("naive_whoosh", "NaiveWhoosh"),
}


def present() -> list[str]:
    """tantivy has no wheel for every Python: where it is missing, the others run without it."""
    return [name for name in _CLASSES if name != TANTIVY or find_spec("tantivy")]


def engine(name: str, folder: Path) -> Engine:
    module, cls = _CLASSES[name]
    made: Engine = getattr(import_module(f"benchmarks.engines.{module}"), cls)(folder)
    return made
