"""The day that the first sentence of a text tells of, for texts that say nowhere when they were published."""

from __future__ import annotations

import re

from kgtui.language import word
from kgtui.language.sentences import sentence_spans
from kgtui.model import Span
from kgtui.reading.dates import WrittenDate, dates_in
from kgtui.reading.evidence import is_to_come, years_gone

_OLDEST = 2000  # news on paper is not read here; what was before is told of as history
_BEFORE = 12  # signs
_BOUND = re.compile(r"\b(?:с|до|от|к|на|после|около)\s+$", re.IGNORECASE)  # of a term or a document
_HISTORY = re.compile(
    r"годовщин|юбиле|\bлет (?:со дня|назад)|родил|скончал|памят|\bоснован|\bистори|дипломатическ\w+ отношени",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def lead_day(text: str, words: Span) -> WrittenDate | None:
    """The only full date of the first sentence of ``text[words]``, where it says that something was on that day («24
    июня 2025 года в Люксембурге прошло заседание») and nothing later is told of as past."""
    sentence = next(sentence_spans(text, words), words)
    full = [written for written in dates_in(text, sentence) if written.full]
    if len(full) != 1 or _HISTORY.search(sentence.of(text)) or not _is_past(sentence.of(text)):
        return None
    (lead,) = full
    if lead.year is None or lead.year < _OLDEST or _is_bound(text, words, lead) or is_to_come(text, words, lead):
        return None
    return None if _is_recalled(text, words, lead) else lead


def _is_past(sentence: str) -> bool:
    readings = (word(each).readings[0] for each in _WORD.findall(sentence))
    return any(reading.pos == "VERB" and "past" in reading.grammemes for reading in readings)


def _is_bound(text: str, words: Span, written: WrittenDate) -> bool:
    start = written.span.start
    return _BOUND.search(text, max(words.start, start - _BEFORE), start) is not None


def _is_recalled(text: str, words: Span, lead: WrittenDate) -> bool:
    """Whether the text tells of something later as past, so that it was written after that."""
    if lead.year is not None and any(year > lead.year + 1 for year in years_gone(text, words)):
        return True
    return any(
        other.full is not None
        and lead.full is not None
        and other.full > lead.full
        and not _is_bound(text, words, other)
        and not is_to_come(text, words, other)
        for other in dates_in(text, words)
    )
