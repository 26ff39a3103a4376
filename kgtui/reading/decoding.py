"""Bytes → text in NFC, whatever the encoding: UTF-8, UTF-16, and the single-byte encodings of Russian.

The order: byte order marks, strict UTF-8, UTF-16 by the pattern of its high bytes, UTF-8 with a few broken bytes, then
the Russian encodings by how Russian the result looks (`letters`). charset-normalizer is asked only about what is none
of these: on short Russian texts it takes Windows-1251 for Korean and KOI8-R for UTF-16.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from kgtui.reading.letters import russian_likeness
from kgtui.reading.skipped import ReadingError, SkipReason

# Where two encodings give equally good Russian, the one in wider use wins: the favour is added once, not per sign.
RUSSIAN_ENCODINGS = {"cp1251": 7.0, "koi8-r": 5.0, "cp866": 2.0, "mac-cyrillic": 0.0, "iso8859-5": 0.0}
LOOKS_RUSSIAN = 0.0  # mean score of a sign beyond ASCII; Russian has 2 to 4, in a wrong encoding it is below 0

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as that of UTF-16 LE does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH_BYTES = frozenset({0x00, 0x04, 0x20})  # of Latin and signs, of Cyrillic, of dashes and quotation marks
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f-\x84\x86-\x9f]")  # but white space, Ctrl-Z and Escape


def decode(raw: bytes) -> str:
    """The text of some bytes: NFC, line ends as ``\\n``, without byte order mark.

    Raises ReadingError (BINARY) for bytes that are no text.
    """
    return normalised(_decoded(raw))


def normalised(text: str) -> str:
    """NFC with line ends as ``\\n`` and no byte order mark. Raises ReadingError (BINARY) for a text of controls."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) * 0.02:
        raise ReadingError(SkipReason.BINARY)
    return text.rstrip("\x1a")  # the end mark of DOS


def encoding_of(raw: bytes) -> str | None:
    """The codec that reads these bytes as text, or None."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    utf16 = _utf16_by_pattern(raw)  # before UTF-8: Cyrillic letters in UTF-16 are valid ASCII, byte by byte
    if utf16:
        return utf16
    return "utf-8" if _decodes(raw, "utf-8") else _other(raw)


def _decoded(raw: bytes) -> str:
    encoding = encoding_of(raw)
    if encoding is None:
        raise ReadingError(SkipReason.BINARY)
    return raw.decode(encoding, errors="replace")


def _other(raw: bytes) -> str | None:
    if b"\0" in raw:
        return None
    if _is_damaged_utf8(raw):
        return "utf-8"
    likeness = {name: _likeness(raw, name) + favour / len(raw) for name, favour in RUSSIAN_ENCODINGS.items()}
    best = max(likeness, key=lambda name: likeness[name])
    return best if likeness[best] > LOOKS_RUSSIAN else _foreign(raw)


def _likeness(raw: bytes, encoding: str) -> float:
    return russian_likeness(raw[:20_000].decode(encoding, errors="replace"))


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_by_pattern(raw: bytes) -> str | None:
    sample = raw[: min(len(raw) & ~1, 4096)]
    if len(sample) < 4:
        return None
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        fitting = sum(byte in _HIGH_BYTES for byte in high)
        varied = sum(byte in _HIGH_BYTES for byte in low)
        if fitting > 0.7 * len(high) and varied < fitting and high.count(0x20) < 0.3 * len(high):
            return encoding
    return None


def _is_damaged_utf8(raw: bytes) -> bool:
    """Nearly all of what is not ASCII reads as UTF-8: a text cut in the middle of a letter, or one bad byte."""
    text = raw[:20_000].decode("utf-8", errors="replace")
    read = sum(1 for sign in text if sign > "\x7f" and sign != "\ufffd")
    return read > 8 * text.count("\ufffd") or (read > 0 and text.rstrip("\ufffd").count("\ufffd") == 0)


def _foreign(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - kept off the start path, seldom needed

    best = from_bytes(raw[:100_000]).best()
    return best.encoding if best else None
