"""What an article is about, by the words of its sentences: few topics, each explained by a table of words."""

from kgtui.extraction.topics.topics import topics

__all__ = ["topics"]
