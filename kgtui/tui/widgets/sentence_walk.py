"""Reading sentence by sentence: the sentences of a text in order, and the one that is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kgtui.model import Span


class SentenceWalk:
    """There must be sentences; one always stands on one of them."""

    def __init__(self, sentences: Sequence[Span], offset: int) -> None:
        self._sentences = sentences
        self._at = 0
        self.go_to(offset)

    @property
    def here(self) -> Span:
        return self._sentences[self._at]

    def go_to(self, offset: int) -> None:
        """To the sentence that holds an offset, else to the next one, else to the last one."""
        self._stand(bisect_right(self._sentences, offset, key=lambda sentence: sentence.end))

    def step(self, by: int) -> None:
        self._stand(self._at + by)

    def to_end(self, *, last: bool) -> None:
        self._stand(len(self._sentences) - 1 if last else 0)

    def go_into(self, view: Span) -> None:
        """Stay where one is seen; else to the first sentence that begins in view, or goes through it."""
        if not self.here.overlaps(view):
            first = bisect_left(self._sentences, view.start, key=lambda sentence: sentence.start)
            self._stand(
                first if first < len(self._sentences) and self._sentences[first].start < view.end else first - 1
            )

    def _stand(self, index: int) -> None:
        self._at = max(0, min(index, len(self._sentences) - 1))
