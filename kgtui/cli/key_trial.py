"""``kgtui doctor --keys``: what the terminal sends for each key that is pressed, and what kgtui does by it.

For whoever asks why a key does nothing: another layout, a terminal that keeps the key, a protocol of its own.
"""

from __future__ import annotations

import os
import re
import sys

from kgtui.cli.output import Output
from kgtui.cli.probing import keys_at_once
from kgtui.keys import ACTIONS, DESK, both_layouts, key_name
from kgtui.locale import t

_END = (b"\x03", b"\x04")  # Ctrl+C, Ctrl+D
_OF_KITTY = re.compile(rb"\x1b\[(\d+)(?::\d+)*(?:;(\d+)[\d;:]*)?u")
_OF_CODES = {9: "tab", 13: "enter", 27: "escape", 32: "space", 127: "backspace"}
_CONTROL = 4  # a bit of the modifiers, as Kitty counts them from 1
_ALT = 2
_SEQUENCES = {
    b"\r": "enter",
    b"\n": "enter",
    b"\t": "tab",
    b" ": "space",
    b"\x1b": "escape",
    b"\x7f": "backspace",
    b"\x1b[Z": "shift+tab",
    b"\x1b[A": "up",
    b"\x1b[B": "down",
    b"\x1b[C": "right",
    b"\x1b[D": "left",
    b"\x1b[H": "home",
    b"\x1b[F": "end",
    b"\x1b[5~": "pageup",
    b"\x1b[6~": "pagedown",
    b"\x1bOP": "f1",
}


def try_keys(output: Output) -> None:
    """Say of each key what comes, until Ctrl+C or Ctrl+D."""
    source = sys.stdin.fileno()
    with keys_at_once(source, signals=False):
        output.talk(t("cli.doctor.press"))
        while (sent := os.read(source, 64)) and sent not in _END:
            output.line(_explained(sent))
            sys.stdout.flush()


def _explained(sent: bytes) -> str:
    key = key_of(sent)
    if key is None:
        return f"{_shown(sent)}  {t('cli.doctor.key_unknown')}"
    does = [action.name for action in ACTIONS if set(DESK) & set(action.where) and key in both_layouts(action.keys)]
    return f"{_shown(sent)}  {key_name(key)}  {'; '.join(does) or t('cli.doctor.key_idle')}"


def key_of(sent: bytes) -> str | None:
    """The key as the table of keys writes it; None for what is no key.

    >>> key_of("о".encode()), key_of(b"\\x10"), key_of("\\x1bз".encode()), key_of(b"\\x1b[1079;5u")
    ('о', 'ctrl+p', 'alt+з', 'ctrl+з')
    >>> key_of(b"\\x1b[27u"), key_of(b"\\x1b[1u"), key_of(b"\\x1b[99999999u"), key_of("\\x85".encode())
    ('escape', None, None, None)
    """
    if sent in _SEQUENCES:
        return _SEQUENCES[sent]
    if match := _OF_KITTY.fullmatch(sent):
        return _reported(int(match.group(1)), int(match.group(2) or 1) - 1)
    text = sent.decode("utf-8", "replace")
    if len(text) == 1:
        return text if text.isprintable() else f"ctrl+{chr(ord(text) + 0x60)}" if text < " " else None
    if len(text) == 2 and text[0] == "\x1b" and text[1].isprintable():
        return f"alt+{text[1]}"
    return None


def _reported(code: int, held: int) -> str | None:
    """The key that Kitty's protocol tells by the code of its character."""
    character = chr(code) if code <= sys.maxunicode else ""
    key = _OF_CODES.get(code) or (character if character.isprintable() else "")
    return f"{'ctrl+' * bool(held & _CONTROL)}{'alt+' * bool(held & _ALT)}{key}" if key else None


def _shown(sent: bytes) -> str:
    return sent.hex(" ").ljust(12)
