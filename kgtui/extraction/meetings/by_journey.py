"""Who visits whom: the traveller, the country that is visited, the host."""

from __future__ import annotations

from kgtui.extraction.meetings.clause import Clause
from kgtui.extraction.meetings.parties import PartyKind, Series
from kgtui.extraction.meetings.sides import Sides
from kgtui.extraction.meetings.stages import preposition
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense

_INTO = ("в", "во", "на")
_CITY_WORDS = frozenset({"город", "г", "столица"})
_TRANSITIVE = frozenset({"посетить", "посещать"})
_CALLED_VISIT = frozenset({"визит", "госвизит"})
_MAKING = frozenset("совершить совершать начать завершить продолжить нанести отменить перенести".split())
_PAYING = frozenset({"нанести"})  # «нанес визит президенту»
_NO_GOALS = frozenset({Sense.ADJECTIVE, Sense.DEMONYM})
_NEAR = 12  # tokens between the word and the country


def travel(clause: Clause) -> Sides | None:
    """«Х прибыл в Казахстан», «Казахстан посетила делегация»; the journey home is no visit."""
    subject, goal = clause.subject, _destination(clause)
    if goal is None or subject is None or not (_may_visit(subject) or _is_on_visit(clause)):
        return None
    found = Sides()
    found.add(subject)
    if found.countries and set(goal.codes[:1]) <= set(found.countries):
        return None
    _add_goal(found, goal, on_visit=_is_on_visit(clause))
    found.add_led(clause)
    return found


def visit(clause: Clause) -> Sides | None:
    """«визит Х в Казахстан», «Х нанес визит Y»; a visit without its guest may be one told of before."""
    found, guest, goal = Sides(), clause.genitive_after, _destination(clause)
    if guest is not None:
        found.add(guest)
    elif preposition(clause.scene, clause.at) or clause.has(_MAKING):
        found.add_subject(clause, elided=False)
    if not found.persons and not found.countries:
        found.own = False
        return found if clause.is_a(_CALLED_VISIT) else None
    if goal is not None:
        _add_goal(found, goal, on_visit=clause.is_a(_CALLED_VISIT))
    if clause.has(_PAYING):
        found.add(clause.whom_dative)
    found.add_led(clause)
    return found


def _add_goal(found: Sides, goal: GazetteerMatch, *, on_visit: bool) -> None:
    """Of a leader whose office the text need not name a visit is one abroad also where it names but the city."""
    found.add_countries(goal.codes[:1])
    found.abroad = goal.kind is MatchKind.COUNTRY or (on_visit and all(person.role is None for person in found.persons))


def _may_visit(row: Series) -> bool:
    """Somebody of rank or a delegation: the journey of another is no visit."""
    return any(person.role for person in row.persons) or any(p.kind is not PartyKind.PERSON for p in row.parties)


def _is_on_visit(clause: Clause) -> bool:
    return any(clause.context.lower(i) == "визитом" for i in range(clause.first, clause.stop))


def _destination(clause: Clause) -> GazetteerMatch | None:
    """The country or place that is visited, rather behind the word than before it."""
    bare = clause.is_a(_TRANSITIVE)
    offices = {i for row in clause.rows for i in range(row.first, row.stop)}
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
