"""A dossier's page, an article or a list of results as text of 80 columns, Markdown or JSON records.

Takes values of the rooms above, gives rows of pieces, strings or plain dictionaries. All that came from an article is
made harmless here: control characters for a terminal, markup for Markdown. Knows nothing of files or screens.
"""

from kgtui.export.records import article_record, headline_record, json_text
from kgtui.export.rows import Mark, Marking, Piece, Row, paint

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
