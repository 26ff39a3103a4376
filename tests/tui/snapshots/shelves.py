"""The libraries that scenes are played over."""

from __future__ import annotations

import shutil
from pathlib import Path

from kgtui.intake import seed
from kgtui.library import open_library
from kgtui.settings import Settings

from ..without_rights import close_to_writers
from .scenes import Shelf
from .taking import INBOX, Shelves

_UNUSABLE = Path("/dev/null")  # no folder, and the screen names the same path everywhere


def shelves_in(folder: Path) -> Shelves:
    made = (Shelf.SEEDS, Shelf.SHARED, Shelf.EMPTY)
    return {**{shelf: folder / shelf.value for shelf in made}, Shelf.UNUSABLE: _UNUSABLE}


def make_shelves(folder: Path) -> Shelves:
    shelves = shelves_in(folder)
    with open_library(shelves[Shelf.SEEDS], settings=Settings(shelves[Shelf.SEEDS], "ru")) as library:
        seed(library)
    shutil.copytree(shelves[Shelf.SEEDS], shelves[Shelf.SHARED])
    close_to_writers(shelves[Shelf.SHARED])
    open_library(shelves[Shelf.EMPTY], settings=Settings(shelves[Shelf.EMPTY], "ru")).close()
    for name in ("архив", "новости"):
        (folder / INBOX / name).mkdir(parents=True)
    for name in ("новости/2025-11.jsonl", "обзор печати.docx", "речь в Ташкенте.txt"):
        (folder / INBOX / name).touch()
    return shelves
