"""What the card of a fact tells beside its line: the period, whose it is, who says so; and how it was found."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.figures.sources import source_of
from kgtui.export.facts import amount_words, country_names, period_words
from kgtui.export.figure_words import lacks_way, measure_words, owner_words
from kgtui.export.initials import short_name
from kgtui.export.told import rule_words
from kgtui.locale import t
from kgtui.model import Fact, Facts, Figure, Meeting, Period, Promise, Quote
from kgtui.terminal import one_line


def details(fact: Fact, facts: Facts) -> list[str]:
    """Phrases in the order in which one asks; ``facts`` are those of the article. What the text leaves open is said to
    be open where one would look for it."""
    return [one_line(phrase) for phrase in _phrases(fact, facts) if phrase]


def how_found(fact: Fact) -> list[str]:
    """Why it is not sure, and by which rule it was found."""
    doubt = [t("fact.card.doubt", value=t(f"doubt.{fact.doubt.value}"))] if fact.doubt else []
    return [*doubt, t("fact.card.found_by", value=rule_words(fact.found_by))]


def _phrases(fact: Fact, facts: Facts) -> Iterator[str]:
    if isinstance(fact, Figure):
        return _of_figure(fact, facts)
    if isinstance(fact, Quote):
        return _of_quote(fact, facts)
    return _of_meeting(fact) if isinstance(fact, Meeting) else _of_promise(fact)


def _of_figure(figure: Figure, facts: Facts) -> Iterator[str]:
    """First what is measured in the article's words, where the line has the name of a standard measure."""
    if figure.about and figure.about != measure_words(figure.measure, figure.about):
        yield figure.about
    yield _when("period", figure.period)
    owners = owner_words(figure)
    yield t("figure.no_way", value=owners) if lacks_way(figure) else owners or t("fact.card.no_owners")
    if figure.previous:
        yield t("fact.card.previous", value=amount_words(figure.previous))
    person, body = source_of((*facts.quotes, *facts.statements), facts.entities, figure.span)
    if person:
        yield t("fact.card.speaker", value=short_name(person))
    if data_of := body or figure.data_of:
        yield t("figure.data_of", body=data_of)


def _of_quote(quote: Quote, facts: Facts) -> Iterator[str]:
    """The line names the speaker: here the office, as the article states it."""
    speaker = quote.speaker
    if speaker is None:
        yield t("fact.card.no_speaker")
    else:
        yield from (each.role or "" for each in facts.entities if (each.kind, each.key) == (speaker.kind, speaker.key))


def _of_meeting(meeting: Meeting) -> Iterator[str]:
    yield t(f"fact.meeting.{meeting.stage.value}")
    is_inferred = meeting.date is not None and meeting.date.span is None
    yield (
        t("fact.inferred_date", date=period_words(meeting.date))
        if meeting.date and is_inferred
        else _when("date", meeting.date)
    )
    yield meeting.place or ""
    yield meeting.occasion or ""
    yield country_names(meeting.countries)


def _of_promise(promise: Promise) -> Iterator[str]:
    who = ", ".join(actor.name for actor in promise.who)
    yield t("fact.card.who", value=who) if who else t("fact.card.no_who")
    yield _when("due", promise.due)
    if promise.speaker:
        yield t("fact.card.speaker", value=promise.speaker.name)


def _when(what: str, period: Period | None) -> str:
    if period is None:
        return t(f"fact.card.no_{what}")
    doubt = t("common.doubtful") if period.doubt else ""
    return t(f"fact.card.{what}", value=period_words(period) + doubt)
