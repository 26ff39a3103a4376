"""One writer at a time, across processes; readers never wait."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

import pytest

from kgtui.library import Busy, Library, open_library
from kgtui.library.lock import last_taken, writing

from .conftest import found, item, settings_for

HOLDER = """
import sys
from pathlib import Path
from kgtui.library.lock import last_taken, writing

with writing(Path(sys.argv[1]), wait=0):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_writer_is_told_who_holds_it(library: Library, folder: Path) -> None:
    library.add([item("a", "Договор.")])
    with holder(folder) as process:
        with pytest.raises(Busy) as caught, writing(folder, wait=0.1):
            pass
        assert caught.value.pid == process.pid
        assert caught.value.user
        assert caught.value.since is not None
        assert caught.value.path == folder
        assert found(library, "договор") == ["a"]  # readers go on
        process.communicate()
    assert library.add([item("b", "Договор.")]).added == 1


def test_a_writer_that_is_killed_holds_nothing(library: Library, folder: Path) -> None:
    with holder(folder) as process:
        process.kill()
        process.wait()
    assert library.add([item("a", "Договор.")]).added == 1


@pytest.mark.parametrize("written", ["", "no json", "[]", '{"pid": "x", "since": "y"}'])
def test_a_lock_that_does_not_say_who(folder: Path, written: str) -> None:
    folder.mkdir()
    with writing(folder, wait=0):
        (folder / "writer.lock").write_text(written)
        assert last_taken(folder) is None
        with pytest.raises(Busy) as caught, writing(folder, wait=0):
            pass
    assert (caught.value.pid, caught.value.user, caught.value.since) == (None, None, None)


def test_readers_see_only_what_is_committed(library: Library, folder: Path) -> None:
    library.add([item("a", "Договор.")])
    with open_library(folder, settings=settings_for(folder)) as reader, library.adding() as adder:
        adder.add([item("b", "Договор.")])
        assert len(reader.numbers()) == 2
        assert found(reader, "договор") == ["a"]  # the index follows when the writer is done
        adder.add([item("c", "Договор.")])
    assert found(library, "договор") == ["a", "b", "c"]


def test_the_lock_says_who_held_it_last(library: Library, folder: Path) -> None:
    library.add([item("a", "Договор.")])
    assert json.loads((folder / "writer.lock").read_text())["pid"] == os.getpid()
    taken = last_taken(folder)
    assert taken is not None
    assert taken <= datetime.now(timezone.utc)
