"""What can be mended of a fact or a name on the screen, and the doing of it: each a job for a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.export.facts import amount_words, country_names, period_words
from kgtui.locale import t
from kgtui.model import RENAMEABLE, Actor, Article, Entity, Fact, Facts, Figure, Meeting, Period, Promise, Quote, Span

if TYPE_CHECKING:
    from kgtui.corrections import Change, Place
    from kgtui.library import Library

Thing = Fact | Entity

HIDE, RENAME, MERGE = "hide", "rename", "merge"  # what can be done beside setting a field


class Unanswerable(Exception):  # noqa: N818 - named for what is the matter
    """What was typed cannot be taken; says why and what could be, in the interface's language."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing that can be done: a field to set, with its present value, or one of the words above."""

    what: str
    value: str = ""

    @property
    def is_field(self) -> bool:
        return self.what not in (HIDE, RENAME, MERGE)


def mends(thing: Thing) -> list[Mend]:
    from kgtui.corrections.values import FIELDS  # noqa: PLC0415 - not before it is asked for

    fields = [Mend(field, _present(thing, field)) for field in FIELDS[_kind(thing)]]
    everywhere = []
    if isinstance(thing, Entity) and thing.kind in RENAMEABLE:
        everywhere = [Mend(RENAME, thing.name), Mend(MERGE)]
    return [Mend(HIDE), *fields, *everywhere]


def thing_told(facts: Facts, words: Span) -> Thing | None:
    """The fact that is told in these words, else who is named by them; None where they are of neither."""
    things: tuple[Thing, ...] = (*facts.told, *facts.entities)
    return next((each for each in things if words in (each.spans if isinstance(each, Entity) else (each.span,))), None)


@dataclass(frozen=True, slots=True)
class Mended:
    """A correction that was kept, by its id and in words, and the facts of the article with it."""

    correction: str
    words: str
    facts: Facts


def mended(library: Library, article: Article, thing: Thing, mend: Mend, answer: str) -> Mended:
    """Raises Unanswerable, and OSError where it cannot be kept."""
    from kgtui.export.correction_words import words_of  # noqa: PLC0415 - not before it is asked for

    correction = library.correct(_change(library, article, thing, mend, answer))
    return Mended(correction.id, words_of(correction.change), library.facts(article.number))


def undone(library: Library, article: Article | None, only: str) -> tuple[str, Facts | None]:
    """The correction with an id taken back: what it was in words, none where it holds no more; and the facts of the
    article without it."""
    from kgtui.export.correction_words import words_of  # noqa: PLC0415 - not before it is asked for

    correction = library.undo_correction(only=only)
    return words_of(correction.change) if correction else "", library.facts(article.number) if article else None


def last_made(library: Library) -> tuple[str, str] | None:
    """The last correction of the reader's own that holds, by its id and in words."""
    from kgtui.export.correction_words import words_of  # noqa: PLC0415 - not before it is asked for

    correction = library.last_correction()
    return (correction.id, words_of(correction.change)) if correction else None


def _change(library: Library, article: Article, thing: Thing, mend: Mend, answer: str) -> Change:
    from kgtui.corrections import Hide  # noqa: PLC0415 - not before it is asked for

    if mend.what == HIDE:
        return Hide(_place(article, thing))
    if isinstance(thing, Entity) and mend.what == RENAME:
        return _rename(thing, answer)
    if isinstance(thing, Entity) and mend.what == MERGE:
        return _merge(library, thing, answer)
    return _amendment(library, article, thing, mend.what, answer)


def _place(article: Article, thing: Thing) -> Place:
    from kgtui.corrections import place_of  # noqa: PLC0415 - not before it is asked for

    kind = thing.kind if isinstance(thing, Entity) else thing.fact_kind
    return place_of(article.document, kind, thing.spans[0] if isinstance(thing, Entity) else thing.span)


def _rename(entity: Entity, name: str) -> Change:
    from kgtui.corrections import Rename  # noqa: PLC0415 - not before it is asked for
    from kgtui.language import name_key  # noqa: PLC0415

    if not name_key(name):
        raise Unanswerable(t("screen.mend.misunderstood", text=name, example=t("cli.field.name.example")))
    return Rename(entity.kind, entity.key, name, entity.name)


