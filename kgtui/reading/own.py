"""What the program itself has written, a brief or a list of marks: in a folder of articles it is none of them."""

from __future__ import annotations

import re

# Each export ends so, in both languages, whatever is seen of it: «…; kgtui 0.1.0. …». Lines may be broken anywhere.
_SIGN = re.compile(r";\s+kgtui\s+\d[\w.+-]*\.(?!\w)")
_FOOT = 500  # characters at the end of a text in which it stands


def is_own(text: str) -> bool:
    return bool(_SIGN.search(text, max(0, len(text.rstrip()) - _FOOT)))
