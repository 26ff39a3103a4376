"""What an article is about, by the words of its sentences: few topics, each explained by a table of words.

Takes a ``Context``, gives ``Topic`` values; ``data/topics.tsv`` has the topics and their words.
"""
