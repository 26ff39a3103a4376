"""Words as XML takes them."""

from __future__ import annotations

from kgtui.terminal import one_line

_NO_CHARACTERS = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


def xml_safe(text: str) -> str:
    """One line without what XML 1.0 forbids: control characters, lone surrogates, U+FFFE and U+FFFF."""
    return one_line(text).translate(_NO_CHARACTERS)
