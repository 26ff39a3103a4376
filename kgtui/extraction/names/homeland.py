"""The country of an office that states none: «премьер-министр Александр Турчин» beside one of Kyrgyzstan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import country_of_body
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import fold
from kgtui.model import Entity, Span

# Offices of a state; others («директор», «эксперт») may belong to any body.
_OF_STATE = re.compile(
    r"(?:президент|вице-президент|премьер|премьер-министр|вице-премьер|министр|замминистра|спикер|торага|депутат|мэр|"
    r"губернатор|аким|хоким|госсекретарь|канцлер|король|эмир|генпрокурор|омбудсмен)$"
    r"|.*(?:министр|правительств|кабинета министров|кабмин|парламент|президента|мид$|мид )",
    re.IGNORECASE,
)
_STATED = frozenset({Sense.NAME, Sense.ABBREVIATION, Sense.ADJECTIVE, Sense.CAPITAL})


def with_countries(context: Context, people: Sequence[Entity]) -> list[Entity]:
    """Persons whose office states no country get one where the sentence or the article leaves but one to choose, or
    that of the office («председатель ГКНБ»)."""
    stated = _stated_countries(context)
    found: list[Entity] = []
    for person in people:
        code = _guessed(context, person, people, stated) if _lacks_country(person) else person.country
        found.append(replace(person, country=code or _of_office(context, person.role)))
    return found


def _of_office(context: Context, role: str | None) -> str | None:
    """The country of a body that hardly another has, unless the article names one that does, or a place in it."""
    said = fold(role or "")
    row = next((row for row in table("national_offices") if said and fold(row["words"]) in said), None)
    if row is None:
        return None
    named = {code for match in context.matches for code in (match.code, *match.codes)}
    return row["country"] if named.isdisjoint(row["unless"].split()) else None


def _guessed(context: Context, person: Entity, people: Sequence[Entity], stated: Sequence[str]) -> str | None:
    """Of «торага Жогорку Кенеша» the one that has such a body; else that of the sentence or the article."""
    national = country_of_body(person.role or "")
    return national or _before(context, person, people) or _left(context, person, people, stated)


def _before(context: Context, person: Entity, people: Sequence[Entity]) -> str | None:
    """The only country that the sentence names before the office, those of other persons' offices left out: «С
    таджикской стороны участвовал министр …»."""
    if person.role_span is None:
        return None
    start = context.analysis.sentences[context.analysis.sentence_at(person.role_span.start)].span.start
    scope = Span(start, person.role_span.start)
    offices = [other.role_span for other in people if other.role_span is not None]
    codes = {
        m.code
        for m in context.matches
        if m.kind is MatchKind.COUNTRY
        and m.sense in _STATED
        and scope.overlaps(m.span)
        and not any(o.overlaps(m.span) for o in offices)
    }
    return codes.pop() if len(codes) == 1 else None


def _lacks_country(person: Entity) -> bool:
    if person.country is not None or person.role is None:
        return False
    return _OF_STATE.match(person.role.split(" ")[0]) is not None or _OF_STATE.match(person.role) is not None


def _stated_countries(context: Context) -> tuple[str, ...]:
    """The code of each mention of a country."""
    codes = (m.code for m in context.matches if m.kind is MatchKind.COUNTRY and m.sense in _STATED)
    return tuple(codes)


def _left(context: Context, person: Entity, people: Sequence[Entity], stated: Sequence[str]) -> str | None:
    """The only country of the article, if it names it again and no office beside this one is said to be of it, as that
    of a guest is; of two, the one that the other officer has not. A premier beside a president may be of the same
    country and report to him.
    """
    if len(set(stated)) == 1:
        of_guest = any(other.country == stated[0] for other in people if other is not person)
        return stated[0] if len(stated) > 1 and not of_guest else None
    if len(set(stated)) != 2 or len(people) != 2:
        return None
    other = next(each for each in people if each is not person)
    if _is_head_of_state(context, other) and not _is_head_of_state(context, person):
        return None
    free = set(stated) - {other.country}
    return free.pop() if len(free) == 1 else None


def _is_head_of_state(context: Context, person: Entity) -> bool:
    held = (m for m in context.matches if m.kind is MatchKind.OFFICE and m.code == "head-of-state")
    return person.role_span is not None and any(office.span.overlaps(person.role_span) for office in held)
