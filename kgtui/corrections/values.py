"""From what a reader types to the value of a field: «1,7 млрд долларов», «январь–август 2025 года», a name, a code.

What is typed is read by the same rules as an article, as if it had been published on the article's day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from kgtui.corrections.actors import Company, Known
from kgtui.corrections.changes import Amend, Place
from kgtui.corrections.lines import amended_values
from kgtui.gazetteer import load_gazetteer
from kgtui.language import fold, name_key
from kgtui.locale import t
from kgtui.model import (
    Direction,
    Document,
    EntityKind,
    FactKind,
    Facts,
    FigureKind,
    MeetingStage,
    PromiseStage,
    Span,
)
from kgtui.model.codec import plain

_SPEECH = ("speaker",)
FIELDS: Mapping[str, Sequence[str]] = {  # by the kind of a fact or an entity: what may be typed of it
    FactKind.FIGURE.value: ("value", "period", "about", "countries", "kind", "change"),
    FactKind.QUOTE.value: _SPEECH,
    FactKind.STATEMENT.value: _SPEECH,
    FactKind.MEETING.value: ("stage", "date", "participants", "countries", "place", "kind"),
    FactKind.PROMISE.value: ("what", "who", "value", "due", "stage", "speaker"),
    EntityKind.COUNTRY.value: ("country",),
    EntityKind.BLOC.value: (),
    EntityKind.PERSON.value: ("name", "role", "country", "kind"),
    EntityKind.ORGANISATION.value: ("name", "country", "kind"),
    EntityKind.PLACE.value: ("name", "country", "kind"),
    EntityKind.PROJECT.value: ("name", "kind"),
}
_CODES: Mapping[tuple[str, str], tuple[type[Enum], str]] = {  # and where the catalogue has the words of the codes
    ("figure", "kind"): (FigureKind, "fact.sort"),
    ("figure", "change"): (Direction, "fact.change"),
    ("meeting", "stage"): (MeetingStage, "fact.meeting"),
    ("promise", "stage"): (PromiseStage, "fact.stage"),
}
_KINDS = tuple(EntityKind(kind) for kind in ("person", "organisation", "place", "project"))
_LIST = re.compile(r"\s*[,;]\s*")
_ISO = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:/(\d{4}(?:-\d\d){0,2}))?")
_DAY = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")


class Misunderstood(Exception):  # noqa: N818 - named for what is the matter
    """A value that a field cannot have, or with ``text`` None a field that there is not; ``allowed`` is what there is,
    where that is little: fields by their names, values in the words of the interface."""

    def __init__(self, field: str, text: str | None, allowed: Sequence[str] = ()) -> None:
        super().__init__(field, text, allowed)
        self.field = field
        self.text = text
        self.allowed = tuple(allowed)


@dataclass(frozen=True, slots=True)
class _Typed:
    """The text for a field, and the article that it is said of."""

    kind: str
    field: str
    text: str
    document: Document
    facts: Facts
    known: Known

    def misunderstood(self, allowed: Sequence[str] = ()) -> Misunderstood:
        return Misunderstood(self.field, self.text, allowed)


def amendment(place: Place, typed: Mapping[str, str], document: Document, facts: Facts, known: Known) -> Amend:
    """What a reader types of the fields of a fact; an empty text takes a value away. Raises Misunderstood, and of one
    who acts NobodyMeant."""
    values: dict[str, Any] = {}
    for field, text in typed.items():
        if field not in FIELDS[place.kind]:
            raise Misunderstood(field, None, FIELDS[place.kind])
        each = _Typed(place.kind, field, text.strip(), document, facts, known)
        read = {name: plain(value) for name, value in _READ[field](each).items()}
        try:
            amended_values(Amend(place, read))
        except (ValueError, TypeError, KeyError) as error:
            raise each.misunderstood() from error
        values |= read
    return Amend(place, values)


def typed_fields(change: Amend) -> list[str]:
    """Under which names what it sets was typed."""
    typed = {"amount": "value", "key": "name", "approximation": "value"}
    if change.place.kind == EntityKind.COUNTRY.value:
        typed = {"key": "country", "name": "country"}
    return list(dict.fromkeys(typed.get(field, field) for field in change.values))


def _value(typed: _Typed) -> dict[str, Any]:
    if not typed.text and typed.kind == FactKind.PROMISE.value:
        return {"amount": None}
    figures = _read_as_article(typed, typed.text).figures
    if len(figures) != 1:
        raise typed.misunderstood()
    amount = {"amount": figures[0].amount}
    return amount if typed.kind == FactKind.PROMISE.value else {**amount, "approximation": figures[0].approximation}


def _period(typed: _Typed) -> dict[str, Any]:
    return {typed.field: _period_in(typed) if typed.text else None}


def _period_in(typed: _Typed) -> dict[str, str]:
    """Start and end, of ISO dates or of words."""
    if day := _DAY.fullmatch(typed.text):
        date = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
        return {"start": date, "end": date}
    if iso := _ISO.fullmatch(typed.text):
        return {"start": iso[1], "end": iso[2] or iso[1]}
    periods = _read_as_article(typed, typed.text).periods
    if len(periods) != 1:
        raise typed.misunderstood()
    return {"start": periods[0].start, "end": periods[0].end}


def _read_as_article(typed: _Typed, text: str) -> Facts:
    from kgtui.extraction.extract import extract  # noqa: PLC0415 - not to say what can be typed, which a key waits for
    from kgtui.language import analyse  # noqa: PLC0415

    document = replace(typed.document, text=text, body=Span(0, len(text)))
    return extract(document, analyse(text))


def _text(typed: _Typed) -> dict[str, Any]:
    return {typed.field: typed.text or None}


def _name(typed: _Typed) -> dict[str, Any]:
    key = name_key(typed.text)
    if not key:
        raise typed.misunderstood()
    return {"name": typed.text, "key": key}


def _country(typed: _Typed) -> dict[str, Any]:
    """Of a person or body the country that it belongs to; of a country which one is meant."""
    if typed.kind != EntityKind.COUNTRY.value:
        return {"country": _code_of(typed, typed.text) if typed.text else None}
    code = _code_of(typed, typed.text)
    return {"key": code, "name": load_gazetteer().countries[code].name}


def _countries(typed: _Typed) -> dict[str, Any]:
    return {typed.field: tuple(_code_of(typed, name) for name in _names(typed))}


def _code_of(typed: _Typed, name: str) -> str:
    country = load_gazetteer().country_named(name)
    if country is None:
        raise typed.misunderstood()
    return country.code


def _actors(typed: _Typed) -> dict[str, Any]:
    company = Company(typed.document, typed.facts, typed.known)
    return {typed.field: tuple(map(company.actor_named, _names(typed)))}


def _actor(typed: _Typed) -> dict[str, Any]:
    company = Company(typed.document, typed.facts, typed.known)
    return {typed.field: company.actor_named(typed.text) if typed.text else None}


def _names(typed: _Typed) -> list[str]:
    return [name for name in _LIST.split(typed.text) if name]


def _code(typed: _Typed) -> dict[str, Any]:
    """By its code or by its word in the interface."""
    if (typed.kind, typed.field) == ("meeting", "kind"):
        return _needed(typed)
    if typed.field == "change" and not typed.text:
        return {"change": None}
    members, words = _CODES.get((typed.kind, typed.field), (_KINDS, "cli.kind"))
    for member in members:
        if fold(typed.text) in (member.value, fold(t(f"{words}.{member.value}"))):
            return {typed.field: member}
    raise typed.misunderstood([t(f"{words}.{member.value}") for member in members])


def _needed(typed: _Typed) -> dict[str, Any]:
    if not typed.text:
        raise typed.misunderstood()
    return {typed.field: typed.text}


_READ: Mapping[str, Callable[[_Typed], dict[str, Any]]] = {
    "value": _value,
    "period": _period,
    "date": _period,
    "due": _period,
    "about": _text,
    "role": _text,
    "place": _text,
    "what": _needed,
    "name": _name,
    "country": _country,
    "countries": _countries,
    "participants": _actors,
    "who": _actors,
    "speaker": _actor,
    "kind": _code,
    "stage": _code,
    "change": _code,
}
