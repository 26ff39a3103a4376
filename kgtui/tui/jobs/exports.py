"""What is seen as a file: its forms, the making of its content, and where it is put. Nothing is ever overwritten."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kgtui.locale import t
from kgtui.settings import library_arguments
from kgtui.tui.jobs.briefs import Brief, Compared
from kgtui.tui.words import mark_name

if TYPE_CHECKING:
    from kgtui.export.spreadsheet import Cell
    from kgtui.library import Library
    from kgtui.model import MarkFilter
    from kgtui.reader import MarkBook
    from kgtui.settings import Settings

_ENDINGS = {"text": "txt"}
_ODD = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_NAME = 60  # characters: with the rest of it within what file systems take, two bytes a letter


@dataclass(frozen=True, slots=True)
class Exported:
    """What can be written: ``name`` of the file without its ending, the forms, and what makes the content of one (of
    what is shown, or anew from the library); ``note`` says in sentences what is left out, and how to have it."""

    name: str
    forms: Sequence[str]
    content: Callable[[Library, str], bytes]
    note: Sequence[str] = ()


class NowhereToWrite(Exception):  # noqa: N818 - named for what is the matter
    """Neither the folder in which the program was started nor the home folder can be written to."""


def exported_brief(brief: Brief, settings: Settings) -> Exported:
    from kgtui.export.forms import FORMS  # noqa: PLC0415 - not before it is asked for

    name = _dated(_titled(brief), brief.dossier.as_of.isoformat())
    return Exported(name, FORMS, partial(_brief, brief), _left_out(brief, settings))


def _left_out(brief: Brief, settings: Settings) -> Sequence[str]:
    """A whole brief has no room for all rows, on a printed sheet still less than on the screen."""
    if brief.is_section:
        return ()
    folded = sum(section.more for section in brief.dossier.sections)
    told = t("screen.export.folded", count=folded) if folded else t("screen.export.whole")
    return told, t("screen.export.sheet"), t("screen.export.all", command=_whole_brief_command(brief.name, settings))


def _whole_brief_command(name: str, settings: Settings) -> str:
    """For a shell, of the same library and the same day."""
    of_day = ["--as-of", settings.today.isoformat()] if settings.today else []
    where = (*library_arguments(settings.library), *of_day)
    words = ("kgtui", "country", name, *where, "--limit", "0", "-o", t("screen.export.example"))
    return shlex.join(words)


def _titled(brief: Brief) -> str:
    """One section is no brief: its file is named after both."""
    if not brief.is_section:
        return brief.name
    (section,) = brief.frame.sections
    return f"{brief.name} {t(f'dossier.section.{section.value}')}"


def _brief(brief: Brief, library: Library, form: str) -> bytes:
    """As it is seen; of a whole one that is to be printed, what fits the sheet."""
    from kgtui.dossier import dossier_of  # noqa: PLC0415 - not before it is asked for
    from kgtui.export.forms import PRINTED, dossier_file, dossier_for  # noqa: PLC0415

    if form not in PRINTED or brief.is_section:
        return dossier_file(brief.dossier, form)
    make = partial(dossier_of, library, brief.dossier.subject)
    return dossier_file(dossier_for(form, make, brief.frame), form)


def exported_comparison(compared: Compared) -> Exported:
    as_of = compared.comparison.left.as_of.isoformat()
    return Exported(_dated(compared.name, as_of), ("text", "md", "json"), partial(_comparison, compared))


def _comparison(compared: Compared, _library: Library, form: str) -> bytes:
    from kgtui.export.comparison import comparison_record  # noqa: PLC0415 - not before it is asked for
    from kgtui.export.comparison_markdown import compared_markdown  # noqa: PLC0415
    from kgtui.export.comparison_text import compared_text  # noqa: PLC0415
    from kgtui.export.records import json_text  # noqa: PLC0415
    from kgtui.export.rows import Marking, paint  # noqa: PLC0415

    if form == "json":
        return f"{json_text(comparison_record(compared.comparison))}\n".encode()
    if form == "md":
        return compared_markdown(compared.page).encode()
    return "".join(f"{paint(row, Marking.NONE)}\n" for row in compared_text(compared.page)).encode()


def exported_marks(wanted: MarkFilter, numbers: Sequence[int], book: MarkBook) -> Exported:
    """The articles of a list, with what the reader has put to them."""
    from kgtui.export.marked import FORMS  # noqa: PLC0415 - not before it is asked for

    return Exported(_named(mark_name(wanted)), FORMS, partial(_marks, wanted, numbers, book))


def _marks(wanted: MarkFilter, numbers: Sequence[int], book: MarkBook, library: Library, form: str) -> bytes:
    from kgtui.export.marked import MarkedArticle, marked_file  # noqa: PLC0415 - not before it is asked for

    articles = [MarkedArticle(headline, book.of(headline.id)) for headline in library.headlines(numbers)]
    return marked_file(articles, form, mark_name(wanted))


def exported_table(name: str, titles: Sequence[str], body: Sequence[Sequence[Cell]]) -> Exported:
    """The rows of a table as they stand on the screen, for a spreadsheet."""
    from kgtui.export.spreadsheet import csv_file  # noqa: PLC0415 - not before it is asked for

    return Exported(_named(name), ("csv",), lambda _library, _form: csv_file(titles, body))


def file_name(exported: Exported, form: str) -> str:
    return f"{exported.name}.{_ENDINGS.get(form, form)}"


def write(library: Library, exported: Exported, form: str) -> Path:
    """The file that was written: where one of its name is already, its name gets a number.

    Raises NowhereToWrite, OSError, and what making the form raises.
    """
    content = exported.content(library, form)
    wanted = _folder() / file_name(exported, form)
    for number in count(1):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem} ({number})")
        try:
            file = path.open("xb")
        except FileExistsError:
            continue
        _fill(path, file, content)
        return path
    raise AssertionError("numbers do not end")


def _fill(path: Path, file: BinaryIO, content: bytes) -> None:
    """Half a file is none."""
    try:
        with file:
            file.write(content)
    except OSError:
        path.unlink()
        raise


def _folder() -> Path:
    """Where the program was started, else the home folder."""
    for folder in (Path.cwd, Path.home):
        try:
            path = folder()
        except (OSError, RuntimeError):  # it is gone, or nobody's
            continue
        if os.access(path, os.W_OK):
            return path
    raise NowhereToWrite


def _dated(name: str, day: str) -> str:
    return f"{_named(name)} {day}"


def _named(name: str) -> str:
    return _ODD.sub(" ", name)[:_NAME].strip()
