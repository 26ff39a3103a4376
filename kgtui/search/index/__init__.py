"""The index: packed postings and columns behind one small protocol, `Engine`; Whoosh is behind it.

Takes entries, gives postings. Knows nothing of queries, of ranking, nor of where articles are kept.
"""
