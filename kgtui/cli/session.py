"""What every command is given: settings, output, and the library, made with the seeds where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.cli.first_library import is_unfinished, seeding
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
        return self._library_there() or self._library_seeded()

    def library_to_fill(self) -> Library:
        """The library to add to; a new one holds nothing. Raises LibraryError."""
        from kgtui.library import open_library  # noqa: PLC0415 - not for --help

        return open_library(self.settings.library, settings=self.settings)

    def _library_there(self) -> Library | None:
        """The library, if there is one and nobody is just making it."""
        from kgtui.library import LibraryError, LibraryMissing, open_library  # noqa: PLC0415

        path = self.settings.library
        try:
            library = open_library(path, create=False, settings=self.settings)
        except LibraryMissing:
            return None
        except LibraryError:
            if is_unfinished(path):
                return None
            raise
        if is_unfinished(path):
            library.close()
            return None
        return library

    def _library_seeded(self) -> Library:
        from kgtui.intake import seed  # noqa: PLC0415 - only for a new library

        with seeding(self.settings.library) as to_do:
            library = self.library_to_fill()
            if not to_do:
                return library
            try:
                seed(library)
            except BaseException:
                library.close()
                raise
        articles = t("common.articles", count=library.count())
        self.output.talk(t("cli.seeded", articles=articles, path=library.path))
        return library