def _merge(library: Library, entity: Entity, name: str) -> Change:
    """With another of its kind, by its name or a part of it."""
    from kgtui.corrections import Merge  # noqa: PLC0415 - not before it is asked for
    from kgtui.corrections.actors import NobodyMeant, called, near_to  # noqa: PLC0415

    others = [each for each in library.entities(entity.kind) if each.key != entity.key]
    try:
        other = called(name, others)
    except NobodyMeant as error:
        raise Unanswerable(t("screen.mend.near_names", name=name, near=error.names)) from error
    if other is None and (near := near_to(name, others)):
        raise Unanswerable(t("screen.mend.near_names", name=name, near=", ".join(each.name for each in near)))
    if other is None:
        raise Unanswerable(t("screen.mend.unknown_name", name=name))
    return Merge(entity.kind, entity.key, entity.name, other.key, other.name)


def _amendment(library: Library, article: Article, thing: Thing, field: str, answer: str) -> Change:
    from kgtui.corrections.actors import NobodyMeant  # noqa: PLC0415 - not before it is asked for
    from kgtui.corrections.values import Misunderstood, amendment  # noqa: PLC0415

    place, facts = _place(article, thing), library.facts(article.number)
    try:
        return amendment(place, {field: answer}, article.document, facts, library.entities)
    except NobodyMeant as error:
        raise Unanswerable(error.message) from error
    except Misunderstood as error:
        choice = ", ".join(error.allowed)
        example = choice or t(f"cli.field.{field}.example")
        raise Unanswerable(t("screen.mend.misunderstood", text=answer, example=example)) from error


def _kind(thing: Thing) -> str:
    return thing.kind.value if isinstance(thing, Entity) else thing.fact_kind.value


def _present(thing: Thing, field: str) -> str:
    """What stands there now, as it may be typed again."""
    told = _PRESENT[type(thing)](thing).get(field)
    return str(told) if told else ""


def _period(period: Period | None) -> str:
    """A day in the house style; longer ones as they may be typed."""
    if period is None:
        return ""
    return period_words(period) if period.first_day == period.last_day else period.iso


def _of_figure(figure: Figure) -> Mapping[str, object]:
    return {
        "value": amount_words(figure.amount, figure.approximation),
        "period": _period(figure.period),
        "about": figure.about,
        "countries": country_names(figure.countries),
        "kind": t(f"fact.sort.{figure.kind.value}"),
        "change": t(f"fact.change.{figure.change.value}") if figure.change else "",
    }


def _of_quote(quote: Quote) -> Mapping[str, object]:
    return {"speaker": quote.speaker.name if quote.speaker else ""}


def _of_meeting(meeting: Meeting) -> Mapping[str, object]:
    return {
        "kind": meeting.kind,
        "stage": t(f"fact.meeting.{meeting.stage.value}"),
        "date": _period(meeting.date),
        "participants": _names(meeting.participants),
        "countries": country_names(meeting.countries),
        "place": meeting.place,
    }


def _of_promise(promise: Promise) -> Mapping[str, object]:
    return {
        "what": promise.what,
        "who": _names(promise.who),
        "value": amount_words(promise.amount) if promise.amount else "",
        "due": _period(promise.due),
        "stage": t(f"fact.stage.{promise.stage.value}"),
        "speaker": promise.speaker.name if promise.speaker else "",
    }


def _of_entity(entity: Entity) -> Mapping[str, object]:
    return {
        "name": entity.name,
        "role": entity.role,
        "country": country_names([entity.country]) if entity.country else "",
        "kind": t(f"cli.kind.{entity.kind.value}"),
    }


_PRESENT: Mapping[type, Callable[..., Mapping[str, object]]] = {
    Figure: _of_figure,
    Quote: _of_quote,
    Meeting: _of_meeting,
    Promise: _of_promise,
    Entity: _of_entity,
}


def _names(actors: Sequence[Actor]) -> str:
    return ", ".join(actor.name for actor in actors)
