"""The same picture in fewer bytes: a style is sent where it changes, not anew with each piece of a line.

Rich ends each piece with a reset and begins the next one with all colours of its style, the ground too. Within one
write only what differs needs to be said: a third of all bytes of a page of text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_MOVES = re.compile(r"(?:\r\n|\x1b\[[0-9;]*H)+")  # paint nothing, whatever the style
_COLOUR = re.compile(r"(?:(?P<text>38|3[0-79]|9[0-7])|(?P<ground>48|4[0-79]|10[0-7]))(?:;5;\d+|;2;\d+;\d+;\d+)?$")
_ONE = re.compile(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+")


class _Look(NamedTuple):
    """How text looks: attributes and colours as the codes that ask for them, "" for the terminal's own colour."""

    attributes: frozenset[str]
    text: str
    ground: str


_PLAIN = _Look(frozenset(), "", "")


def sparing(painted: str) -> str:
    """What is to be written, with as few style codes as give the same picture; begins and ends without a style.

    >>> sparing("\\x1b[31;40mтри \\x1b[0m\\x1b[1;31;40mслова\\x1b[0m")
    '\\x1b[31;40mтри \\x1b[1mслова\\x1b[m'
    """
    parts: list[str] = []
    shown = wanted = _PLAIN
    at = 0
    for style in _STYLE.finditer(painted):
        if between := painted[at : style.start()]:
            if shown != wanted and not _MOVES.fullmatch(between):
                parts.append(_change(shown, wanted))
                shown = wanted
            parts.append(between)
        wanted = _then(wanted, style.group(1))
        at = style.end()
    if shown != wanted:
        parts.append(_change(shown, wanted))
    parts.append(painted[at:])
    return "".join(parts)


@lru_cache(maxsize=1024)
def _then(look: _Look, codes: str) -> _Look:
    """What text looks like after the codes."""
    for code in _ONE.findall(codes) or ["0"]:
        colour = _COLOUR.match(code)
        if code == "0":
            look = _PLAIN
        elif colour is None:
            look = look._replace(attributes=look.attributes | {code})
        elif colour["text"]:
            look = look._replace(text="" if code == "39" else code)
        else:
            look = look._replace(ground="" if code == "49" else code)
    return look


@lru_cache(maxsize=4096)
def _change(old: _Look, new: _Look) -> str:
    """The shortest way from one look to another: nothing but a reset takes anything away."""
    codes: list[str] = []
    if old.attributes - new.attributes or (old.text and not new.text) or (old.ground and not new.ground):
        codes.append("")
        old = _PLAIN
    codes += sorted(new.attributes - old.attributes, key=int)
    codes += [code for code, before in ((new.text, old.text), (new.ground, old.ground)) if code != before]
    return f"\x1b[{';'.join(codes)}m"
