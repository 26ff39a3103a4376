"""The rows of «Договорённости и планы» and «Документы»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from kgtui.dossier.agreements.chains import Chain, chains
from kgtui.dossier.agreements.matters import Matter, binding, matters
from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows
from kgtui.dossier.stated import stated_person
from kgtui.dossier.values import AgreementRow, DocumentRow, Note, Person, RitualsRow, Step
from kgtui.model import Actor, EntityKind, Meeting, Period, PromiseStage, Span

_EXAMPLES = 2  # compliments that are quoted where they are counted


def agreements(material: Material) -> Rows:
    """From the most binding to what was only discussed, the two sides' own before what is said to a union, those with a
    time soonest first, then the newest; compliments are one row at the end."""
    found = chains(matters(material))
    serious = [chain for chain in found if _is_matter(chain)]
    serious.sort(key=_order)
    ritual = [chain.first for chain in found if chain.current.stage is PromiseStage.RITUAL]
    rows: list[partial[AgreementRow] | partial[RitualsRow]] = [partial(_agreement, material, each) for each in serious]
    if ritual:
        ritual.sort(key=_most_telling)
        rows.append(partial(_rituals, material, ritual))
    return rows


def documents(material: Material) -> Rows:
    """What was signed, the newest first."""
    found = [(chain.document, chain) for chain in chains(matters(material))]
    signed = [(document, chain) for document, chain in found if document is not None]
    signed.sort(key=lambda pair: _signed(pair[0]))
    return [partial(_document, material, document, chain) for document, chain in signed]


def _is_matter(chain: Chain) -> bool:
    return chain.current.stage is not PromiseStage.RITUAL and not chain.is_told_elsewhere


def _order(chain: Chain) -> tuple[int, bool, date, int, int]:
    promise = chain.dated.told.fact
    due = promise.due.last_day if promise.due else date.max
    return binding(chain.current.stage), promise.union is not None, due, *_newest_first(chain.steps[-1])


def _most_telling(matter: Matter) -> tuple[bool, bool, int, int]:
    """Between the two sides first, then what has a name in quotation marks, then the newest."""
    return matter.told.fact.union is not None, "«" not in matter.told.fact.what, *_newest_first(matter)


def _signed(matter: Matter) -> tuple[int, int]:
    """By the day of signing where the text says it, else by that of the article, both falling."""
    when = matter.told.fact.on
    return (-when.last_day.toordinal(), matter.told.fact.span.start) if when else _newest_first(matter)


def _newest_first(matter: Matter) -> tuple[int, int]:
    return -(matter.on or date.min).toordinal(), matter.told.fact.span.start


def _agreement(material: Material, chain: Chain) -> AgreementRow:
    promise, current = chain.first.told.fact, chain.current.told.fact
    first = tuple(_notes(material, chain.first))
    later = _steps(material, chain.turns[1:])
    dated = [chain.dated] if chain.dated.told.fact.due or chain.dated.told.fact.amount else []
    notes = (*first, *(step.note for step in later), *(_note(material, each) for each in dated))
    return AgreementRow(
        stage=promise.stage,
        what=promise.what,
        on=chain.first.on,
        who=tuple(_who(material, chain.first, actor) for actor in promise.who),
        countries=promise.countries,
        union=promise.union.name if promise.union else None,
        amount=chain.dated.told.fact.amount or promise.amount or current.amount,
        due=chain.dated.told.fact.due,
        speaker=_who(material, chain.first, promise.speaker) if promise.speaker else None,
        is_overdue=chain.is_overdue(material.frame.as_of),
        current=chain.current.stage,
        later=later,
        notes=tuple(dict.fromkeys(notes)),
        is_new=any(material.is_new(step.told.headline) for step in chain.steps),
        doubt=promise.doubt,
    )


def _rituals(material: Material, ritual: Sequence[Matter]) -> RitualsRow:
    shown = ritual[:_EXAMPLES]
    return RitualsRow(
        count=len(ritual),
        examples=tuple(matter.told.fact.what for matter in shown),
        notes=tuple(_note(material, matter) for matter in shown),
        is_new=any(material.is_new(matter.told.headline) for matter in ritual),
    )


def _document(material: Material, matter: Matter, chain: Chain) -> DocumentRow:
    promise, headline = matter.told.fact, matter.told.headline
    events = (told.fact for told in material.meetings if told.headline.number == headline.number)
    event = next((each for each in events if each.place and _is_of_its_time(each, promise.on)), None)
    note = _note(material, matter)
    later = _steps(material, chain.after(matter))
    return DocumentRow(
        name=promise.document or promise.what,
        state=promise.stage,
        on=headline.published,
        when=promise.on,
        place=event.place if event else None,
        amount=promise.amount,
        due=promise.due,
        union=promise.union.name if promise.union else None,
        later=later,
        notes=(note, *(step.note for step in later)),
        is_new=any(material.is_new(step.told.headline) for step in chain.steps),
        doubt=promise.doubt,
    )


def _is_of_its_time(event: Meeting, signed: Period | None) -> bool:
    """Whether what was signed then may have been signed there: «в мае подписали декларацию» in the news of October."""
    if signed is None:
        return True
    on = event.date
    return on is not None and on.first_day <= signed.last_day and signed.first_day <= on.last_day


def _steps(material: Material, steps: Sequence[Matter]) -> tuple[Step, ...]:
    return tuple(Step(step.stage, step.on, _note(material, step), step.told.fact.what) for step in steps)


def _notes(material: Material, matter: Matter) -> Iterator[Note]:
    """Of a list of proposals the sentence that says who makes them, and the item."""
    span = matter.told.fact.span
    yield material.note(matter.told.headline, span)
    yield material.note(matter.told.headline, Span(span.end - 1, span.end), span)


def _note(material: Material, matter: Matter) -> Note:
    return material.note(matter.told.headline, matter.told.fact.span)


def _who(material: Material, matter: Matter, actor: Actor) -> Person | Actor:
    """A person in the office that the article states, anybody else as named."""
    if actor.kind is not EntityKind.PERSON:
        return actor
    return stated_person(material.entities(matter.number), actor)
