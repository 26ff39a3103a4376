"""The holder of an office that opens the text and is named only afterwards: «Президент Кыргызской Республики принял
участие в саммите. Садыр Жапаров поддержал…»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgtui.extraction.context import Context
from kgtui.gazetteer import GazetteerMatch, MatchKind
from kgtui.model import Doubt, Entity, Span

_OF_ONE_HOLDER = frozenset({"head-of-state", "head-of-government"})
_REACH = 3  # sentences after the office's own in which its holder may be named


def with_heralded_offices(context: Context, people: Sequence[Entity]) -> list[Entity]:
    """A person without an office gets the one that opens a sentence before, where nobody else can be meant.

    The office is a state's highest, states its country, and no person of the article holds it; within three sentences
    the person is the only one without an office, and opens a sentence. What is read so is marked as doubtful.
    """
    offices = {office.codes[0]: office for office in reversed(_unheld(context, people))}
    found = list(people)
    for country, office in offices.items():
        holder = _holder(context, office, found)
        if holder is not None:
            at = found.index(holder)
            found[at] = replace(
                holder, role=office.name, role_span=office.span, country=country, doubt=Doubt.HERALDED_OFFICE
            )
    return found


def _unheld(context: Context, people: Sequence[Entity]) -> list[GazetteerMatch]:
    """The offices that open a sentence and that no person of the article holds."""
    offices = [m for m in context.matches if m.kind is MatchKind.OFFICE and m.code in _OF_ONE_HOLDER]
    held = {
        (office.code, office.codes)
        for office in offices
        for person in people
        if person.role_span is not None and person.role_span.overlaps(office.span)
    }
    return [
        office
        for office in offices
        if len(office.codes) == 1 and (office.code, office.codes) not in held and _opens_sentence(context, office.span)
    ]


def _holder(context: Context, office: GazetteerMatch, people: Sequence[Entity]) -> Entity | None:
    own = context.analysis.sentence_at(office.span.start)
    near = [
        person
        for person in people
        if person.role is None
        and any(own <= context.analysis.sentence_at(span.start) <= own + _REACH for span in person.spans)
    ]
    if len(near) != 1 or near[0].spans[0].start < office.span.start:
        return None
    return near[0] if _opens_sentence(context, near[0].spans[0]) else None


def _opens_sentence(context: Context, span: Span) -> bool:
    analysis = context.analysis
    return analysis.sentences[analysis.sentence_at(span.start)].span.start == span.start
