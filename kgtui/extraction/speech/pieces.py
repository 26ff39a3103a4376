"""Which words between quotation marks are speech, by what stands inside, behind and before the marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.marks import Marked
from kgtui.extraction.speech.attribution import Attribution
from kgtui.extraction.speech.remarks import Remark, Remarks, has_predicate
from kgtui.extraction.speech.speakers import Speakers
from kgtui.extraction.speech.words import VerbKind, speech_verb

_SET_OFF = frozenset(",.;:") | DASHES  # marks between speech and the author's words inside it
_ENDS_OF_SPEECH = frozenset(".!?…")
_REACH = 80  # tokens before a fragment in which its sentence may tell who says it
_WORDS_OF_SPEECH = 3  # fewer words that nobody is said to say are a name
_WORDS_OF_FRAGMENT = 5  # fewer words in the author's own sentence are a fragment
_WORDS_ALONE = 6  # fewer words beside which nobody is said to speak are a slogan


@dataclass(frozen=True, slots=True)
class Piece:
    """Speech between a pair of marks: its parts as token ranges, and by which words somebody is said to say it (None:
    by none). ``follows`` says that it comes right behind the speech before it.
    """

    marked: Marked
    parts: tuple[tuple[int, int], ...]
    attribution: Attribution | None
    follows: bool


class Pieces:
    """Tells speech from names and fragments in an article."""

    def __init__(self, context: Context, cast: Cast, speakers: Speakers) -> None:
        self._context = context
        self._remarks = Remarks(context, cast)
        self._speakers = speakers

    def of(self, marked: Marked, last: Piece | None) -> Piece | None:
        """The speech between a pair of marks, None where there is none; ``last`` is the speech before it."""
        remarks = tuple(self._remarks.inside(marked))
        parts = self._parts(marked, remarks)
        follows = last is not None and self._follows(marked, last.marked)
        attribution: Attribution | None
        if self._has_colon(marked):
            attribution, said = self._introduced(marked)
            behind = self._behind(marked) if not remarks else None
            if behind is not None and behind.actor is not None and self._is_verb_of_saying(behind):
                attribution, said = behind, True
        elif remarks:
            said = True
            attribution = next((a for r in remarks if (a := self._speakers.after(r.first, r.stop)) is not None), None)
        elif self._starts(marked, last):
            attribution = self._behind(marked)
            said = attribution is not None or self._goes_on(marked, follows=follows) or self._is_alone(marked, follows)
            if attribution is None and said and not follows:
                attribution = self._framed(marked)
        else:
            attribution, said = self._fragment(marked)
        return Piece(marked, parts, attribution, follows) if said and parts else None

    def _parts(self, marked: Marked, remarks: Sequence[Remark]) -> tuple[tuple[int, int], ...]:
        """The parts of the speech without the author's words and the marks that set these off."""
        parts = []
        first = marked.first
        for remark in remarks:
            stop = remark.first
            while stop > first and self._context.tokens[stop - 1].text in _SET_OFF:
                stop -= 1
            parts.append((first, stop))
            first = remark.resume
        return tuple(part for part in (*parts, (first, marked.stop)) if part[0] < part[1])

    # «Асанов заявил: «…»»

    def _has_colon(self, marked: Marked) -> bool:
        return marked.first > 2 and self._context.tokens[marked.first - 2].text == ":"

    def _introduced(self, marked: Marked) -> tuple[Attribution | None, bool]:
        """Behind a colon; a name («название: «Дорога»») is none."""
        colon = marked.first - 2
        attribution = self._speakers.before(self._context.sentence(colon)[0], colon)
        if attribution is not None:
            told = attribution.actor is not None and attribution.verb is None
            if told or self._verb_kind(attribution) not in (None, VerbKind.RELAYS):
                return attribution, True
        stop = self._context.sentence(marked.stop - 1)[1]
        following = self._context.tokens[marked.stop + 1 : min(stop, marked.stop + 2)]
        listed = bool(following) and (following[0].is_word or following[0].text == ",")
        known = attribution is not None and attribution.actor is not None
        said = self._words(marked) >= _WORDS_ALONE or (known and self._is_speech(marked))
        return attribution, said and not listed

    def _is_verb_of_saying(self, attribution: Attribution) -> bool:
        return self._verb_kind(attribution) is not None

    def _verb_kind(self, attribution: Attribution) -> VerbKind | None:
        verb = speech_verb(self._context.tokens[attribution.verb].text) if attribution.verb is not None else None
        return verb.kind if verb is not None else None

    # «…», — сказал Асанов

    def _starts(self, marked: Marked, last: Piece | None) -> bool:
        """Whether the mark opens a sentence, or goes on behind the author's words: «…», — сказал он, — «…»."""
        opening = marked.first - 1
        first = self._context.sentence(opening)[0]
        while opening > first and self._context.tokens[opening - 1].text in DASHES:
            opening -= 1
        if opening == first or (self._context.tokens[opening - 1].text == "." and self._opens_with_capital(marked)):
            return True  # also where the full stop may be one of an abbreviation: «приехал в Ош. «…»»
        goes_on = last is not None and last.marked.stop >= first and opening < marked.first - 1
        return goes_on and self._context.tokens[opening - 1].text in ",."

    def _opens_with_capital(self, marked: Marked) -> bool:
        return self._context.tokens[marked.first].is_capitalised and self._words(marked) >= _WORDS_ALONE

    def _behind(self, marked: Marked) -> Attribution | None:
        """By the author's words behind the marks: a verb of saying, or any verb with somebody as its subject."""
        remark = self._remarks.behind(marked) if marked.closed else None
        attribution = self._speakers.after(remark.first, remark.stop) if remark is not None else None
        if attribution is None or self._is_verb_of_saying(attribution):
            return attribution
        named = attribution.named is not None
        words = _WORDS_OF_SPEECH if attribution.verb is None else _WORDS_OF_SPEECH - 1
        return attribution if named and self._is_speech(marked, words) else None

    # marks beside which nobody is said to speak

    def _goes_on(self, marked: Marked, *, follows: bool) -> bool:
        """«…», — сказал Асанов. — «…»: the second pair of marks behind the author's words."""
        return follows and self._context.tokens[marked.first - 2].text in DASHES

    def _is_alone(self, marked: Marked, follows: bool) -> bool:
        """A whole sentence of its own."""
        stop = self._context.sentence(marked.stop - 1)[1]
        if any(self._context.tokens[i].text not in _ENDS_OF_SPEECH for i in range(marked.stop + 1, stop)):
            return False
        words = self._words(marked)
        return words >= _WORDS_OF_SPEECH if follows else words >= _WORDS_ALONE and self._is_speech(marked)

    def _framed(self, marked: Marked) -> Attribution | None:
        """By the sentence before, whose subject is one person: «Асанов выступил перед студентами. «…»»."""
        first = self._context.sentence(marked.first - 1)[0]
        if first == 0:
            return None
        before, stop = self._context.sentence(first - 1)
        attribution = self._speakers.before(before, stop)
        if attribution is None or attribution.named is None:
            return None
        told = attribution.found_by != "body" or self._is_verb_of_saying(attribution)
        return attribution.unsure() if told else None

    def _follows(self, marked: Marked, last: Marked) -> bool:
        """Whether marks come right behind others: in their paragraph, or first in the next one."""
        tokens = self._context.tokens
        opening, closing = marked.first - 1, min(last.stop, len(tokens) - 1)
        breaks = self._context.text[tokens[closing].start : tokens[opening].start].split("\n")
        return len([part for part in breaks if part.strip()]) <= 1

    # «По словам Асанова, «…»»

    def _fragment(self, marked: Marked) -> tuple[Attribution | None, bool]:
        """A whole clause in a sentence that tells what somebody says."""
        if not marked.closed or self._words(marked) < _WORDS_OF_FRAGMENT or not self._is_speech(marked):
            return None, False
        opening = marked.first - 1
        first = max(self._context.sentence(opening)[0], opening - _REACH)
        source = next((s for i in range(first, opening - 1) if (s := self._speakers.source(i, opening))), None)
        attribution = source[1] if source is not None else None
        if attribution is None:
            attribution = self._speakers.before(first, opening)
            if attribution is not None and not self._is_verb_of_saying(attribution):
                return None, False
        return attribution, attribution is not None and attribution.named is not None

    def _is_speech(self, marked: Marked, words: int = _WORDS_OF_SPEECH) -> bool:
        """At least a clause: some words and a predicate, or the marks of a sentence."""
        if self._words(marked) < words:
            return False
        ends = self._context.tokens[marked.stop - 1].text in _ENDS_OF_SPEECH
        return ends or has_predicate(self._context, marked.first, marked.stop)

    def _words(self, marked: Marked) -> int:
        return sum(self._context.tokens[i].is_word for i in range(marked.first, marked.stop))
