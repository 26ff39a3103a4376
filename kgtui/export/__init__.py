"""A dossier's page as text of 80 columns, Markdown, HTML or Word; articles, results and tables as text, JSON or CSV.

Takes values of the rooms above, gives rows of pieces, strings, bytes or plain dictionaries. All that came from an
article is made harmless here: control characters for a terminal, markup for Markdown and HTML, formulas for
spreadsheets. Knows nothing of files or screens.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.export.records import article_record, headline_record, json_text
    from kgtui.export.rows import Mark, Marking, Piece, Row, paint
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(__name__, "rows", "records")

__all__ = [
    "Mark",
    "Marking",
    "Piece",
    "Row",
    "article_record",
    "headline_record",
    "json_text",
    "paint",
]
