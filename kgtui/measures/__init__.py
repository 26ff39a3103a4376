"""The standard measures of a brief: their order, in which units they are told, and what of them may be compared.

Two tables, and what is read from them. Takes no text: which figure gives which measure is read by ``extraction``.
"""

from kgtui.measures.table import Sides, StandardMeasure, standard_measures

__all__ = ["Sides", "StandardMeasure", "standard_measures"]
