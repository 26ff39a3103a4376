"""From an analysed article to facts, each with its spans in the text: one module a kind of fact.

Takes a `Document` and the `Analysis` of its body, gives `Facts`: countries, blocs, persons, organisations, places and
projects, found by morphology, grammar and the gazetteer. Knows nothing of storage, of screens or of other articles.
"""

from kgtui.extraction.extract import extract
from kgtui.extraction.records import Record, facts_record

__all__ = ["Record", "extract", "facts_record"]
