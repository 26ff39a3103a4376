"""A process beside the screen that does its jobs: Python runs one thread at a time, and a key would wait for theirs.

`process.py` is the screen's end, `__main__.py` the helper itself; what goes between them is in `wire.py`.
"""
