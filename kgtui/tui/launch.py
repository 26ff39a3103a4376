"""What must hold before Textual is imported: its environment, and a terminal that can show the screen."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import TextIO

from kgtui.abilities import abilities_of

# Textual reads these once, at import. Animations send hundreds of kilobytes a page; an odd key report of a Kitty
# terminal with a Russian layout kills the input thread, and the protocol brings nothing that is needed here.
_DEFAULTS: Mapping[str, str] = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_DISABLE_KITTY_KEY": "1"}
# Milliseconds to wait for the rest of an escape sequence: over a slow line it may come in parts.
_ESCAPE_DELAY_OVER_SSH = "300"
# Exported by some shells; with them set Textual would not see the window being resized.
_SIZES = ("COLUMNS", "LINES")


def prepare_environment(environment: MutableMapping[str, str]) -> None:
    """Set what Textual reads at import; what the user has set wins."""
    for name, value in _DEFAULTS.items():
        environment.setdefault(name, value)
    if abilities_of(environment).remote:
        environment.setdefault("ESCDELAY", _ESCAPE_DELAY_OVER_SSH)
    for name in _SIZES:
        environment.pop(name, None)


def can_show(environment: Mapping[str, str], *streams: TextIO | None) -> bool:
    """Whether there is a terminal on all the streams, and one that can place text."""
    return abilities_of(environment).can_place_text and all(
        stream is not None and stream.isatty() for stream in streams
    )
