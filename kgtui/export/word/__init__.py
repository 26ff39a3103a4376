"""A page as a Word document: rows on the first sheet, real footnotes under them, the evidence from the second sheet.

python-docx sets paragraphs and styles; footnotes, which it cannot make, are a part of our own (``footnotes.py``).
"""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec

from kgtui.export.page_values import Page


class WordIsMissing(Exception):  # noqa: N818 - named for what is the matter
    """python-docx, which comes with ``kgtui[docx]``, is not installed."""


def page_docx(page: Page, made: date) -> bytes:
    """The file; ``made`` is the day that stands in its properties. Raises WordIsMissing."""
    if find_spec("docx") is None:
        raise WordIsMissing
    from kgtui.export.word.document import document_of  # noqa: PLC0415 - takes 0.2 s to import, and may be missing

    return document_of(page, made)
