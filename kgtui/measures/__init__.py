"""The standard measures of a brief: their order, in which units they are told, and what of them may be compared.

Two tables, and what is read from them. Takes no text: which figure gives which measure is read by ``extraction``.
"""

from kgtui.measures.scope import scope_of
from kgtui.measures.table import Claims, Sides, StandardMeasure, standard_measures

__all__ = ["Claims", "Sides", "StandardMeasure", "scope_of", "standard_measures"]
