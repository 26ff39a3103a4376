"""A fact in words: in one line as lists of what is told give it, in the words of the brief, and what was understood of
it, label by label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kgtui.export.facts import amount_words, country_names, measure_name, period_words
from kgtui.export.figure_words import how_much, measure_words
from kgtui.export.wording import capital_first
from kgtui.locale import catalogue, current_language, t
from kgtui.model import Actor, Fact, Figure, Meeting, MeetingStage, Period, Promise, Quote
from kgtui.terminal import one_line

Understood = tuple[str, str]
"""A label, and what it says."""


def told_words(fact: Fact, text: str) -> str:
    """The fact in a line, with where and when."""
    around = ", ".join(_around(fact))
    return fact_line(fact, text) + (f" ({around})" if around else "")


def _around(fact: Fact) -> Iterator[str]:
    if isinstance(fact, Meeting):
        if fact.stage is not MeetingStage.HELD:
            yield t(f"fact.meeting.{fact.stage.value}")
        if fact.place:
            yield one_line(fact.place)
    if (when := _when(fact)) and when.span:
        yield period_words(when)


def _when(fact: Fact) -> Period | None:
    if isinstance(fact, Meeting):
        return fact.date
    if isinstance(fact, Promise):
        return fact.due
    return fact.period if isinstance(fact, Figure) else None


def fact_line(fact: Fact, text: str) -> str:
    """What is told, in a line; what is not sure has its mark."""
    doubt = t("common.doubtful") if fact.doubt else ""
    return one_line(_said(fact, text)) + doubt


def _said(fact: Fact, text: str) -> str:
    if isinstance(fact, Figure):
        return ": ".join(filter(None, (measure_words(fact.measure, fact.about), how_much(fact))))
    if isinstance(fact, Quote):
        words = fact.span.of(text)
        return f"{fact.speaker.name}: {_quoted(fact, words)}" if fact.speaker else _quoted(fact, words)
    if isinstance(fact, Meeting):
        who = _actors(fact.participants) or country_names(fact.countries)
        return f"{capital_first(fact.kind)}: {who}" if who else capital_first(fact.kind)
    amount = f" — {amount_words(fact.amount)}" if fact.amount else ""
    return f"{capital_first(t(f'fact.stage.{fact.stage.value}'))}: {fact.what}{amount}"


def _quoted(quote: Quote, words: str) -> str:
    return t("fact.quotation", words=words) if quote.direct else words


def understood(fact: Fact) -> list[Understood]:
    """What was read out of the words, and how: rows of a label and a value; what the text leaves open is left out."""
    rows: Iterable[Understood]
    if isinstance(fact, Figure):
        rows = _figure(fact)
    elif isinstance(fact, Quote):
        rows = [("speaker", fact.speaker.name if fact.speaker else t("fact.unstated"))]
    elif isinstance(fact, Meeting):
        rows = _meeting(fact)
    else:
        rows = _promise(fact)
    rows = [
        *rows,
        ("found_by", rule_words(fact.found_by)),
        ("doubt", t(f"doubt.{fact.doubt.value}") if fact.doubt else ""),
    ]
    return [(t(f"fact.label.{label}"), one_line(value)) for label, value in rows if value]


def rule_words(found_by: str) -> str:
    """What a rule goes by; one that another version of the program knows is named by its code."""
    is_known = f"found_by.{found_by}" in catalogue(current_language(), "found_by")
    return t(f"found_by.{found_by}") if is_known else found_by


def _figure(figure: Figure) -> Iterator[Understood]:
    yield "value", amount_words(figure.amount, figure.approximation)
    yield "previous", amount_words(figure.previous) if figure.previous else ""
    yield "equivalent", amount_words(figure.equivalent) if figure.equivalent else ""
    yield "about", figure.about or ""
    yield "measure", measure_name(figure.measure) if figure.measure else ""
    yield "sort", t(f"fact.sort.{figure.kind.value}")
    yield "change", t(f"fact.change.{figure.change.value}") if figure.change else ""
    yield "countries", country_names(figure.countries) or t("fact.unstated")
    yield "union", figure.union.name if figure.union else ""
    yield "period", _period(figure.period)
    yield "data_of", figure.data_of or ""


def _meeting(meeting: Meeting) -> Iterator[Understood]:
    yield "stage", t(f"fact.meeting.{meeting.stage.value}")
    yield "participants", _actors(meeting.participants)
    yield "countries", country_names(meeting.countries)
    yield "place", meeting.place or ""
    yield "date", _meeting_date(meeting.date)


def _meeting_date(when: Period | None) -> str:
    if when is None:
        return t("fact.unstated")
    return period_words(when) if when.span else t("fact.inferred_date", date=period_words(when))


def _promise(promise: Promise) -> Iterator[Understood]:
    yield "stage", t(f"fact.stage.{promise.stage.value}")
    yield "who", _actors(promise.who) or t("fact.unstated")
    yield "what", promise.what
    yield "amount", amount_words(promise.amount) if promise.amount else ""
    yield "due", _period(promise.due)
    yield "told_by", promise.speaker.name if promise.speaker else ""


def _period(period: Period | None) -> str:
    """With a mark where it is not sure."""
    if period is None:
        return t("fact.unstated")
    return period_words(period) + (t("common.doubtful") if period.doubt else "")


def _actors(actors: Sequence[Actor]) -> str:
    return ", ".join(actor.name for actor in actors)
