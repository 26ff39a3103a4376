"""A disk that is full: the writer says so, what was committed stays, and later writers go on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from kgtui.library import open_library

from .conftest import found, item, settings_for

FILLER = """
import json, resource, signal, sys
from pathlib import Path
from kgtui.language import analyse
from kgtui.library import LibraryUnreadable, open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

def article(number):
    text = f"Договор номер{number}. " + " ".join(f"слово{number}x{k}" for k in range(30)) + " да" * 3000
    return Document(f"a{number}", "x", text, Span(0, len(text)), "Договор"), analyse(text), Facts(1, ())

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, resource.RLIM_INFINITY))  # no file may grow beyond this
folder = Path(sys.argv[1])
committed, reason = 0, None
with open_library(folder, settings=Settings(folder, "ru")) as library:
    try:
        while committed < 1000:
            committed += library.add(article(committed + k) for k in range(5)).added
    except LibraryUnreadable as error:
        reason = str(error.cause)
    try:
        total = library.search("договор", limit=1).total
    except Exception as error:
        total = repr(error)
print(json.dumps({"committed": committed, "reason": reason, "total": total}))
"""


def test_a_full_disk(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FILLER, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["reason"]
    assert isinstance(report["total"], int)  # what the index has answers, though it cannot take in the rest
    committed = report["committed"]
    with open_library(folder, settings=settings_for(folder)) as library:
        assert len(library.numbers()) == committed
        assert library.search("договор").total == committed
        assert library.stats().index_behind == 0
        library.add([item("after", "Токаев прибыл.")])
        assert found(library, "токаев") == ["after"]
