"""A brief loads no rules of reading and extraction: the first one of a session would wait for them."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
import kgtui.dossier.dossier, kgtui.export.page
rules = {"kgtui.reading", "kgtui.extraction.cast", "kgtui.extraction.periods"}
sys.exit(not rules.isdisjoint(sys.modules))
"""


def test_a_brief_is_made_without_the_extractors() -> None:
    assert subprocess.run([sys.executable, "-c", _PROGRAM], check=False).returncode == 0
