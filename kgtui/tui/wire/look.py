"""How text looks on a terminal, and the shortest way from one look to another.

Rich ends each piece with a reset and begins the next one with all colours of its style, the ground too. Only what
differs needs to be said: a third of all bytes of a page of text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rich.color import Color, ColorSystem

_COLOUR = re.compile(r"(?:(?P<text>38|3[0-79]|9[0-7])|(?P<ground>48|4[0-79]|10[0-7]))(?:;5;\d+|;2;\d+;\d+;\d+)?$")
_CODE = re.compile(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+")


class Look(NamedTuple):
    """Attributes and colours as the codes that ask for them, "" for the terminal's own colour."""

    attributes: frozenset[str]
    text: str
    ground: str


PLAIN = Look(frozenset(), "", "")


@lru_cache(maxsize=1024)
def look_after(look: Look, codes: str) -> Look:
    """How text looks after a style sequence with these codes.

    >>> look_after(PLAIN, "1;38;5;200;41")
    Look(attributes=frozenset({'1'}), text='38;5;200', ground='41')
    """
    for code in _CODE.findall(codes) or ["0"]:
        colour = _COLOUR.match(code)
        if code == "0":
            look = PLAIN
        elif colour is None:
            look = look._replace(attributes=look.attributes | {code})
        elif colour["text"]:
            look = look._replace(text="" if code == "39" else code)
        else:
            look = look._replace(ground="" if code == "49" else code)
    return look


@lru_cache(maxsize=1024)
def by_number(look: Look) -> Look:
    """The same in the 256 colours that have numbers: half the bytes of a shade.

    >>> by_number(Look(frozenset(), "38;2;211;210;204", "48;2;20;23;28"))
    Look(attributes=frozenset(), text='38;5;251', ground='48;5;16')
    """
    return look._replace(text=_numbered(look.text), ground=_numbered(look.ground))


def _numbered(code: str) -> str:
    kind, shade, parts = code.partition(";2;")
    if not shade:
        return code
    red, green, blue = map(int, parts.split(";"))
    return f"{kind};5;{Color.from_rgb(red, green, blue).downgrade(ColorSystem.EIGHT_BIT).number}"


@lru_cache(maxsize=4096)
def change_of_look(old: Look, new: Look) -> str:
    """What is to be sent between them; nothing but a reset takes anything away.

    >>> change_of_look(Look(frozenset(), "31", "40"), Look(frozenset({"1"}), "31", "40"))
    '\\x1b[1m'
    """
    if old == new:
        return ""
    codes: list[str] = []
    if old.attributes - new.attributes or (old.text and not new.text) or (old.ground and not new.ground):
        codes.append("")
        old = PLAIN
    codes += sorted(new.attributes - old.attributes, key=int)
    codes += [code for code, before in ((new.text, old.text), (new.ground, old.ground)) if code != before]
    return f"\x1b[{';'.join(codes)}m"
