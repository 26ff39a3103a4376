"""What a terminal sends for keys, also where it reports them in Kitty's protocol under a Russian layout.

``CSI key:shifted:base ; modifiers:event ; text u``, https://sw.kovidgoyal.net/kitty/keyboard-protocol/. Textual takes
each of the parts for one number, and a ValueError of its parser ends the input thread, and the program with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import Keys, _character_to_key

_REPORT = re.compile(
    r"\x1b\[(?P<key>\d*)(?::(?P<shifted>\d*)[\d:]*)?;?(?P<held>\d*)(?P<event>:\d*)?;?(?P<text>[\d:]*)(?P<end>[u~A-S])"
)
_RELEASED = ":3"
_SHIFT, _CAPS = 1, 64
_NO_TEXT = 0b111110  # Alt, Ctrl and their like: with them a key types nothing
_LAST, _SURROGATES = 0x10FFFF, range(0xD800, 0xE000)


class KeyParser(XTermParser):
    """The method is where Textual asks for the keys of one sequence: below it there are only its two readings, of which
    one raises; above it the parser is a generator, which an error has ended for good."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        report = _REPORT.fullmatch(sequence)
        if report is None:
            return super()._sequence_to_key_events(sequence, alt)
        if report["event"] == _RELEASED or not _is_possible(report):
            return [Key(Keys.Ignore, sequence)]
        if report["end"] != "u":
            return super()._sequence_to_key_events(_without_alternates(report), alt)
        return self._keys(report)  # also where the protocol was not asked for: another program may have

    def _keys(self, report: re.Match[str]) -> list[Key]:
        if typed := _typed(report):
            return [Key(_character_to_key(typed), typed)]
        return [key.copy() for key in self._parse_extended_key(_without_alternates(report)) or ()]


def _is_possible(report: re.Match[str]) -> bool:
    """Whether its numbers are those of characters."""
    numbers = [report["key"], report["shifted"], *report["text"].split(":")]
    characters = [int(number) for number in numbers if number]
    return all(number <= _LAST and number not in _SURROGATES for number in characters) and bool(
        report["key"] or report["end"] != "u"
    )


def _without_alternates(report: re.Match[str]) -> str:
    """Only what Textual reads: neither the key's other characters nor the kind of event."""
    parts = [report["key"], report["held"], report["text"].strip(":")]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return f"\x1b[{';'.join(parts)}{report['end']}"


def _typed(report: re.Match[str]) -> str:
    """What a key types where the terminal does not say it; empty where it says it, or the key types nothing."""
    held = int(report["held"] or 1) - 1
    typed = chr(int(report["key"]))
    if report["text"] or held & _NO_TEXT or not typed.isprintable() or typed.isspace():
        return ""
    if held & _SHIFT and report["shifted"]:
        return chr(int(report["shifted"]))
    return typed.upper() if bool(held & _SHIFT) != bool(held & _CAPS) else typed
