"""Who and what an article names: countries, blocs, persons, organisations, places and projects.

Each module leaves its tokens to the next one, so that a word belongs to one name.
"""

from kgtui.extraction.names.entities import entities

__all__ = ["entities"]
