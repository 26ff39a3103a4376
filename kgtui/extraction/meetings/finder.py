"""The parties of a sentence in rows, each row with the preposition that governs it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.meetings.groups import Groups
from kgtui.extraction.meetings.lands import Lands
from kgtui.extraction.meetings.parties import Party, PartyKind, Series
from kgtui.extraction.meetings.people import People
from kgtui.extraction.phrases import is_verb
from kgtui.language import word

_APPOSITION = 8  # tokens of a title before an office
_LATIN = "c"  # a letter that looks like the preposition
_JOINTS = frozenset({",", "и", "а", "также"})


class PartyFinder:
    """Finds the parties of one article sentence by sentence."""

    def __init__(self, context: Context, cast: Cast, lands: Lands) -> None:
        self._context = context
        self._people = People(context, cast, lands)
        self._groups = Groups(context, cast, lands, self._people)

    def series(self, first: int, stop: int) -> list[Series]:
        """The rows of a token range; those of whom nothing is known are left out."""
        rows: list[list[Party]] = []
        for party in self._headed(self._parties(first, stop)):
            if rows and self._goes_on(rows[-1][-1], party):
                rows[-1].append(party)
            else:
                rows.append([party])
        known = (parties for parties in rows if any(p.person or p.countries or p.bloc for p in parties))
        return [self._row(parties, first) for parties in known]

    def _parties(self, first: int, stop: int) -> list[Party]:
        """The parties of a token range in the order of the text; a name takes its office along."""
        found: list[Party] = []
        past = first
        for position in self._starts[bisect_left(self._starts, first) : bisect_left(self._starts, stop)]:
            party = self._party(position, stop, found[-1] if found else None) if position >= past else None
            if party is None:
                continue
            if party.first < first:
                party = replace(party, first=first)
            while found and found[-1].first >= party.first:
                found.pop()
            found.append(party)
            past = party.stop
        return found

    @cached_property
    def _starts(self) -> list[int]:
        """The tokens at which a party may begin."""
        return sorted({*self._people.starts, *self._groups.starts})

    def _party(self, position: int, stop: int, last: Party | None) -> Party | None:
        if position in self._people.starts:
            party = self._people.named(position, last) or self._people.office(position)
            if party is not None:
                return party
        return None if self._people.is_office(position) else self._groups.at(position, stop)

    def _headed(self, parties: Sequence[Party]) -> Iterator[Party]:
        """«делегация Кыргызстана во главе с Х»: one party, in the case of the delegation."""
        pending: Party | None = None
        for party in parties:
            if pending is not None and self._names_holder(party, pending):
                pending = replace(party, first=pending.first, countries=pending.countries)
                continue
            if pending is not None and self._leads(party, pending):
                pending = replace(
                    party,
                    kind=PartyKind.DELEGATION,
                    first=pending.first,
                    countries=pending.countries or party.countries,
                    cases=pending.cases,
                    bloc=pending.bloc,
                )
                continue
            if pending is not None:
                yield pending
            pending = party
        if pending is not None:
            yield pending

    def _names_holder(self, party: Party, office: Party) -> bool:
        """«спецпредставитель президента Узбекистана по Афганистану Х», «коллега из России Х»: what an office is for, or
        where one is from, before the name.
        """
        if office.kind is not PartyKind.OFFICE or office.person is not None or party.kind is not PartyKind.PERSON:
            return False
        if party.countries or not office.countries or (office.cases and office.cases.isdisjoint(party.cases)):
            return False
        between = self._context.tokens[office.stop : party.first]
        plain = all(token.is_word and not is_verb(token.text) for token in between)
        return plain and (not between or between[0].text == "по")

    def _leads(self, party: Party, delegation: Party) -> bool:
        if delegation.kind is not PartyKind.DELEGATION:
            return False
        return [self._context.lower(i) for i in range(delegation.stop, party.first)] == ["во", "главе", "с"]

    def _goes_on(self, last: Party, party: Party) -> bool:
        """Whether a party belongs to the row of the last one."""
        between = {self._context.lower(i) for i in range(last.stop, party.first)}
        if not between or not between <= _JOINTS:
            return last.kind is PartyKind.HEADS and between <= DASHES | {":"}
        return not last.cases or not party.cases or not last.cases.isdisjoint(party.cases)

    def _row(self, parties: Sequence[Party], floor: int) -> Series:
        """A row, its parties in the cases that all of them may be in."""
        shown = [party.cases for party in parties if party.cases]
        common = shown[0].intersection(*shown[1:]) if shown else frozenset()
        if common:
            parties = [party if party.cases == common else replace(party, cases=common) for party in parties]
        before = parties[0].first - 1
        while before >= floor and self._people.is_attribute(before):
            before -= 1
        text = self._context.lower(before) if before >= floor else ""
        text = "с" if text == _LATIN else text
        if parties[0].may_be("ablt") and not parties[0].may_be("nomn") and not _is_preposition(text):
            text = self._governing(before - 1, floor) if text == "," else self._past_participle(before, floor)
        return Series(tuple(parties), text if _is_preposition(text) else "", before)

    def _past_participle(self, position: int, floor: int) -> str:
        """«с прибывшим в Самарканд министром Х»: the preposition before a participle and what belongs to it."""
        for at in range(position, max(floor, position - _APPOSITION) - 1, -1):
            if not self._context.tokens[at].is_word or is_verb(self._context.tokens[at].text):
                return ""
            if self._context.lower(at) in ("с", "со"):
                readings = self._context.word(at + 1).readings
                return self._context.lower(at) if any(r.pos == "PRTF" and r.case == "ablt" for r in readings) else ""
        return ""

    def _governing(self, position: int, floor: int) -> str:
        """«с членом Политбюро, министром Х»: the preposition before the noun that an office is added to."""
        for at in range(position, max(floor, position - _APPOSITION) - 1, -1):
            token = self._context.tokens[at]
            if not token.is_word or is_verb(token.text):
                return ""
            if token.text in ("с", "со"):
                return token.text
        return ""


@cache
def _is_preposition(form: str) -> bool:
    return bool(form) and word(form).readings[0].pos == "PREP"
