"""Makes a library with the seeds in a process of its own, so that the screen keeps its interpreter.

``python -m kgtui.tui.jobs.seeding PATH LANGUAGE``; on failure the reason is on stderr and the exit code 1.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import kgtui
from kgtui import refusal
from kgtui.locale import t, use_language
from kgtui.settings import Settings


async def seed_beside(settings: Settings) -> str:
    """Run the seeding in a child process. Gives an empty string, or why it failed."""
    try:
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "kgtui.tui.jobs.seeding",
            str(settings.library.absolute()),
            settings.language,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            cwd=Path(kgtui.__file__).parents[1],  # ``-m`` looks for the program where it is started
        )
    except OSError as error:
        return refusal.reason(error)
    _, talk = await child.communicate()
    if child.returncode == 0:
        return ""
    lines = talk.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"exit {child.returncode}"


def main(arguments: list[str]) -> int:
    from kgtui.intake import seed  # noqa: PLC0415 - heavy, and only for the child
    from kgtui.library import LibraryError, open_library  # noqa: PLC0415

    settings = Settings(library=Path(arguments[0]), language=arguments[1])
    use_language(settings.language)
    try:
        with open_library(settings.library, create=True, settings=settings) as library:
            seed(library)
    except (LibraryError, OSError) as error:
        sys.stderr.write(f"{_reason(error)}\n")
        return 1
    return 0


def _reason(error: Exception) -> str:
    """In a few words: which library, and what to do, is said around it."""
    from kgtui.library import LibraryUnreadable, ReadOnly  # noqa: PLC0415 - imported already, for the child

    if isinstance(error, ReadOnly):
        return t("errors.refused.denied")
    return refusal.reason(error.cause if isinstance(error, LibraryUnreadable) else error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
