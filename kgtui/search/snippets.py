"""The sentence of an article that shows best why it was found."""

from __future__ import annotations

from dataclasses import dataclass

from kgtui.language import Analysis, Sentence
from kgtui.model import Facts, Span
from kgtui.search.matching import Found, Matcher

WIDTH = 240  # code points; a longer sentence is cut at words


@dataclass(frozen=True, slots=True)
class Snippet:
    """A slice of an article: ``text`` is exactly what stands at ``place``; ``spans`` are offsets in ``text``.

    ``cut_before`` and ``cut_after`` say that the sentence goes on, where a face may want to put an ellipsis.
    """

    text: str
    spans: tuple[Span, ...]
    place: Span
    cut_before: bool = False
    cut_after: bool = False

    @property
    def true_spans(self) -> tuple[Span, ...]:
        """The hits as offsets in the article's text."""
        return tuple(Span(span.start + self.place.start, span.end + self.place.start) for span in self.spans)


def snippet(analysis: Analysis, matcher: Matcher, facts: Facts | None = None, *, width: int = WIDTH) -> Snippet:
    """The best sentence with its hits; of an article in which only the title matches, the first sentence."""
    found = matcher.found(analysis, facts)
    best = _best_sentence(analysis, found)
    inside = [hit.span for hit in found if best.start <= hit.span.start and hit.span.end <= best.end]
    place = _cut(analysis.text, best, inside, width)
    shown = (span for span in inside if place.start <= span.start and span.end <= place.end)
    return Snippet(
        text=place.of(analysis.text),
        spans=tuple(Span(span.start - place.start, span.end - place.start) for span in shown),
        place=place,
        cut_before=place.start > best.start,
        cut_after=place.end < best.end,
    )


def _best_sentence(analysis: Analysis, found: tuple[Found, ...]) -> Span:
    """Most different parts of the query, the surest of them, most hits, first in the text."""
    if not analysis.sentences:
        return Span(analysis.span.start, analysis.span.start)
    by_sentence: dict[int, list[Found]] = {}
    for hit in found:
        by_sentence.setdefault(analysis.sentence_at(hit.span.start), []).append(hit)
    if not by_sentence:
        return analysis.sentences[0].span

    def worth(number: int) -> tuple[int, int, int, int]:
        hits = by_sentence[number]
        surest = {hit.leaf: hit.tier for hit in sorted(hits, key=lambda hit: -hit.tier)}
        return len(surest), -sum(surest.values()), min(len(hits), 4), -number

    best = max(by_sentence, key=worth)
    return _with_overhang(analysis.sentences[best], by_sentence[best])


def _with_overhang(sentence: Sentence, hits: list[Found]) -> Span:
    """A phrase may run on over the end of its sentence."""
    return Span(sentence.span.start, max(sentence.span.end, *(hit.span.end for hit in hits)))


def _cut(text: str, sentence: Span, hits: list[Span], width: int) -> Span:
    """At most ``width`` code points of a sentence, at words, around the hits."""
    if sentence.end - sentence.start <= width:
        return sentence
    first = hits[0] if hits else Span(sentence.start, sentence.start)
    start = max(sentence.start, min(first.start - width // 4, sentence.end - width))
    end = max(min(start + width, sentence.end), first.end)
    while sentence.start < start < first.start and not text[start - 1].isspace():
        start += 1
    while first.end < end < sentence.end and not text[end].isspace():
        end -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
