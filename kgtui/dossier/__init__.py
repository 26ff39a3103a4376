"""Facts of many articles become one country's summary, each line with the sentence that says so.

Takes an open library and a country's code, gives a ``Dossier`` of frozen values that screen and command line render
alike. Knows nothing of screens, files or how a line is printed.
"""

from kgtui.dossier.country import country_dossier
from kgtui.dossier.values import LINES, Dossier, Line, Note, Section, Source

__all__ = ["LINES", "Dossier", "Line", "Note", "Section", "Source", "country_dossier"]
