"""Every screen and state looks as it did, in both languages, at three widths, in two themes.

`KGTUI_EVERY_SNAPSHOT=1` takes the whole matrix; else each scene is taken at every width and in every language once.
"""

from __future__ import annotations

import os
from itertools import cycle, product

import pytest

from kgtui.locale import LANGUAGES

from .snapshots.scenes import SCENES, Scene
from .snapshots.shelves import make_shelves
from .snapshots.taking import Shelves, path_of, taken

TURNS = cycle(LANGUAGES)
PAIRS = [(scene, next(TURNS), width) for scene in SCENES for width in scene.widths]
ALL = [(scene, *each) for scene in SCENES for each in product(LANGUAGES, scene.widths)]
CHOSEN = ALL if os.environ.get("KGTUI_EVERY_SNAPSHOT") else PAIRS


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Shelves:
    return make_shelves(tmp_path_factory.mktemp("shelves"))


@pytest.mark.parametrize(("scene", "language", "width"), CHOSEN, ids=["-".join((s.name, *rest)) for s, *rest in CHOSEN])
async def test_it_looks_as_it_did(scene: Scene, language: str, width: str, shelves: Shelves) -> None:
    kept = path_of(scene, language, width).read_text(encoding="utf-8")
    assert await taken(scene, language, width, shelves) == kept, "python -m tests.tui.snapshots takes it anew"
