"""The author's words inside and behind a quotation: «…, — отметил он. — …», «…», — сказал Асанов."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.marks import Marked
from kgtui.extraction.speech.words import is_finite, speech_verb

_ENDS = frozenset({",", ".", "!", "?", "…", ";"})
_VERB_WITHIN = 5  # tokens after the dash among which the verb of a remark stands
_FARTHEST = 120  # tokens behind the marks that may belong to a remark
_POINTING = frozenset("так такое такую такими таким такие эти этими".split())
_LONGEST_CAPTION = 10  # tokens of a caption below a quotation
_LONGEST = 40  # tokens of a remark inside the marks


@dataclass(frozen=True, slots=True)
class Remark:
    """The author's words by their tokens. ``resume`` is where the speech goes on after them."""

    first: int
    stop: int
    resume: int


class Remarks:
    """Finds the author's words beside a quotation."""

    def __init__(self, context: Context, cast: Cast) -> None:
        self._context = context
        self._cast = cast

    def inside(self, marked: Marked) -> Iterator[Remark]:
        """Those between the marks."""
        position = marked.first + 1
        while position < marked.stop:
            remark = self._remark(position, marked) if self._context.tokens[position].text in DASHES else None
            if remark is not None:
                yield remark
            position = remark.resume if remark is not None else position + 1

    def _remark(self, dash: int, marked: Marked) -> Remark | None:
        """The remark that a dash after a mark of punctuation opens."""
        tokens = self._context.tokens
        first = dash + 1
        while first < marked.stop and tokens[first].text in DASHES:
            first += 1
        if tokens[dash - 1].text not in _ENDS or first >= marked.stop or not self._is_said(first, marked.stop):
            return None
        for position in range(first + 1, min(marked.stop, first + _LONGEST)):
            following = position + 1
            if tokens[position].text in _ENDS and following < marked.stop and tokens[following].text in DASHES:
                return Remark(first, position, self._past_dashes(following, marked.stop))
            if self._context.sentence(position)[1] == following and following < marked.stop:
                return Remark(first, position, following)  # the second dash is missing
        return Remark(first, marked.stop, marked.stop) if marked.stop - first < _LONGEST else None

    def _past_dashes(self, position: int, stop: int) -> int:
        while position < stop and self._context.tokens[position].text in DASHES:
            position += 1
        return position

    def _is_said(self, first: int, stop: int) -> bool:
        """Whether author's words begin here: a verb of saying near, in small letters, and somebody whose it is."""
        tokens = self._context.tokens
        near = range(first, min(stop, first + _VERB_WITHIN))
        verb = next((i for i in near if speech_verb(tokens[i].text)), None)
        if verb is None or not tokens[first].text[:1].islower():
            return False
        if verb + 1 < stop and tokens[verb + 1].is_word and tokens[verb + 1].is_capitalised:
            return True
        beside = self._cast.references(verb + 1, min(stop, verb + 1 + _VERB_WITHIN))
        return any(found.may_be("nomn") or not found.is_person for found in beside)

    def behind(self, marked: Marked) -> Remark | None:
        """The words after the closing mark that may say whose the quotation is, up to the end of their sentence or the
        next quotation."""
        tokens = self._context.tokens
        position, count = marked.stop + 1, len(self._context)
        if position + 1 < count and tokens[position].text == ":" and self._same_paragraph(marked.stop, position + 1):
            return Remark(position + 1, self._remark_stop(position + 1), position + 1)  # «…»: глава МЧС о дамбах
        punctuated = tokens[marked.stop - 1].text in _ENDS
        while position < count and tokens[position].text in _ENDS:
            punctuated = True
            position += 1
        first = self._past_dashes(position, count)
        if first < count and first > position and self._is_caption(marked.stop, first):
            return Remark(first, self._context.sentence(first)[1], first)
        if first >= count or not (self._same_paragraph(marked.stop, first) or self._goes_on(position, first)):
            return None
        if first == position and not (punctuated and self._opens_with_verb(first)):
            return None
        if first > position and not (punctuated or self._opens_with_verb(first) or self._points_back(first)):
            return None
        return Remark(first, self._remark_stop(first), first)

    def _is_caption(self, closing: int, first: int) -> bool:
        """«…»¶– Иван Петров: nothing but a few words behind a dash on a line of their own, the first with a capital."""
        stop = self._context.sentence(first)[1]
        own = stop - first <= _LONGEST_CAPTION and (
            stop == len(self._context) or not self._same_paragraph(stop - 1, stop)
        )
        capital = self._context.tokens[first].is_capitalised
        return own and capital and not self._same_paragraph(closing, first) and self._same_paragraph(first - 1, first)

    def _goes_on(self, position: int, first: int) -> bool:
        """Whether a line breaks before the dash of a remark only."""
        return first > position and self._context.tokens[first].text[:1].islower()

    def _opens_with_verb(self, first: int) -> bool:
        """«Да» – ответил он: without a comma only a verb of saying tells the remark from «Манас» – аэропорт."""
        text = self._context.tokens[first].text
        return text[:1].islower() and speech_verb(text) is not None

    def _points_back(self, first: int) -> bool:
        """«…» — так оценил он, «…» — с таким заявлением выступил он, «…» — это слова премьера."""
        return any(self._context.lower(i) in _POINTING for i in range(first, min(first + 2, len(self._context))))

    def _same_paragraph(self, one: int, other: int) -> bool:
        return "\n" not in self._context.text[self._context.tokens[one].end : self._context.tokens[other].start]

    def _remark_stop(self, first: int) -> int:
        """The end of the sentence, or a dash or colon before the next quotation."""
        tokens = self._context.tokens
        stop = min(self._context.sentence(first)[1], first + _FARTHEST)
        for position in range(first, stop - 1):
            opens = tokens[position + 1].text in _OPENING
            if opens and (tokens[position].text in DASHES or tokens[position].text == ":"):
                return position
        return stop


_OPENING = frozenset('«„“"‘')


def has_predicate(context: Context, first: int, stop: int) -> bool:
    """Whether a token range has a finite verb or short adjective: it may be a clause."""
    return any(context.tokens[i].is_word and is_finite(context.tokens[i].text) for i in range(first, stop))
