"""The table of keys: what can be done on the screen, where, and by which keys.

Gives the table to the screen and to ``kgtui keys``. Must not know widgets nor Textual.
"""

from kgtui.keys.actions import ACTIONS, BY_ID, Action, Need, footer_of, helpful_in
from kgtui.keys.areas import CHOOSERS, DESK, FIELDS, PANES, Area
from kgtui.keys.names import key_name, twin

__all__ = [
    "ACTIONS",
    "BY_ID",
    "CHOOSERS",
    "DESK",
    "FIELDS",
    "PANES",
    "Action",
    "Area",
    "Need",
    "footer_of",
    "helpful_in",
    "key_name",
    "twin",
]
