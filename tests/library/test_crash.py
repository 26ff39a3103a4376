"""kill -9 in the middle of an add, of a removal, of a correction and of a rebuild loses nothing that was committed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PARTS = 8  # run beside each other


@pytest.mark.parametrize("part", range(PARTS))
def test_a_killed_writer_leaves_a_library_that_opens(
    part: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = Path(__file__).with_name("crashing.py")
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path / "scenes"), str(part), str(PARTS)],
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    with capsys.disabled():
        sys.stdout.write(f"\nkill -9 at {report['tried']} of {report['points']} operations\n")
    assert report["tried"] > 10
    assert report["broken"] == []
