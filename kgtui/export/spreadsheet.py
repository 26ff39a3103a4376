"""A table as CSV (RFC 4180) that spreadsheets open and cannot be made to obey.

A stream has no byte order mark, which the next program in a pipe would take for a part of the first title; who writes a
file for a spreadsheet encodes it as `FILE_ENCODING`, by whose mark Excel tells UTF-8 from the system's old encoding.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kgtui.terminal import one_line

FILE_ENCODING = "utf-8-sig"

Cell = str | int | float | None

# By what a cell begins that a spreadsheet would calculate; the full-width signs are read as the plain ones.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = tuple("=+-@＝＋－＠")


def csv_lines(titles: Sequence[str], body: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a table, each row on one, without line ends; None is an empty cell.

    >>> list(csv_lines(["мера", "значение"], [["экспорт, млн", 1.5], ["=1+1", None]]))
    ['мера,значение', '"экспорт, млн",1.5', "'=1+1,"]
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="")
    for row in (titles, *body):
        writer.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def csv_file(titles: Sequence[str], body: Iterable[Sequence[Cell]]) -> bytes:
    """A table as the content of a file for a spreadsheet."""
    return "".join(f"{line}\n" for line in csv_lines(titles, body)).encode(FILE_ENCODING)


def _harmless(text: str) -> str:
    """Text on one line, an apostrophe before what a spreadsheet would take for a formula."""
    line = one_line(text)
    return f"'{line}" if line.lstrip().startswith(_FORMULA) else line
