"""Every screen and state as text with its styles, compared with the files in ``pictures``.

``python -m tests.tui.snapshots [SCENE…]`` takes them anew: read the difference before it is kept.
"""
