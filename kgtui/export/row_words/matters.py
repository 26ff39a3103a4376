"""Agreements, plans and documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgtui.dossier.values import AgreementRow, DocumentRow, Person, RitualsRow, Step
from kgtui.export.facts import amount_words, period_words
from kgtui.export.initials import short_name
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import page_rows
from kgtui.export.wording import capital_first, day
from kgtui.extraction.promises.said_amounts import says_amount
from kgtui.gazetteer import in_house_style
from kgtui.language import word
from kgtui.locale import current_language, t
from kgtui.model import Actor, Amount, Doubt, EntityKind, Period, PromiseStage
from kgtui.terminal import one_line

_BETWEEN = " · "
_MUTUAL = frozenset({PromiseStage.SIGNED, PromiseStage.AGREED, PromiseStage.DISCUSSED})


@page_rows.register
def _(row: AgreementRow) -> Iterator[PageRow]:
    stage = row.current
    is_nameless = not row.who and row.speaker is None and stage is PromiseStage.PROPOSED
    is_unsure = row.doubt is not None and not (row.doubt is Doubt.GUESSED_DOER and row.stage in _MUTUAL)
    label = _stage(stage) + (t("common.doubtful") if is_nameless or is_unsure else "")
    told = [_said(row), *_due(row.due, row.is_overdue), *_union(row.union), _when(row)]
    yield PageRow(_BETWEEN.join(told), row.notes, label=label, is_new=row.is_new, row=row)


@page_rows.register
def _(row: RitualsRow) -> Iterator[PageRow]:
    more = row.count - len(row.examples)
    told = [one_line(what) for what in row.examples] + ([t("matter.more_rituals", count=more)] if more else [])
    label = t("matter.rituals", count=row.count)
    yield PageRow("; ".join(told), row.notes, label=label, is_new=row.is_new, row=row)


@page_rows.register
def _(row: DocumentRow) -> Iterator[PageRow]:
    kept = "ratified" if row.state is PromiseStage.DONE else "signed"
    signed = t(f"matter.{kept}.{_gender(row.name)}")
    state = ", ".join(part for part in (signed, one_line(row.place or "")) if part)
    named = t("matter.document", name=capital_first(one_line(row.name)), state=state)
    told = [named, *_amount(row.amount), *_due(row.due), *_union(row.union)]
    told += [t("matter.later", what=one_line(step.what), date=day(step.on)) for step in row.later]
    label = period_words(row.when) if row.when else t("contact.published", date=day(row.on))
    yield PageRow(_BETWEEN.join(told), row.notes, label=label, is_new=row.is_new, row=row)


def _gender(name: str) -> str:
    """What its state agrees with: "masc", "femn", "neut" of the first noun of a name, or "plur"."""
    readings = (each for part in name.split(" ") for each in word(part.strip("«»")).readings[:2])
    noun = next((each for each in readings if each.pos == "NOUN" and each.case == "nomn"), None)
    if noun is None:
        return "neut"
    return "plur" if noun.number == "plur" else noun.gender or "neut"


def _stage(stage: PromiseStage) -> str:
    return t(f"fact.stage.{stage.value}")


def _said(row: AgreementRow) -> str:
    """Who says or promises it, what, how much; that the two sides do is said by the title of the page."""
    what = in_house_style(one_line(row.what))
    if row.amount is not None and not says_amount(what):
        what = t("matter.amount", what=what, amount=amount_words(row.amount))
    names = _names(row)
    return t("matter.by", name=", ".join(names), what=what) if names else what


def _names(row: AgreementRow) -> Sequence[str]:
    """Who tells of it, else who is to do it: of what is mutual nobody."""
    if row.speaker is not None:
        return [_name(row.speaker)]
    is_of_states = all(isinstance(actor, Actor) and actor.kind is EntityKind.COUNTRY for actor in row.who)
    if row.stage in _MUTUAL or (len(row.who) > 1 and is_of_states):
        return []
    return [_name(who) for who in row.who]


def _name(who: Person | Actor) -> str:
    return short_name(who) if isinstance(who, Person) else one_line(who.name)


def _amount(amount: Amount | None) -> Sequence[str]:
    return [amount_words(amount)] if amount is not None else []


def _due(due: Period | None, is_overdue: bool = False) -> Sequence[str]:
    if due is None:
        return []
    period = period_words(due) + (t("common.doubtful") if due.doubt else "")
    told = t("matter.due", period=period)
    return [told, t("matter.overdue")] if is_overdue else [told]


def _union(union: str | None) -> Sequence[str]:
    if union is None:
        return []
    name = one_line(union)
    return [t("matter.union", union=_genitive(name) if current_language() == "ru" else name)]


def _genitive(name: str) -> str:
    """«Центральной Азии», «ШОС»."""
    return " ".join(part if part.isupper() else _inflected(part) for part in name.split(" "))


def _inflected(part: str) -> str:
    reading = next((each for each in word(part).readings if each.case == "nomn"), None)
    return capital_first((reading.inflect("gent") if reading is not None else None) or part)


def _when(row: AgreementRow) -> str:
    """The day it was told; of several steps each with its own."""
    if not row.later:
        return day(row.on)
    first = t("matter.step", stage=_stage(row.stage), date=day(row.on))
    return t("matter.steps", steps=" → ".join([first, *(_step(row, step) for step in row.later)]))


def _step(row: AgreementRow, step: Step) -> str:
    """A later step, with its deed where that is another one: «сделано 15.10.2025, ратификация»."""
    told = t("matter.step", stage=_stage(step.stage), date=day(step.on))
    deeds = [what.split()[0].lower() for what in (row.what, step.what)]
    is_other = deeds[0] != deeds[1] and all(word(each).readings[0].pos == "NOUN" for each in deeds)
    return t("matter.step_by", step=told, deed=deeds[1]) if is_other else told
