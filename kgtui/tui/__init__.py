"""The screen: asks the library, paints the answer, has no logic of its own.

Takes settings and a first query, gives an exit code: ``kgtui.tui.app.run``. Importing this package imports no
Textual: the environment is prepared first (see ``launch``). Must not know SQL, the index or the command line.
"""
