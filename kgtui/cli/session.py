"""What every command is given: settings, output, and the library, made with the seeds where there is none."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.cli.output import Output
from kgtui.locale import t
from kgtui.settings import Settings

if TYPE_CHECKING:
    from kgtui.library import Library


@dataclass(frozen=True, slots=True)
class Session:
    settings: Settings
    output: Output

    def library(self) -> Library:
        """The library to read from. Where it is missing it is made, with the seeds in it. Raises LibraryError."""
        from kgtui.library import LibraryMissing, open_library  # noqa: PLC0415 - not for --help

        try:
            library = open_library(self.settings.library, create=False, settings=self.settings)
        except LibraryMissing:
            return self._seeded()
        if self._unfinished.exists():
            library.close()
            return self._seeded()
        return library

    def library_to_fill(self) -> Library:
        """The library to add to; a new one holds nothing. Raises LibraryError."""
        from kgtui.library import open_library  # noqa: PLC0415

        return open_library(self.settings.library, settings=self.settings)

    @property
    def _unfinished(self) -> Path:
        """A file that stands in a new library until the seeds are in it: who finds it finishes the work."""
        return self.settings.library / "seeding.unfinished"

    def _seeded(self) -> Library:
        from kgtui.intake import seed  # noqa: PLC0415 - only for a new library

        with suppress(OSError):  # the library itself says better what is the matter
            self._unfinished.parent.mkdir(parents=True, exist_ok=True)
            self._unfinished.touch()
        library = self.library_to_fill()
        try:
            seed(library)
        except BaseException:
            library.close()
            raise
        self._unfinished.unlink(missing_ok=True)
        articles = t("common.articles", count=library.stats().articles)
        self.output.talk(t("cli.seeded", articles=articles, path=library.path))
        return library
