"""Who visits whom: the traveller, the country that is visited, the host."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.meetings.clause import Clause
from kgtui.extraction.meetings.parties import PartyKind, Series
from kgtui.extraction.meetings.sides import Sides
from kgtui.extraction.meetings.stages import preposition
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense

_INTO = ("в", "во", "на")
_JOINTS = (",", "и", "а", "также")
_CITY_WORDS = frozenset({"город", "г", "столица"})
_TRANSITIVE = frozenset({"посетить", "посещать"})
_CALLED_VISIT = frozenset({"визит", "госвизит"})
_MAKING = frozenset("совершить совершать начать завершить продолжить нанести отменить перенести".split())
_PAYING = frozenset({"нанести"})  # «нанес визит президенту»
_NO_GOALS = frozenset({Sense.ADJECTIVE, Sense.DEMONYM})
_NEAR = 12  # tokens between the word and the country


def travel(clause: Clause) -> Sides | None:
    """«Х прибыл в Казахстан», «Казахстан посетила делегация»; the journey home is no visit."""
    subject, goals = _traveller(clause), _destinations(clause)
    if not goals or subject is None or not (_may_visit(subject) or _is_on_visit(clause)):
        return None
    found = Sides()
    found.add(subject)
    if found.countries and set(goals[0].codes[:1]) <= set(found.countries):
        return None
    _add_goals(found, goals, on_visit=_is_on_visit(clause))
    found.add_led(clause)
    return found


def _traveller(clause: Clause) -> Series | None:
    """The subject; the countries that are visited («посетит ОАЭ, Катар и Бахрейн») are none."""
    subject = clause.subject
    if subject is None or not _are_lands(subject):
        return subject
    return next((row for row in clause.subjects if not _are_lands(row)), None)


def _are_lands(row: Series) -> bool:
    return all(party.kind is PartyKind.LANDS for party in row.parties)


def visit(clause: Clause) -> Sides | None:
    """«визит Х в Казахстан», «Х нанес визит Y»; a visit without its guest may be one told of before."""
    found, guest, goals = Sides(), clause.genitive_after, _destinations(clause)
    if guest is not None:
        found.add(guest)
    elif preposition(clause.scene, clause.at) or clause.has(_MAKING):
        found.add_subject(clause, elided=False)
    if not found.persons and not found.countries:
        found.own = False
        return found if clause.is_a(_CALLED_VISIT) else None
    if goals:
        _add_goals(found, goals, on_visit=clause.is_a(_CALLED_VISIT))
    if clause.has(_PAYING):
        found.add(clause.whom_dative)
    found.add_led(clause)
    return found


def _add_goals(found: Sides, goals: Sequence[GazetteerMatch], *, on_visit: bool) -> None:
    """Of a leader whose office the text need not name a visit is one abroad also where it names but the city."""
    homes = set(found.countries)
    for goal in goals:
        found.add_countries(goal.codes[:1])
    if len(goals) > 1:
        found.visited = [goal.codes[0] for goal in goals if goal.codes[0] not in homes]
    abroad = any(goal.kind is MatchKind.COUNTRY for goal in goals)
    found.abroad = abroad or (on_visit and all(person.role is None for person in found.persons))


def _may_visit(row: Series) -> bool:
    """Somebody of rank or a delegation: the journey of another is no visit."""
    return any(person.role for person in row.persons) or any(p.kind is not PartyKind.PERSON for p in row.parties)


def _is_on_visit(clause: Clause) -> bool:
    return any(clause.context.lower(i) == "визитом" for i in range(clause.first, clause.stop))


def _destinations(clause: Clause) -> list[GazetteerMatch]:
    """The country or place that is visited, or several countries in a row."""
    first = _destination(clause)
    if first is None:
        return []
    goals, at = [first], first.stop + 1
    while at < clause.stop and clause.context.lower(at - 1) in _JOINTS:
        match = clause.context.named.get(at)
        if match is None or match.first != at or match.kind is not MatchKind.COUNTRY or match.sense in _NO_GOALS:
            break
        goals.append(match)
        at = match.stop + 1
    return goals


def _destination(clause: Clause) -> GazetteerMatch | None:
    """The first country or place that is visited, rather behind the word than before it."""
    bare = clause.is_a(_TRANSITIVE)
    offices = {i for row in clause.rows if not _are_lands(row) for i in range(row.first, row.stop)}
    behind = range(clause.at + 1, min(clause.stop, clause.at + _NEAR))
    ahead = range(clause.at - 1, max(clause.first - 1, clause.at - _NEAR), -1)
    for at in (*behind, *ahead):
        match = clause.context.named.get(at)
        if match is None or match.first != at or not match.codes or at in offices or match.sense in _NO_GOALS:
            continue
        if bare or _is_into(clause, at):
            return match
    return None


def _is_into(clause: Clause, position: int) -> bool:
    """Whether a name stands after «в», perhaps after «город» too."""
    context, before = clause.context, position - 1
    while before > 0 and (context.tokens[before].text == "." or not context.lemmas(before).isdisjoint(_CITY_WORDS)):
        before -= 1
    return before >= 0 and context.lower(before) in _INTO
