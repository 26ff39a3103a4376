"""Which quotation marks belong together, over line breaks and with slips of typing: the outermost pairs of a text.

Three families are told apart, and only marks of one family close each other: « », “ ” „ " and ‘ ’. Of straight and
curly marks the spaces beside them say whether they open or close.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgtui.extraction.context import DASHES, Context

_FAMILIES = {"«": "«", "»": "«", "„": '"', "“": '"', "”": '"', '"': '"', "‘": "‘", "’": "‘"}
_BEFORE_OPENING = frozenset('([{—–-:«„“"‘/')
_AFTER_OPENING = frozenset('«„“"‘([—–-….$€№+')
_FARTHEST = 12  # paragraphs over which one quotation may go on
_LONGEST_NAME = 9  # tokens between the marks of a name that holds another
_REMARK = 300  # signs in which the author's words at the end of a paragraph begin
# Author's words at the end of a paragraph, after which nothing is said any more: «…, — сказал Асанов.»
_LAST_WORDS = re.compile(r"[,!?….]\s*[—–-]{1,2}\s?[а-яё][^«»\"“”„—–]*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """The tokens ``first`` to ``stop`` stand between quotation marks; where the closing one is missing (``closed`` is
    false) they go to the end of the paragraph.
    """

    first: int
    stop: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Scan:
    """What a paragraph holds: its pairs, the mark that it leaves open, the one that closes nothing in it."""

    pairs: tuple[tuple[int, int], ...]
    opened: int | None = None
    depth: int = 0
    stray: int | None = None


class Marks:
    """Finds the pairs of an article."""

    def __init__(self, context: Context) -> None:
        self._text = context.text
        self._tokens = context.tokens
        self._paragraphs = context.paragraphs
        self._marks: Sequence[int] = context.quotation_marks
        self._scans: dict[int, _Scan] = {}

    def find(self) -> Iterator[Marked]:
        """The outermost pairs in the order of the text."""
        number, start = 0, 0
        while number < len(self._paragraphs):
            scan = self._scanned(number) if start == 0 else self._mended(start, self._paragraphs[number][1])
            yield from (Marked(first + 1, stop) for first, stop in scan.pairs)
            start = 0
            if scan.opened is None:
                number += 1
                continue
            closing = self._closing(number, scan.opened)
            if closing is None:
                yield Marked(scan.opened + 1, self._paragraphs[number][1], closed=False)
                number += 1
            else:
                number, position = closing
                yield Marked(scan.opened + 1, position)
                start = position + 1

    def _scanned(self, number: int) -> _Scan:
        """A whole paragraph, scanned once."""
        if number not in self._scans:
            self._scans[number] = self._mended(*self._paragraphs[number])
        return self._scans[number]

    def _mended(self, first: int, stop: int) -> _Scan:
        """A scan; where it leaves a mark open, one in which a mark before an attribution closes all that are open."""
        scan = self._scan(first, stop)
        if scan.opened is None:
            return scan
        other = self._scan(first, stop, forced=True)
        return other if other.opened is None or len(other.pairs) > len(scan.pairs) else scan

    def _scan(self, first: int, stop: int, *, opened: int | None = None, forced: bool = False) -> _Scan:
        """The outermost pairs of a token range, at whose start the mark ``opened`` may be open."""
        pairs: list[tuple[int, int]] = []
        depth, stray = int(opened is not None), None
        family = self._family(opened) if opened is not None else ""
        for position in self._marks[bisect_left(self._marks, first) : bisect_left(self._marks, stop)]:
            own = self._family(position)
            if opened is None:
                if self._opens(position, depth):
                    opened, family, depth = position, own, 1
                elif stray is None:
                    stray = position
            elif own != family:
                if forced and not self._opens(position, 1) and self._is_attributed(position, stop):
                    pairs.append((opened, position))
                    opened, depth = None, 0
            elif self._opens(position, depth):
                depth += 1
            else:
                depth = 0 if forced and self._closes_all(opened, position, stop) else depth - 1
                if depth == 0:
                    pairs.append((opened, position))
                    opened = None
        return _Scan(tuple(pairs), opened, depth, stray)

    def _family(self, position: int) -> str:
        return _FAMILIES[self._tokens[position].text]

    def _opens(self, position: int, depth: int) -> bool:
        """Whether a mark opens, where ``depth`` marks are open already."""
        token = self._tokens[position]
        if token.text in "«»„":
            return token.text != "»"
        before = self._text[token.start - 1 : token.start]
        after = self._text[token.end : token.end + 1]
        free = not before or before.isspace() or before in _BEFORE_OPENING
        bound = bool(after) and (after.isalnum() or after in _AFTER_OPENING)
        if free:
            return bound or depth == 0
        return depth == 0 and bound and after.isalnum()

    def _closes_all(self, opened: int, position: int, stop: int) -> bool:
        """Whether one mark stands for those of an inner and an outer pair: of a name («АО «НК «Темир жолы»»), or of
        speech before an attribution."""
        return position - opened <= _LONGEST_NAME or self._is_attributed(position, stop)

    def _is_attributed(self, position: int, stop: int) -> bool:
        """Whether an attribution or the end of the paragraph follows a mark: «…», — сказал он."""
        following = position + 1
        while following < stop and self._tokens[following].text in (",", ".", "!", "?", "…"):
            following += 1
        if following >= stop:
            return True
        if self._tokens[following].text not in DASHES:
            return False
        while following < stop and self._tokens[following].text in DASHES:
            following += 1
        return following < stop and self._tokens[following].text[:1].islower()

    def _closing(self, number: int, opened: int) -> tuple[int, int] | None:
        """The paragraph and the mark that close what a paragraph leaves open, where the quotation goes on."""
        _first, stop = self._paragraphs[number]
        end = self._tokens[stop - 1].end
        if _LAST_WORDS.search(self._text[max(self._tokens[opened].end, end - _REMARK) : end]):
            return None
        family = self._family(opened)
        for later in range(number + 1, min(len(self._paragraphs), number + 1 + _FARTHEST)):
            first, stop = self._paragraphs[later]
            reopened = self._tokens[first].text in _FAMILIES and self._family(first) == family
            if not reopened and self._scanned(later).stray is None:
                continue
            scan = self._scan(first + int(reopened), stop, opened=opened)
            if scan.pairs:
                return later, scan.pairs[0][1]
            if not reopened:
                return None
        return None
