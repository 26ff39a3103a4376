"""What all rows of a dossier have: the notes that prove them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgtui.model import Doubt, Headline, Span


@dataclass(frozen=True, slots=True)
class Note:
    """The sentence behind a row: ``[2.9]`` is source 2, sentence 9, both from 1.

    ``number`` and ``id`` are the article's, ``span`` is the sentence in the article's text and ``quotation`` that
    sentence letter for letter. ``words`` are those of the fact or name that the row is made of: two rows of one
    sentence have the same note.
    """

    source: int
    sentence: int
    number: int
    id: str
    span: Span
    quotation: str
    words: Span | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        return f"{self.source}.{self.sentence}"


@dataclass(frozen=True, slots=True)
class Source:
    """An article that notes refer to, with its place (from 1) in the list of sources, and how many reprints of it there
    are beside it."""

    position: int
    headline: Headline
    reprints: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows have: ``notes`` (never none), whether it came since the reader last looked, and why it is not
    sure."""

    notes: tuple[Note, ...]
    is_new: bool = False
    doubt: Doubt | None = None
