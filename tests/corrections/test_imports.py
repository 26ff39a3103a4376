"""What a key of the screen asks of corrections loads no extractor."""

from __future__ import annotations

import subprocess
import sys


def test_what_can_be_typed_is_told_without_the_extractors() -> None:
    program = "import sys; from kgtui.corrections.values import FIELDS; sys.exit('kgtui.extraction' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
