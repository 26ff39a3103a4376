"""Who speaks, as it is told below a quotation: only where the paragraph itself does not say it at once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.locale import t
from kgtui.model import EntityKind, Span
from kgtui.tui.typesetting.lines import line_ends

if TYPE_CHECKING:
    from kgtui.model import Actor, Entity, Facts, Quote
    from kgtui.tui.widgets.marking import Marking

_REACH = 2000  # characters behind a quotation in which its speaker may be named
_NO_WORDS = re.compile(r"\W*")


class SpeakerLines:
    """Those of one article, asked for paragraph by paragraph; ``marking`` is that of the article."""

    def __init__(self, text: str, body: Span, facts: Facts, marking: Marking) -> None:
        self._text = text
        self._body = body
        self._marking = marking
        self._entities = {(entity.kind, entity.key): entity for entity in facts.entities}
        self._quotes = sorted(facts.quotes, key=lambda quote: quote.span.start)
        self._starts = [quote.span.start for quote in self._quotes]

    def below(self, paragraph: Span) -> Sequence[str]:
        """Whoever says what ends in a paragraph and is not named there, each once, in the order of the text. One who
        goes on speaking in the next paragraph, unnamed there too, is told below that one."""
        told = dict.fromkeys(self._unnamed(paragraph))
        following = self._following(paragraph) if told else None
        if following is not None and following.speaker is not None:
            words = self._words(following.speaker, following)
            if words in self._unnamed(self._last_paragraph(following)):
                told.pop(words, None)
        return list(told)

    def _unnamed(self, paragraph: Span) -> Sequence[str]:
        """Who says the quotations that end in a paragraph, of those who are known and not named there."""
        speech = list(self._marking.speech_in(paragraph))
        ending = [each for each in speech if each.direct and each.speaker and each.span.end <= paragraph.end]
        if not ending:
            return ()
        quoted = [part for each in speech if each.direct for part in each.parts]
        mentions = [
            (span, entity)
            for span, entity in self._marking.mentions_in(paragraph)
            if not any(part.overlaps(span) for part in quoted)
        ]
        speakers = {each.speaker for each in ending if each.speaker}
        named = {speaker for speaker in speakers if _is_named(speaker, mentions, speech)}
        return [self._words(each.speaker, each) for each in ending if each.speaker and each.speaker not in named]

    def _words(self, speaker: Actor, quote: Quote) -> str:
        """Name and office as the article knows them, with a mark where it is not sure."""
        entity = self._entities.get((speaker.kind, speaker.key))
        role, doubt = (entity.role, entity.doubt) if entity else (None, None)
        told = ", ".join(filter(None, (speaker.name, role)))
        return t("screen.reader.speaker", speaker=told) + (t("common.doubtful") if quote.doubt or doubt else "")

    def _following(self, paragraph: Span) -> Quote | None:
        """The quotation with which the next paragraph begins."""
        index = bisect_left(self._starts, paragraph.end)
        if index == len(self._starts) or not _NO_WORDS.fullmatch(self._text, paragraph.end, self._starts[index]):
            return None
        return self._quotes[index]

    def _last_paragraph(self, quote: Quote) -> Span:
        """The one in which a quotation ends that begins a paragraph, as far as one looks for a name."""
        span, farthest = quote.span, min(self._body.end, quote.span.end + _REACH)
        start = max(line_ends(self._text, span.start, span.end), default=span.start)
        return Span(start, next(line_ends(self._text, span.end, farthest), farthest))


def _is_named(speaker: Actor, mentions: Sequence[tuple[Span, Entity]], speech: Sequence[Quote]) -> bool:
    """Whether the author's own words in a paragraph name the speaker: where they say who speaks, or else as the only
    person. ``mentions`` are those in these words, ``speech`` is all that is said in the paragraph."""
    theirs = [span for span, entity in mentions if (entity.kind, entity.key) == (speaker.kind, speaker.key)]
    told_by = [each.speaker_span for each in speech if each.speaker == speaker and each.speaker_span]
    if any(span.overlaps(words) for span in theirs for words in told_by):
        return True
    persons = {entity.key for _, entity in mentions if entity.kind is EntityKind.PERSON}
    return bool(theirs) and persons <= {speaker.key}
