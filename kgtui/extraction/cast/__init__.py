"""Who acts in an article: its persons, bodies and countries by token, and whom offices, pronouns and nouns refer to.

Takes the `Context` and the entities of an article, gives a `Cast`: `at` and `within` are what the text names,
`references` whom the words of a range mean, each a `Reference` with its actors and how they were found.
"""

from kgtui.extraction.cast.cast import Cast
from kgtui.extraction.cast.reference import Reference, actor

__all__ = ["Cast", "Reference", "actor"]
