"""Facts as the plain record that is exchanged and scored: one JSON object an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kgtui.model import (
    Actor,
    Amount,
    Document,
    Entity,
    EntityKind,
    Fact,
    Facts,
    Figure,
    Meeting,
    Period,
    Promise,
    Quote,
    Span,
)

Record = dict[str, object]

_START, _END = 40, 25  # signs of a quotation that are given of its beginning and its end


def facts_record(document: Document, facts: Facts) -> Record:
    """The record of an article. ``surfaces`` are the forms found in the text, letter for letter; blocs are listed
    among the organisations. A fact that a rule is not sure of has ``doubt``, with the reason. ``promises`` are those
    with a status, ``matters`` what is done, under way, discussed or a compliment, and documents alone.
    """
    by_kind: dict[EntityKind, list[Entity]] = {kind: [] for kind in EntityKind}
    for entity in facts.entities:
        by_kind[entity.kind].append(entity)
    text = document.text
    return {
        "id": document.id,
        "published": document.published.isoformat() if document.published else None,
        "source": document.source,
        "countries": [{"code": e.key, "surfaces": _surfaces(text, e)} for e in by_kind[EntityKind.COUNTRY]],
        "persons": [_person(text, e) for e in by_kind[EntityKind.PERSON]],
        "organisations": _named(text, [*by_kind[EntityKind.BLOC], *by_kind[EntityKind.ORGANISATION]]),
        "places": _named(text, by_kind[EntityKind.PLACE]),
        "projects": _named(text, by_kind[EntityKind.PROJECT]),
        "figures": [_figure(text, figure) for figure in facts.figures],
        "quotes": [_quote(text, quote) for quote in facts.quotes],
        "statements": [_quote(text, quote) for quote in facts.statements],
        "meetings": [_meeting(meeting) for meeting in facts.meetings],
        "promises": [_promise(promise) for promise in facts.promises if _promises(promise)],
        "matters": [_matter(promise) for promise in facts.promises if not _promises(promise)],
        "periods": [
            {"text": period.span.of(text), "period": period.iso} | _offsets(period.span)
            for period in facts.periods
            if period.span is not None
        ],
    }


def fact_record(text: str, fact: Fact) -> Record:
    """The record of one fact in the text of its article."""
    if isinstance(fact, Figure):
        return _figure(text, fact)
    if isinstance(fact, Quote):
        return _quote(text, fact)
    return _meeting(fact) if isinstance(fact, Meeting) else _promise(fact)


def _person(text: str, entity: Entity) -> Record:
    return {
        "name": entity.name,
        "surfaces": _surfaces(text, entity),
        "role": entity.role,
        "country": entity.country,
    }


def _named(text: str, entities: Iterable[Entity]) -> list[Record]:
    return [{"name": entity.name, "surfaces": _surfaces(text, entity)} for entity in entities]


def _surfaces(text: str, entity: Entity) -> list[str]:
    return list(dict.fromkeys(span.of(text) for span in entity.spans))


def _figure(text: str, figure: Figure) -> Record:
    return {
        "text": figure.span.of(text),
        **_amount(figure.amount),
        "approx": figure.approximation.value if figure.approximation else None,
        "about": figure.about,
        "kind": figure.kind.value,
        "change": figure.change.value if figure.change else None,
        "countries": list(figure.countries),
        "period": _iso(figure.period),
        **({"measure": figure.measure} if figure.measure else {}),
        **({"union": figure.union.key} if figure.union else {}),
        **({"data_of": figure.data_of} if figure.data_of else {}),
        **({"equivalent": _amount(figure.equivalent)} if figure.equivalent else {}),
        **({"previous": _amount(figure.previous)} if figure.previous else {}),
        **_doubt(figure),
        **_offsets(figure.span),
    }


def _quote(text: str, quote: Quote) -> Record:
    said = quote.span.of(text)
    return {
        "speaker": quote.speaker.name if quote.speaker else None,
        "direct": quote.direct,
        "text_start": said[:_START],
        "text_end": said[-_END:],
        "parts": [part.of(text) for part in quote.parts],
        **_doubt(quote),
        **_offsets(quote.span),
    }


def _meeting(meeting: Meeting) -> Record:
    return {
        "kind": meeting.kind,
        "form": meeting.form,
        "stage": meeting.stage.value,
        "participants": _names(meeting.participants),
        "countries": list(meeting.countries),
        "place": meeting.place,
        "date": _iso(meeting.date),
        "date_inferred": meeting.date is not None and meeting.date.span is None,
        "occasion": meeting.occasion,
        "manner": [manner.value for manner in meeting.manner],
        "circumstances": list(meeting.circumstances),
        **_doubt(meeting),
        **_offsets(meeting.span),
    }


def _promise(promise: Promise) -> Record:
    return {
        "who": _names(promise.who),
        "what": promise.what,
        "figure": _amount(promise.amount) if promise.amount else None,
        "due": _iso(promise.due),
        "status": promise.stage.status,
        "stage": promise.stage.value,
        "speaker": promise.speaker.name if promise.speaker else None,
        "countries": list(promise.countries),
        "union": promise.union.name if promise.union else None,
        **({"document": promise.document} if promise.document else {}),
        **_doubt(promise),
        **_offsets(promise.span),
    }


def _promises(promise: Promise) -> bool:
    return promise.stage.status is not None and not promise.is_bare_document


def _matter(promise: Promise) -> Record:
    """What promises nothing: a thing done, under way or talked of, a compliment, a document without its content."""
    return {key: value for key, value in _promise(promise).items() if key != "status"}


# Units that have no code where facts are exchanged: there the counted noun stands for them.
_EXCHANGED = {"ha": "гектар", "m3": "кубометр", "km3": "кубокилометр"}


def _amount(amount: Amount) -> Record:
    return amount_record(replace(amount, unit=_EXCHANGED.get(amount.unit, amount.unit)))


def amount_record(amount: Amount) -> Record:
    """The value and its unit; of a range its ends."""
    if amount.value is not None:
        return {"value": plain_number(amount.value), "unit": amount.unit}
    ends = {"value_low": amount.low, "value_high": amount.high}
    return {
        "value": None,
        **{key: None if end is None else plain_number(end) for key, end in ends.items()},
        "unit": amount.unit,
    }


def plain_number(value: float) -> float | int:
    """A whole number without a fraction."""
    return int(value) if value == int(value) else value


def _names(actors: Sequence[Actor]) -> list[str]:
    return [actor.name for actor in actors]


def _iso(period: Period | None) -> str | None:
    return period.iso if period else None


def _doubt(fact: Fact) -> Record:
    return {"doubt": fact.doubt.value} if fact.doubt else {}


def _offsets(span: Span) -> Record:
    return {"start": span.start, "end": span.end}
