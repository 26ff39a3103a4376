"""A text set in rows at a measure: paragraphs, headings, lists, and the rows that are made of them as they are seen.

``rows.py`` is what the reader asks, ``lines.py`` tells what each line of the text is, ``breaking.py`` breaks one into
rows, ``cells.py`` measures.
"""

from kgtui.tui.typesetting.breaking import Row
from kgtui.tui.typesetting.rows import Remarks, Rows

__all__ = ["Remarks", "Row", "Rows"]
