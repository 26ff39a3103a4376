"""From an analysed article to facts, each with its spans in the text: one module a kind of fact.

Takes a `Document` and the `Analysis` of its body, gives `Facts`: countries, blocs, persons, organisations, places and
projects, found by morphology, grammar and the gazetteer. Knows nothing of storage, of screens or of other articles.

Parts are imported by their modules: a brief, which needs a few tables and words of them, does not load all rules.
"""
