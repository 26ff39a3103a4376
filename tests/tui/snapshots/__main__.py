"""Take the snapshots anew: all, or those of the scenes that are named."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from kgtui.locale import LANGUAGES

from .scenes import SCENES
from .shelves import make_shelves
from .taking import path_of, taken


def main(names: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        shelves = make_shelves(Path(folder))
        for scene in [scene for scene in SCENES if not names or scene.name in names]:
            for language in LANGUAGES:
                for width in scene.widths:
                    home = Path(folder) / f"{scene.name}-{language}-{width}"
                    os.environ.update({f"XDG_{kind}_HOME": str(home / kind) for kind in ("STATE", "CACHE", "CONFIG")})
                    path = path_of(scene, language, width)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(asyncio.run(taken(scene, language, width, shelves)), encoding="utf-8")
            sys.stdout.write(f"{scene.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
