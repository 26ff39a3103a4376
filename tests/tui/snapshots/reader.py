"""Play a scene as somebody who may only read the library, in a process that has laid the right to write down."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from .scenes import SCENES
from .shelves import shelves_in
from .taking import played


def main(name: str, language: str, width: str, folder: str) -> int:
    scene = next(each for each in SCENES if each.name == name)
    sys.stdout.write(asyncio.run(played(scene, language, width, shelves_in(Path(folder)))))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
