"""What every command is given: settings, output, and the library, made with the seeds where there is none."""

from __future__ import annotations

from dataclasses import dataclass
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
            return open_library(self.settings.library, create=False, settings=self.settings)
        except LibraryMissing:
            return self._seeded(self.library_to_fill())

    def library_to_fill(self) -> Library:
        """The library to add to; a new one holds nothing. Raises LibraryError."""
        from kgtui.library import open_library  # noqa: PLC0415

        return open_library(self.settings.library, settings=self.settings)

    def _seeded(self, library: Library) -> Library:
        from kgtui.intake import seed  # noqa: PLC0415 - only for a new library

        try:
            report = seed(library)
        except BaseException:
            library.close()
            raise
        self.output.talk(t("cli.seeded", articles=t("common.articles", count=report.added), path=library.path))
        return library
