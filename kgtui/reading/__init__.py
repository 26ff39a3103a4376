"""Files of any encoding → `Document`, or the reason why not (`Skipped`). Knows nothing of what is done with them.

``documents_in(paths)`` reads files and folders, ``read_path`` one file, ``read_stream`` what was piped in. A document's
``text`` is the decoded file in NFC with line ends as ``\\n`` and without byte order mark. Its ``body`` is one slice of
it: it begins after the header, with the title line (where there is one) and the dateline, and ends before the signature
and the page furniture below it; furniture inside it stays. To teach it a medium or a word of a page: `data/*.tsv`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.reading.files import LIMIT_BYTES, count_in, documents_in, read_path, read_stream
    from kgtui.reading.skipped import ReadingError, Skipped, SkipReason
else:  # a query's dates need no pieces of headers
    from kgtui.unloaded import names_of

    __getattr__ = names_of(__name__, "skipped", "files")

__all__ = [
    "LIMIT_BYTES",
    "ReadingError",
    "SkipReason",
    "Skipped",
    "count_in",
    "documents_in",
    "read_path",
    "read_stream",
]
