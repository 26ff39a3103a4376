"""Indirect speech: what the author's own sentences say that somebody says.

A way of saying is recognised by its words («по словам …», «об этом заявил …», «…, что …», «…, заявил …», «Асанов: …»);
what is said is the clause beside it. Each sentence tells one statement at most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.speech.attribution import Attribution
from kgtui.extraction.speech.speakers import Speakers
from kgtui.extraction.speech.words import VerbKind, speech_verb
from kgtui.extraction.traits import is_source_preposition, is_speech_verb
from kgtui.model import Doubt, Quote

_POINTING = frozenset("этом это такое такую такие такой такими эту эти".split())
_LEAST_LEAD = 8  # tokens before an inserted verb that are no clause of their own: «Государство, отметил он, получит …»
_SHORTEST = 2  # words of a clause that tells something
_MARKS = frozenset(",.;:!?…—–-")


class _Cue(Enum):
    """A token beside which somebody's words may stand."""

    VERB = "verb"
    SOURCE = "source"
    COLON = "colon"


@cache
def _cue(text: str) -> _Cue | None:
    if text == ":":
        return _Cue.COLON
    if is_source_preposition(text):
        return _Cue.SOURCE
    return _Cue.VERB if text[0].isalpha() and speech_verb(text) is not None else None


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause (its pieces as token ranges), who says it, and by which of the ways it was found."""

    parts: tuple[tuple[int, int], ...]
    attribution: Attribution


class Statements:
    """Finds the statements of an article; ``quoted`` are the tokens of its quotations."""

    def __init__(self, context: Context, speakers: Speakers, quoted: frozenset[int]) -> None:
        self._context = context
        self._speakers = speakers
        self._quoted = quoted
        self._cues = {
            position: cue
            for position, token in enumerate(context.tokens)
            if (cue := _cue(token.text)) is not None and position not in quoted and position not in context.in_quotes
        }
        self._cued = tuple(self._cues)

    def find(self) -> list[Quote]:
        """The statements in the order of the text."""
        found: list[Quote] = []
        for first, stop in dict.fromkeys(map(self._context.sentence, self._cues)):
            said = self._said(first, stop, self._context.sentence(first - 1) if first else None)
            if said is not None and said.attribution.actor is not None and not self._is_quoted(said):
                found.append(self._quote(said))
        return found

    def _is_quoted(self, said: _Said) -> bool:
        """Whether the clause is direct speech, which is a quotation already."""
        return any(i in self._quoted for first, _stop in said.parts for i in (first, first + 1))

    def _said(self, first: int, stop: int, last: tuple[int, int] | None) -> _Said | None:
        """What a sentence tells; ``last`` is the sentence before it."""
        if self._is_label(first, stop):
            return self._labelled(first, stop)
        for position in self._cues_in(_Cue.SOURCE, first, stop - 2):
            source = self._speakers.source(position, stop)
            if source is not None:
                return self._by_source(position, *source, first, stop)
        verb = next(self._cues_in(_Cue.VERB, first, stop), None)
        if verb is None:
            return None
        if last is not None and self._points_back(first, verb):
            return self._backward(last, first, stop)
        return self._with_clause(verb, first, stop) or self._inserted(first, stop)

    def _cues_in(self, cue: _Cue, first: int, stop: int) -> Iterator[int]:
        within = self._cued[bisect_left(self._cued, first) : bisect_left(self._cued, stop)]
        return (position for position in within if self._cues[position] is cue)

    # «По словам Асанова, дорога готова.»

    def _by_source(self, position: int, noun: int, attribution: Attribution, first: int, stop: int) -> _Said | None:
        if attribution.named is None:
            return None
        return self._around(position, max(attribution.named[1], noun + 1), first, stop, attribution)

    def _around(self, start: int, end: int, first: int, stop: int, attribution: Attribution) -> _Said | None:
        """The clause around the words ``start`` to ``end`` that say who tells it, up to the next comma."""
        if end < stop and self._context.tokens[end].text != "," and start > first:
            end = next((i for i in range(end, stop) if self._context.tokens[i].text in (",", "—", "–")), stop)
        parts = self._trimmed(((first, start), (end, stop)))
        return _Said(parts, attribution) if parts else None

    def _trimmed(self, ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Token ranges without marks at their ends; those without words fall away."""
        parts = []
        for first, stop in ranges:
            told = [i for i in range(first, stop) if self._context.tokens[i].text not in _MARKS]
            if any(self._context.tokens[i].is_word for i in told):
                parts.append((told[0], told[-1] + 1))
        words = sum(self._context.tokens[i].is_word for part in parts for i in range(*part))
        return tuple(parts) if words >= _SHORTEST else ()

    # «Дорога готова. Об этом заявил Асанов.»

    def _points_back(self, first: int, verb: int) -> bool:
        start = first + (self._context.lower(first) in ("об", "о", "с", "на", "про"))
        return start < verb <= start + 8 and self._context.lower(start) in _POINTING

    def _backward(self, last: tuple[int, int], first: int, stop: int) -> _Said | None:
        attribution = self._speakers.after(first, stop)
        if attribution is None or last[0] in self._quoted or last[0] + 1 in self._quoted:
            return None
        parts = self._trimmed((last,))
        return _Said(parts, attribution) if parts else None

    # «Асанов отметил, что дорога готова.», «Асанов напомнил: дорога готова.»

    def _with_clause(self, verb: int, first: int, stop: int) -> _Said | None:
        for position in range(verb + 1, stop - 1):
            mark = self._context.tokens[position].text
            opens = mark == "," and self._context.lower(position + 1) == "что"
            if opens or (mark == ":" and position + 1 not in self._quoted and position + 2 not in self._quoted):
                verb = max(self._cues_in(_Cue.VERB, verb, position))
                attribution = self._by(verb, first, position)
                parts = self._trimmed(((position + 1 + opens, self._clause_stop(position + 2, stop)),))
                return _Said(parts, attribution) if attribution is not None and parts else None
        return None

    def _clause_stop(self, start: int, stop: int) -> int:
        """Where the author goes on: «…, что дорога готова, и призвал …»."""
        for position in range(start, stop - 2):
            joined = self._context.tokens[position].text == "," and self._context.lower(position + 1) == "и"
            if joined and is_speech_verb(self._context.tokens[position + 2].text):
                return position
        return stop

    def _by(self, verb: int, first: int, stop: int) -> Attribution | None:
        """Who says it by a verb between ``first`` and ``stop``; an agency that relays it does not."""
        known = speech_verb(self._context.tokens[verb].text)
        if known is None or known.kind is VerbKind.RELAYS:
            return None
        return self._speakers.by_verb(verb, known, first, stop)

    # «Дорога готова, заявил Асанов.», «Как отметил Асанов, дорога готова.»

    def _inserted(self, first: int, stop: int) -> _Said | None:
        for verb in self._cues_in(_Cue.VERB, first, stop):
            start = verb - (verb > first and self._context.lower(verb - 1) == "как")
            opens = start == first and start < verb
            if not opens and not self._is_set_off(start, first):
                continue
            end = next((i for i in range(verb, stop) if self._context.tokens[i].text == ","), stop)
            attribution = self._by(verb, verb, end if opens else stop)
            if attribution is None or attribution.named is None:
                continue
            if attribution.named[1] > end:
                end = next((i for i in range(attribution.named[1], stop) if self._context.tokens[i].text == ","), stop)
            parts = self._trimmed(((first, start), (end, stop)) if start - first < _LEAST_LEAD else ((first, start),))
            return _Said(parts, attribution) if parts else None
        return None

    def _is_set_off(self, start: int, first: int) -> bool:
        """Behind a comma, or behind a comma and a dash: «– Дорога готова, – сказал Асанов»."""
        before = [token.text for token in self._context.tokens[max(first, start - 2) : start]]
        return bool(before) and (before[-1] == "," or (before[-1] in DASHES and before[0] in ",!?"))

    # «Асанов: Дорога готова»

    def _is_label(self, first: int, stop: int) -> bool:
        """Whether a colon follows the first words of a paragraph, and no quotation behind it."""
        colon = next(self._cues_in(_Cue.COLON, first, min(stop, first + 10)), None)
        return colon is not None and colon + 2 < stop and colon + 2 not in self._quoted and self._named(first, colon)

    def _named(self, first: int, colon: int) -> bool:
        return next(self._cues_in(_Cue.VERB, first, colon), None) is None

    def _labelled(self, first: int, stop: int) -> _Said | None:
        colon = next(i for i in range(first, stop) if self._context.tokens[i].text == ":")
        attribution = self._speakers.before(first, colon)
        if attribution is None or attribution.verb is not None:
            return None
        parts = self._trimmed(((colon + 1, stop),))
        return _Said(parts, attribution) if parts else None

    def _quote(self, said: _Said) -> Quote:
        attribution = said.attribution
        verb, named = attribution.verb, attribution.named
        return Quote(
            span=self._context.span(said.parts[0][0], said.parts[-1][1]),
            parts=tuple(self._context.span(*part) for part in said.parts),
            direct=False,
            speaker=attribution.actor,
            speaker_span=self._context.span(*named) if named is not None else None,
            verb_span=self._context.span(verb, verb + 1) if verb is not None else None,
            found_by=attribution.found_by,
            doubt=None if attribution.sure else Doubt.LIKELY_SPEAKER,
        )
