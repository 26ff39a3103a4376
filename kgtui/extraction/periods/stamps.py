"""Dates that are no part of what an article tells: those of a dateline, and lines that are only a date."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.context import Context
from kgtui.language import word
from kgtui.reading.dateline import dateline_at

_LEAD = 160  # signs of a paragraph in which a dateline may name its day
_OTHER_WORDS = 4  # «НИАТ «Ховар», 13 сентября 2024 года», «Кабар | 26 сентября, 2025 | Прочитано: 845»

_OF_SENTENCES = frozenset({"VERB", "INFN", "ADJS", "GRND", "PREP"})  # «обновлено» makes none


def is_stamp(context: Context, first: int, stop: int) -> bool:
    """Whether the day in a token range belongs to the page or the agency, not to the article's own words."""
    span, body = context.span(first, stop), context.analysis.span
    start = max(context.text.rfind("\n", body.start, span.start) + 1, body.start)
    if span.start - start <= _LEAD:
        dateline = dateline_at(context.text, start, body.end)
        if dateline is not None and span.end <= dateline.span.end:
            return True
    return _is_alone(context, first, stop, start)


def _is_alone(context: Context, first: int, stop: int, start: int) -> bool:
    """A line that is no sentence: hardly a word beside the date, no verb and no preposition."""
    end = context.text.find("\n", context.tokens[stop - 1].end)
    end = context.analysis.span.end if end < 0 else min(end, context.analysis.span.end)
    if end > context.tokens[stop - 1].end and context.text[start:end].rstrip()[-1:] in ".!?…":
        return False
    others: list[str] = []
    for positions in (range(first - 1, -1, -1), range(stop, len(context))):
        for position in positions:
            if not start <= context.tokens[position].start < end or len(others) > _OTHER_WORDS:
                break
            if context.tokens[position].is_word:
                others.append(context.tokens[position].text)
    return len(others) <= _OTHER_WORDS and not any(map(_makes_a_sentence, others))


@cache
def _makes_a_sentence(form: str) -> bool:
    return word(form).readings[0].pos in _OF_SENTENCES
