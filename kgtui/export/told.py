"""A fact in one line as lists of what is told give it, in the words of the brief."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.export.facts import amount_words, fact_line, measure_name, period_words
from kgtui.locale import t
from kgtui.model import Fact, Figure, FigureKind, Meeting, MeetingStage, Period, Promise
from kgtui.terminal import one_line


def told_words(fact: Fact, text: str) -> str:
    """The fact in a line, with where and when, and of a figure whether it says how much or how much more."""
    around = ", ".join(_around(fact))
    words = _figure_words(fact) if isinstance(fact, Figure) else fact_line(fact, text)
    return words + (f" ({around})" if around else "")


def _figure_words(figure: Figure) -> str:
    """What is measured and how much in the words of the brief: those of the text may be «1 миллиард $700 миллионов»."""
    measured = measure_name(figure.measure) if figure.measure else figure.about
    words = ": ".join(filter(None, (measured, amount_words(figure.amount, figure.approximation))))
    return one_line(words) + (t("common.doubtful") if figure.doubt else "")


def _around(fact: Fact) -> Iterator[str]:
    if isinstance(fact, Meeting):
        if fact.stage is not MeetingStage.HELD:
            yield t(f"fact.meeting.{fact.stage.value}")
        if fact.place:
            yield one_line(fact.place)
    if isinstance(fact, Figure):
        if fact.change:
            yield t(f"fact.change.{fact.change.value}")
        elif fact.kind is not FigureKind.LEVEL:
            yield t(f"fact.sort.{fact.kind.value}")
    if (when := _when(fact)) and when.span:
        yield period_words(when)


def _when(fact: Fact) -> Period | None:
    if isinstance(fact, Meeting):
        return fact.date
    if isinstance(fact, Promise):
        return fact.due
    return fact.period if isinstance(fact, Figure) else None
