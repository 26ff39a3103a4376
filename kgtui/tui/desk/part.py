"""What each subject of the desk is a class of: for the type checker the sheet, for Python nothing yet.

The subjects stand one above the other, and the desk, the last of them, lays all on the sheet. A subject is no screen of
its own because Textual looks through everything that a screen has, whenever a class is made of one: half a millisecond
for each of two dozen, before anything is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.tui.desk.sheet import Sheet as Part
else:
    Part = object

__all__ = ["Part"]
