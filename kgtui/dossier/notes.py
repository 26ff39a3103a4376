"""Sources and sentences: every note of a dossier is made here, so every article gets one number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kgtui.dossier.values import Note, Source
from kgtui.model import Headline, Span

if TYPE_CHECKING:
    from kgtui.library import Library


class Sentences:
    """The sentences of a library's articles, read when they are asked for and kept."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._spans: dict[int, tuple[Span, ...]] = {}
        self._texts: dict[int, str] = {}

    def of(self, number: int) -> tuple[str, tuple[Span, ...]]:
        """The text of an article and the spans of its sentences; nothing where it was removed meanwhile."""
        if number not in self._texts:
            article = self._library.article(number)
            self._texts[number] = article.document.text if article else ""
        text = self._texts[number]
        return text, self.spans(number) if text else ()

    def spans(self, number: int) -> tuple[Span, ...]:
        """The sentences of an article."""
        if number not in self._spans:
            self._spans[number] = self._library.sentences(number)
        return self._spans[number]

    def at(self, number: int, span: Span) -> int:
        """The place (from 0) of the sentence that holds the start of a span, or of the last one before it."""
        return max(0, bisect_right(self.spans(number), span.start, key=lambda sentence: sentence.start) - 1)

    def shared(self, number: int, spans: Iterable[Span], others: Iterable[Span]) -> Span | None:
        """The first of ``spans`` that stands in one sentence with any of ``others``."""
        places = {self.at(number, other) for other in others}
        return next((span for span in spans if self.at(number, span) in places), None)


class Notes:
    """Makes notes and numbers their sources in the order in which they are first needed."""

    def __init__(self, sentences: Sentences, reprints: Callable[[int], int] = lambda _number: 0) -> None:
        """``reprints`` tells how many reprints of an article are folded into it."""
        self._sentences = sentences
        self._reprints = reprints
        self._sources: dict[int, Source] = {}

    def note(self, headline: Headline, span: Span, words: Span | None = None) -> Note:
        """The note for what stands at ``span`` of an article; ``words`` of a fact that is told there too."""
        source = self._sources.get(headline.number)
        if source is None:
            source = Source(len(self._sources) + 1, headline, self._reprints(headline.number))
            self._sources[headline.number] = source
        text, spans = self._sentences.of(headline.number)
        place = self._sentences.at(headline.number, span)
        sentence = spans[place] if spans else Span(0, 0)
        return Note(
            source.position, place + 1, headline.number, headline.id, sentence, sentence.of(text), words or span
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())
