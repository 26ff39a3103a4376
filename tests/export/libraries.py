"""Libraries made of folders of articles, for what is written into files outside of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kgtui.intake import take_in
from kgtui.library import Library, open_library
from kgtui.settings import Settings

KEPT = "README.md"
BRIEF_TEXTS = Path(__file__).parents[1] / "texts/brief"


@contextmanager
def library_of(folder: Path) -> Iterator[Library]:
    """The articles of a folder, in the order of their names."""
    with TemporaryDirectory() as place:
        settings = Settings(library=Path(place) / "library", language="ru")
        with open_library(settings.library, settings=settings) as library:
            take_in(sorted(folder.glob("*.txt")), library)
            yield library


def write_all(folder: Path, files: dict[str, bytes]) -> None:
    """Put the files into a folder; what else is in it goes, but for its introduction."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in files and path.name != KEPT:
            path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
