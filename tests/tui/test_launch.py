"""What is set before Textual is imported, and where the screen is refused."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys

import pytest

from kgtui.settings import Settings
from kgtui.tui.launch import can_show, prepare_environment


def test_what_textual_reads_is_set_and_sizes_are_dropped() -> None:
    environment = {"COLUMNS": "80", "LINES": "24", "SSH_TTY": "/dev/pts/1"}
    prepare_environment(environment)
    assert environment["TEXTUAL_ANIMATIONS"] == "none"
    assert environment["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
    assert environment["ESCDELAY"] == "300"
    assert "COLUMNS" not in environment
    assert "LINES" not in environment


def test_what_the_user_has_set_wins() -> None:
    environment = {"TEXTUAL_ANIMATIONS": "full", "ESCDELAY": "25", "SSH_CONNECTION": "a b c d"}
    prepare_environment(environment)
    assert environment["TEXTUAL_ANIMATIONS"] == "full"
    assert environment["ESCDELAY"] == "25"


def test_no_escape_delay_without_ssh() -> None:
    environment: dict[str, str] = {}
    prepare_environment(environment)
    assert "ESCDELAY" not in environment


@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_that_cannot_place_text_is_refused(term: str) -> None:
    master, slave = pty.openpty()
    with os.fdopen(master, "rb"), os.fdopen(slave) as stream:
        assert not can_show({"TERM": term}, stream)
        assert can_show({"TERM": "xterm"}, stream)


def test_a_pipe_is_refused() -> None:
    read, write = os.pipe()
    with os.fdopen(read) as stream, os.fdopen(write, "w"):
        assert not can_show({"TERM": "xterm"}, stream, None)
    assert not can_show({"TERM": "xterm"}, None)
    assert not can_show({"TERM": "xterm"}, io.StringIO())


def test_nothing_of_textual_is_imported_before_the_environment_is_set() -> None:
    code = "import sys, kgtui.tui.app, kgtui.tui.launch; print([m for m in sys.modules if m.startswith('textual')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


AFTER_THE_FIRST_PAINT = {
    "kgtui.corrections",
    "kgtui.dossier",
    "kgtui.export",
    "kgtui.extraction",
    "kgtui.gazetteer",
    "kgtui.language",
    "kgtui.library.corrected",
    "kgtui.library.counts",
    "kgtui.library.facts",
    "kgtui.library.results",
    "kgtui.model.documents",
    "kgtui.model.facts",
    "kgtui.reader.kept",
    "kgtui.search",
    "kgtui.tui.jobs.helper.wire",
    "kgtui.tui.typesetting",
    "kgtui.tui.widgets.reading",
    "pymorphy3",
    "whoosh",
}


def test_the_first_list_is_read_by_the_record_alone(seeded: Settings) -> None:
    """What is loaded until the titles can be shown."""
    code = (
        "import sys\nfrom pathlib import Path\n"
        "import kgtui.tui.explorer, kgtui.tui.jobs.helper.process\n"
        "from kgtui.library import open_library\nfrom kgtui.settings import Settings\n"
        "from kgtui.tui.keeping import Keeper\nfrom kgtui.tui.jobs.searches import all_articles\n"
        "folder = Path(sys.argv[1])\n"
        "library = open_library(folder, create=False, settings=Settings(folder, 'ru'))\n"
        "Keeper(library.identity, print).load()\nlisting = all_articles(library)\n"
        "print(*sys.modules) if listing.headlines(library, 0, 20) else None"
    )
    done = subprocess.run([sys.executable, "-c", code, str(seeded.library)], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "kgtui.library.reading" in loaded
    assert loaded & AFTER_THE_FIRST_PAINT == set()


def test_without_arguments_nothing_is_parsed() -> None:
    code = "import sys\nfrom kgtui.__main__ import main\nmain([])\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    assert "kgtui.tui.launch" in done.stdout
    assert "argparse" not in done.stdout.split()
