"""What a query that finds nothing may have meant, and how a word that was begun may end: by the index's own words."""

from kgtui.search.slips.completion import Completion, completions
from kgtui.search.slips.mending import mended
from kgtui.search.slips.vocabulary import Vocabulary, vocabulary_of

__all__ = ["Completion", "Vocabulary", "completions", "mended", "vocabulary_of"]
