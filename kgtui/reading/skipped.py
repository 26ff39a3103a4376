"""What could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class SkipReason(str, Enum):
    """Why a file or a line gave no document; the words for it are ``reading.reason.<value>`` of the catalogue."""

    EMPTY = "empty"
    BINARY = "binary"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_RUSSIAN = "not_russian"
    NOT_SUPPORTED = "not_supported"
    OWN = "own"
    BAD_LINE = "bad_line"
    FACTS = "facts"  # the article is taken, without its facts


@dataclass(frozen=True, slots=True)
class Skipped:
    """``origin`` is the path (of a line: ``path#number``, from 1); ``detail`` says more in the reader's language."""

    origin: str
    reason: SkipReason
    detail: str = ""


class ReadingError(Exception):
    """Some bytes are no article; ``reason`` and ``detail`` as in `Skipped`. The readers turn it into one."""

    def __init__(self, reason: SkipReason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail

    def skipped(self, origin: str) -> Skipped:
        return Skipped(origin, self.reason, self.detail)
