"""Whose index may be opened, and what happens where the library's own may not, or cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kgtui.library import Library, ReadOnly, open_library
from kgtui.library.trust import may_trust, own_index, private_index, usable_index
from kgtui.settings import Settings

from .conftest import found, item, settings_for

NOBODY = 65534


@pytest.fixture
def filled(library: Library, folder: Path) -> Path:
    library.add([item("a", "Договор подписан.")])
    library.close()
    return folder


def test_our_own_index_is_used(filled: Path) -> None:
    assert usable_index(filled, settings_for(filled)) == own_index(filled)


def _writable_library(folder: Path) -> None:
    folder.chmod(0o777)


def _writable_index(folder: Path) -> None:
    (folder / "index").chmod(0o770)


def _writable_file(folder: Path) -> None:
    (folder / "index").chmod(0o755)
    next((folder / "index").glob("*/*.seg")).chmod(0o666)


def _link(folder: Path) -> None:
    (folder / "index").rename(folder / "elsewhere")
    (folder / "index").symlink_to(folder / "elsewhere")


@pytest.mark.parametrize("spoil", [_writable_library, _writable_index, _writable_file, _link])
def test_an_index_that_others_can_write_is_not_opened(filled: Path, spoil: Callable[[Path], None]) -> None:
    spoil(filled)
    assert usable_index(filled, settings_for(filled)) == private_index(filled)
    with open_library(filled, settings=settings_for(filled)) as library:
        assert found(library, "договор") == ["a"]
        library.add([item("b", "Договор.")])
        assert found(library, "договор") == ["a", "b"]
    assert private_index(filled).stat().st_mode & 0o777 == 0o700


def test_a_file_inside_a_closed_folder_may_have_any_mode(filled: Path) -> None:
    next((filled / "index").glob("*/*.seg")).chmod(0o664)
    assert usable_index(filled, settings_for(filled)) == own_index(filled)


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@needs_root
def test_an_index_of_somebody_else(filled: Path) -> None:
    for path in [filled, *(filled / "index").rglob("*"), filled / "index"]:
        os.chown(path, NOBODY, NOBODY)
    assert usable_index(filled, settings_for(filled)) == private_index(filled)
    for trusted in (str(NOBODY), "nobody"):
        settings = Settings(filled, "ru", trusted_owners=("no-such-user", trusted))
        assert usable_index(filled, settings) == own_index(filled)
    assert not may_trust(filled / "none", settings_for(filled))


READER = """
import os, sys
from pathlib import Path
from kgtui.language import analyse
from kgtui.library import ReadOnly, open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

def opened(folder):
    return open_library(folder, settings=Settings(folder, "ru"))

with opened(Path(sys.argv[2])) as library:  # everything is imported and loaded as root, who may read it
    library.add([(Document("x", "x", "Договор.", Span(0, 8), "Договор"), analyse("Договор."), Facts(1, ()))])
    library.search("договору")
    library.stats()
os.setgroups([])
os.setgid(int(sys.argv[3]))
os.setuid(int(sys.argv[3]))
folder = Path(sys.argv[1])
with opened(folder) as library:
    print([hit.headline.id for hit in library.search("договору").hits])
    print(library.stats().index_behind)
    for write in (lambda: library.add([]), lambda: library.remove("a")):
        try:
            write()
        except ReadOnly:
            print("read only")
try:
    opened(folder / "new")
except ReadOnly:
    print("read only")
"""


@needs_root
@pytest.mark.parametrize("shared", [False, True], ids=["index closed", "index open to all"])
def test_a_library_that_one_may_only_read(filled: Path, tmp_path: Path, shared: bool) -> None:
    """Run as another user: the record is read where it is, the index too if it may be, else a private one is made."""
    cache = tmp_path / "cache"
    cache.mkdir()
    os.chown(cache, NOBODY, NOBODY)
    if shared:
        for path in [filled / "index", *(path for path in (filled / "index").rglob("*") if path.is_dir())]:
            path.chmod(0o755)
    for parent in [tmp_path, *tmp_path.parents]:
        if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
            parent.chmod(parent.stat().st_mode | 0o011)
    done = subprocess.run(
        [sys.executable, "-c", READER, str(filled), str(tmp_path / "other"), str(NOBODY)],
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == ["['a']", "0", "read only", "read only", "read only"], done.stderr
    assert (cache / "kgtui" / "indexes").exists() is not shared


def test_a_read_only_library_follows_its_writer(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to a file that cannot be written takes it as unchanging: it is made anew when the file changes."""
    monkeypatch.setattr(os, "access", lambda _, mode: not mode & os.W_OK)
    reader = open_library(filled, settings=settings_for(filled))
    assert [headline.id for headline in reader.headlines(reader.numbers())] == ["a"]
    monkeypatch.undo()
    with open_library(filled, settings=settings_for(filled)) as writer:
        writer.add([item("b", "Договор.")])
    assert len(reader.numbers()) == 2
    reader.close()


def test_a_library_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    monkeypatch.setattr(os, "access", lambda _, mode: not mode & os.W_OK)
    with pytest.raises(ReadOnly):
        open_library(folder, settings=settings_for(folder))
