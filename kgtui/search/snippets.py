"""The sentence of an article that shows best why it was found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from kgtui.language.sentences import sentence_spans, sentences_at
from kgtui.language.titles import says_title
from kgtui.model import Facts, Span
from kgtui.search.matching import Found, Matcher, Passage

WIDTH = 240  # code points; a longer sentence is cut at words


@dataclass(frozen=True, slots=True)
class Snippet:
    """A slice of an article: ``text`` is exactly what stands at ``place``; ``spans`` are offsets in ``text``.

    ``cut_before`` and ``cut_after`` say that the sentence goes on, where a face may want to put an ellipsis.
    ``beyond_title``: where the sentence only says the title again, the one after it, for a face that shows the hits in
    the title itself.
    """

    text: str
    spans: tuple[Span, ...]
    place: Span
    cut_before: bool = False
    cut_after: bool = False
    beyond_title: str | None = None

    @property
    def true_spans(self) -> tuple[Span, ...]:
        """The hits as offsets in the article's text."""
        return tuple(Span(span.start + self.place.start, span.end + self.place.start) for span in self.spans)


def snippet(
    body: Passage, matcher: Matcher, facts: Facts | None = None, *, title: str = "", width: int = WIDTH
) -> Snippet:
    """The best sentence with its hits, another one than the title where there is one as good; of an article in which
    only the title matches, the first sentence that is not the title."""
    sentence, hits = _best_sentence(body, matcher.found(body, facts), title)
    place = _cut(body.text, sentence, _closest(hits), width)
    shown = (hit.span for hit in hits if place.start <= hit.span.start and hit.span.end <= place.end)
    return Snippet(
        text=place.of(body.text),
        spans=tuple(Span(span.start - place.start, span.end - place.start) for span in shown),
        place=place,
        cut_before=place.start > sentence.start,
        cut_after=place.end < sentence.end,
        beyond_title=_after(body, sentence) if says_title(sentence.of(body.text), title) else None,
    )


def _best_sentence(body: Passage, found: tuple[Found, ...], title: str) -> tuple[Span, list[Found]]:
    """Most different parts of the query, the surest, not the title, closest together, most hits, first in the text."""
    by_sentence: dict[Span, list[Found]] = {}
    sentences = sentences_at(body.text, body.span, [hit.span.start for hit in found])
    for hit, sentence in zip(found, sentences, strict=False):
        by_sentence.setdefault(sentence, []).append(hit)
    if not by_sentence:
        return _first_beyond(body, title), []

    def worth(sentence: Span) -> tuple[int, int, bool, int, int, int]:
        hits = by_sentence[sentence]
        surest = {hit.part: hit.tier for hit in sorted(hits, key=lambda hit: -hit.tier)}
        closest = _closest(hits)
        other = not says_title(sentence.of(body.text), title)
        nearness = closest.start - closest.end
        return len(surest), -sum(surest.values()), other, nearness, min(len(hits), 4), -sentence.start

    best = max(by_sentence, key=worth)
    return _with_overhang(best, by_sentence[best]), by_sentence[best]


def _first_beyond(body: Passage, title: str) -> Span:
    """The first sentence, unless it is the title and another one follows it."""
    first, *others = [*islice(sentence_spans(body.text, body.span), 2)] or [Span(body.span.start, body.span.start)]
    return others[0] if others and says_title(first.of(body.text), title) else first


def _after(body: Passage, sentence: Span) -> str:
    """The sentence after one, empty where that is the last."""
    following = next(sentence_spans(body.text, Span(sentence.end, body.span.end)), None)
    return following.of(body.text) if following else ""


def _closest(hits: list[Found]) -> Span:
    """The shortest stretch with a hit of every part that these hits are of; empty without hits."""
    best = Span(0, 0)
    parts = {hit.part for hit in hits}
    last: dict[int, Found] = {}
    for hit in hits:
        last[hit.part] = hit
        if len(last) == len(parts):
            stretch = Span(min(other.span.start for other in last.values()), hit.span.end)
            if not best.end or stretch.end - stretch.start < best.end - best.start:
                best = stretch
    return best


def _with_overhang(sentence: Span, hits: list[Found]) -> Span:
    """A phrase may run on over the end of its sentence."""
    return Span(sentence.start, max(sentence.end, *(hit.span.end for hit in hits)))


def _cut(text: str, sentence: Span, closest: Span, width: int) -> Span:
    """At most ``width`` code points of a sentence, at words, around the hits that stand closest together."""
    if sentence.end - sentence.start <= width:
        return sentence
    first = closest if closest.end else Span(sentence.start, sentence.start)
    room = max(0, width - (first.end - first.start))
    start = max(sentence.start, min(first.start - min(width // 4, room), sentence.end - width))
    end = min(start + width, sentence.end)
    while sentence.start < start < first.start and not text[start - 1].isspace():
        start += 1
    while first.end < end < sentence.end and not text[end].isspace():
        end -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
