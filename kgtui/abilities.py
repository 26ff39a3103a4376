"""What the terminal at the other end can do, as far as its environment tells: colours, signs, what lies between.

Asked once at the start, by the screen and by ``kgtui doctor`` alike. Nothing is sent to the terminal to find out.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

# Their fonts hold a part of the line and block characters only.
_POOR_FONTS = frozenset(("linux", "vt100", "vt220", "ansi", "cons25"))
_UNABLE = frozenset(("", "dumb"))


class Colours(str, Enum):
    """How many colours may be sent; NONE where the reader wants none (https://no-color.org)."""

    NONE = "none"
    FEW = "16"
    MANY = "256"
    TRUE = "true"


class Abilities(NamedTuple):
    """``blocks``: eighths of a block, rules and marks outside ASCII come out right. ``unicode``: letters outside ASCII
    do. ``remote``: an SSH line lies between. ``tmux``: the program runs inside tmux."""

    term: str
    colours: Colours
    blocks: bool
    unicode: bool
    remote: bool
    tmux: bool

    @property
    def can_place_text(self) -> bool:
        return self.term not in _UNABLE


def abilities_of(environment: Mapping[str, str]) -> Abilities:
    """
    >>> abilities_of({"TERM": "linux", "LANG": "ru_RU.UTF-8", "SSH_TTY": "/dev/pts/1"})
    Abilities(term='linux', colours=<Colours.FEW: '16'>, blocks=False, unicode=True, remote=True, tmux=False)
    """
    term = environment.get("TERM", "")
    unicode = _is_utf8(environment)
    return Abilities(
        term=term,
        colours=_colours(environment, term),
        blocks=unicode and term not in _POOR_FONTS,
        unicode=unicode,
        remote="SSH_CONNECTION" in environment or "SSH_TTY" in environment,
        tmux=bool(environment.get("TMUX")),
    )


def _colours(environment: Mapping[str, str], term: str) -> Colours:
    if environment.get("NO_COLOR"):
        return Colours.NONE
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return Colours.TRUE
    return Colours.MANY if "256color" in term else Colours.FEW


def _is_utf8(environment: Mapping[str, str]) -> bool:
    """By the first of the variables that is set, as the C library reads them; nothing set says nothing against it."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    wanted = next((name for name in names if name), "UTF-8").upper().replace("-", "")
    return "UTF8" in wanted
