"""Who sits together: in sessions and summits, in bodies of several countries, and who else was there."""

from __future__ import annotations

from kgtui.extraction.cast.references import PRONOUNS
from kgtui.extraction.meetings.by_noun import add_named_countries
from kgtui.extraction.meetings.clause import Clause, is_subject
from kgtui.extraction.meetings.sides import Sides
from kgtui.extraction.meetings.stages import preposition
from kgtui.extraction.meetings.triggers import is_noun_of_meeting, is_of_union

_ASIDE = frozenset({"поле", "кулуар", "площадка", "рамка"})
_HOLDING = frozenset(
    {"провести", "проводить", "открыть", "начать", "завершить", "вести", "возглавить", "участие", "сопредседатель"}
)
_PREPARED = frozenset({"подготовка", "проведение", "организация"})
_SITTING = frozenset({"комиссия", "группа", "совет", "комитет"})
_REPRESENTING = frozenset({"представлять", "представить"})
_CHAIRING = frozenset({"сопредседатель"})  # only «сопредседателями выступили»
_WELCOMING = frozenset({"встретить", "встречать"})


def session(clause: Clause) -> Sides | None:
    """«в саммите участвовали Х и Y», «заседание комиссии под председательством Х и Y», «заявил Х на саммите»."""
    if clause.has(_ASIDE, clause.at - 3, clause.at):  # «на полях саммита» another meeting is told of
        return None
    found, subjects = Sides(), clause.subjects if _is_sat_in(clause) else []
    for row in (*subjects, clause.between_whom, clause.genitive_after):
        found.add(row)
    found.add_led(clause)
    found.own = bool(clause.trigger.attributes or found.rows != subjects)
    add_named_countries(clause, found)
    if not found.persons and _has_pronoun(clause):
        found.add_subject(clause)
    found.own = found.own or is_of_union(clause.scene, clause.at)
    return found


def _is_sat_in(clause: Clause) -> bool:
    """Whether the subject of the sentence sits in it: «на саммите», «провели заседание», not «принимал саммит»."""
    if clause.has(_PREPARED, clause.at - 1, clause.at):
        return False
    return bool(preposition(clause.scene, clause.at)) or clause.has(_HOLDING)


def _has_pronoun(clause: Clause) -> bool:
    """Whether a pronoun is the subject: «заявил он на саммите», not «он предложил провести саммит»."""
    for at in range(clause.at - 1, clause.first - 1, -1):
        if clause.context.lower(at) in PRONOUNS:
            return True
        if clause.context.tokens[at].is_word and clause.context.word(at).readings[0].pos == "INFN":
            return False
    return False


def gather(clause: Clause) -> Sides | None:
    """«комиссия под председательством Х и Y собиралась», «министры Х и Y собрались»."""
    found, subject = Sides(), clause.subject
    found.add(subject)
    found.add_led(clause)
    if not found.rows and clause.has(_SITTING, stop=clause.at):
        found.add_countries(clause.scene.lands.codes(clause.first, clause.at))
    return found if found.complete or found.bloc else None


def join(clause: Clause) -> Sides | None:
    """Those who were there too; of «в переговорах участвовали» the noun tells as much."""
    if clause.is_a(_REPRESENTING):
        return _represent(clause)
    if any(is_noun_of_meeting(clause.context.tokens[i].text) for i in range(clause.first, clause.stop)):
        return None
    if clause.is_a(_CHAIRING) and not any(r.case == "ablt" for r in clause.context.word(clause.at).readings):
        return None
    found = Sides()
    for row in clause.subjects:
        found.add(row)
    if found.persons and clause.is_a(_WELCOMING):
        found.add(clause.whom(clause.first))
    return found if found.persons else None


def _represent(clause: Clause) -> Sides | None:
    """«Казахстан представлял министр Х», «кыргызскую сторону представит Y»."""
    found = Sides()
    for row in clause.rows:
        if is_subject(row, clause.context) and row.persons:
            found.add(row)
    codes = clause.scene.lands.codes(clause.first, clause.stop)
    found.add_countries(codes)
    return found if codes and found.persons else None
