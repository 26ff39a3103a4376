"""The table of keys: what can be done on the screen, where, and by which keys.

Gives the table to the screen and to ``kgtui keys``. Must not know widgets nor Textual.
"""

from kgtui.keys.actions import ACTIONS, BY_ID, Action, Group, Need, footer_of, helpful_in
from kgtui.keys.areas import CHOOSERS, DESK, FIELDS, PANES, Area
from kgtui.keys.keymap import KEY_NAMES, KeyMistake, use_keys
from kgtui.keys.names import both_layouts, canonical, is_typed, key_name, twin

__all__ = [
    "ACTIONS",
    "BY_ID",
    "CHOOSERS",
    "DESK",
    "FIELDS",
    "KEY_NAMES",
    "PANES",
    "Action",
    "Area",
    "Group",
    "KeyMistake",
    "Need",
    "both_layouts",
    "canonical",
    "footer_of",
    "helpful_in",
    "is_typed",
    "key_name",
    "twin",
    "use_keys",
]
