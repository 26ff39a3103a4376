"""The card of a note: the sentence word for word, and which article of which day and whom says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES
from kgtui.language.titles import says_title
from kgtui.locale import t
from kgtui.tui.drawing.paint import Pieces, cut_at_word, wrapped
from kgtui.tui.drawing.theme import Inks

if TYPE_CHECKING:
    from kgtui.dossier import Note
    from kgtui.model import Headline

_MEASURE = 100  # cells


def sentence_lines(
    note: Note, article: Headline, width: int, rows: int, inks: Inks, *, place: tuple[int, int] = (1, 1)
) -> list[Pieces]:
    """At most ``rows`` lines: the source in the first, with the title unless the sentence says it, and the sentence
    below it. ``place``: it is the first, second… of so many, and how to come to the next is told too."""
    at, of = place
    turned = f"{t('screen.country.turned', at=at, of=of, keys=KEY_NAMES)} · " if of > 1 else ""
    named = t("screen.country.card", note=note.label, source=turned + source_words(article))
    named += "" if says_title(note.quotation, article.title) else f" · {article.title}"
    title = cut_at_word([(named, inks.dim)], width)
    texts = wrapped(" ".join(note.quotation.split()), max(1, min(width, _MEASURE)), max(1, rows - 1))
    return [title, *([(text, inks.text)] for text in texts)]


def source_words(article: Headline) -> str:
    """Publisher, source and day, as the list of sources gives them."""
    from kgtui.export.wording import provenance  # noqa: PLC0415 - not before there is a brief

    return provenance(article)
