"""Who meets whom by nouns for talks, and by what is handed over or thanked for when one meets."""

from __future__ import annotations

from kgtui.extraction.cast.references import PRONOUNS
from kgtui.extraction.meetings.by_verb import OBJECTS
from kgtui.extraction.meetings.clause import Clause
from kgtui.extraction.meetings.sides import Sides, are_several
from kgtui.extraction.meetings.stages import preposition
from kgtui.extraction.phrases import is_adjective, is_verb, tail_stop
from kgtui.extraction.traits import is_speech_verb
from kgtui.model import Doubt

_GOING_ON = frozenset({"вести"})
_HOLDING = frozenset("провести проводить иметь начать завершить продолжить вести открыть".split())
_CREDENTIAL = "верительный"
_HANDING = frozenset({"вручить", "вручать"})
_DURING = frozenset({"в", "во", "на"})  # «в ходе встречи с Х обсуждалось»
_THANKING = frozenset({"поблагодарить"})


def talks(clause: Clause) -> Sides | None:
    """«переговоры Х и Y», «встреча Х с Y», «беседа между Х и Y», «Х передал приглашение Y на встрече»."""
    found, others = Sides(), clause.with_whom
    if not others and _is_with_people(clause):
        return None
    if others and not clause.subjects:
        _add_possessor(clause, found)
    for row in (clause.genitive_after, clause.between_whom, *others):
        found.add(row)
    add_named_countries(clause, found)
    found.add_led(clause)
    found.own = bool(found.rows or found.countries)
    if found.rows == others:
        held = _is_held_by(clause) or preposition(clause.scene, clause.at) in _DURING
        found.add_subject(clause, elided=bool(others) and held)
        found.apart = are_several(others) or (_are_many(clause) and any(len(row.countries) > 1 for row in others))
    elif not found.complete:
        found.add_subject(clause, elided=found.own)
    addressed = clause.whom_dative or (clause.whom(clause.at) if clause.trigger.form.code == "call" else None)
    if len(found.persons) == 1 and found.rows and not others and addressed is not None and addressed.persons:
        found.add(addressed)
    return None if not found.persons and clause.has(_GOING_ON) else found  # «ведут переговоры о поставках»


def _add_possessor(clause: Clause, found: Sides) -> None:
    """«состоялась его двусторонняя встреча с Х»: whose it is."""
    context, at = clause.context, clause.at - 1
    while at > clause.first and context.lower(at) not in OBJECTS and is_adjective(context.tokens[at].text):
        at -= 1
    gender = OBJECTS.get(context.lower(at))
    person = clause.scene.person(clause.scene.cast.antecedent(at, gender)) if gender is not None else None
    if person is not None:
        found.lead_by(person)


def _are_many(clause: Clause) -> bool:
    """«провела встречи»: more than one."""
    if clause.trigger.form.code == "talks" or not is_verb(clause.context.tokens[clause.at - 1].text):
        return False
    return any(r.case == "accs" and r.number == "plur" for r in clause.context.word(clause.at).readings)


def _is_held_by(clause: Clause) -> bool:
    """Whether the sentence leaves out who holds them: «провел переговоры», not «переговоры начались»."""
    return clause.has(_HOLDING) or any(clause.context.lower(i) in PRONOUNS for i in range(clause.first, clause.stop))


def _is_with_people(clause: Clause) -> bool:
    """«встреча с жителями»: with those whom the rules on parties do not count."""
    after = clause.at + 1
    return after < len(clause.context) and clause.context.lower(after) in ("с", "со")


def add_named_countries(clause: Clause, found: Sides) -> None:
    """«кыргызско-корейской комиссии», «заседание между КР и РФ», «встреча экспертов Грузии и Армении»."""
    context, lands = clause.context, clause.scene.lands
    following = lands.codes(clause.at + 1, tail_stop(context, clause.at + 1))
    if len(following) > 1:
        found.add_countries(following)
    for position in range(max(clause.first, clause.at - 4), min(clause.stop, clause.at + 8)):
        codes = lands.codes(position, position + 1)
        if len(codes) > 1:
            found.add_countries(codes)
        elif context.lower(position) == "между":
            named = (lands.named(i) for i in range(position + 1, min(clause.stop, position + 6)))
            found.add_countries(match.code for match in named if match is not None)


def hand(clause: Clause) -> Sides | None:
    """«вручил президенту Х верительные грамоты», «принял верительные грамоты у посла Х»; of «верительные грамоты вручил
    посол» the one who receives them stands before.
    """
    if _CREDENTIAL not in clause.trigger.attributes and not _are_told_of(clause):
        return None
    found, other = Sides(), clause.from_whom or clause.genitive_after or clause.whom_dative
    found.add(other)
    found.add_subject(clause, elided=other is not None)
    if other is None and found.persons:
        host = clause.scene.person(clause.scene.cast.antecedent(clause.first, None))
        if host is None:
            return None
        found.lead_by(host)
        found.apart = are_several(found.rows[-1:])
    return found if found.rows else None


def _are_told_of(clause: Clause) -> bool:
    """«Свои грамоты вручили посол Х и посол Y» right after a sentence on credentials."""
    if not clause.first or not clause.has(_HANDING):
        return False
    first, stop = clause.context.sentence(clause.first - 1)
    return any(_CREDENTIAL in clause.context.lemmas(at) for at in range(first, stop))


def thank(clause: Clause) -> Sides | None:
    """«Х поблагодарил Y за приём»."""
    subject = clause.subject
    if subject is None or not clause.has(_THANKING, stop=clause.at):
        return None
    host = clause.whom(subject.stop)
    if host is None:
        return None
    found = Sides(doubt=Doubt.MEETING_IMPLIED)
    found.add(host)
    found.add_subject(clause)
    return found


def tell(clause: Clause) -> Sides | None:
    """«Министр Х сообщил узбекскому коллеге»: to somebody whom he speaks with."""
    subject = clause.subject
    other = next((row for row in clause.rows if row.first <= clause.at < row.stop and row.may_be("datv")), None)
    if subject is None or other is None or not subject.persons or set(other.countries) <= set(subject.countries):
        return None
    beside = (i for i in (other.before, other.before - 1) if i >= clause.first)
    if not any(is_speech_verb(clause.context.tokens[i].text) for i in beside):
        return None
    found = Sides(doubt=Doubt.MEETING_IMPLIED)
    found.add(other)
    found.add_subject(clause)
    return found
