"""Who meets whom by verbs of meeting, receiving and calling, and by what is done together."""

from __future__ import annotations

from kgtui.extraction.meetings.clause import Clause
from kgtui.extraction.meetings.parties import PartyKind, Series
from kgtui.extraction.meetings.sides import Sides, are_several
from kgtui.model import Doubt

OBJECTS = {"его": "masc", "ее": "femn", "её": "femn"}
_GUESTS = frozenset({"гостя", "гостью", "гостей"})
_NEAR = 12  # tokens between a verb and those with whom it is done


def meet(clause: Clause) -> Sides | None:
    """«Х встретился с Y», «А и Б созвонились», «с ним беседовал Х»."""
    found, others, subject = Sides(), clause.with_whom, clause.subject
    pronoun = clause.with_pronoun() if not others and subject is not None else None
    if pronoun is not None:
        found.lead_by(pronoun)
        found.add_subject(clause)
        return found
    if not others and (subject is None or subject.size < 2):
        return None
    for row in others:
        found.add(row)
    found.add_subject(clause)
    found.apart = are_several(others)
    return found


def receive(clause: Clause) -> Sides | None:
    """«принял министра», «министра принял президент», «его принял президент», «министр был принят президентом»."""
    beside = {clause.context.lower(i) for i in (clause.at - 1, min(clause.at + 1, clause.stop - 1))}
    if clause.context.lower(clause.at - 1) in OBJECTS or not beside.isdisjoint(_GUESTS):
        return _receive_pronoun(clause)
    rows = [row for row in clause.rows if not row.preposition]
    left = next((row for row in reversed(rows) if row.stop <= clause.at), None)
    right = next((row for row in rows if row.first > clause.at), None)
    if right is None or not _is_near(clause, right.first):
        return None
    if clause.context.word(clause.at).readings[0].pos == "PRTS":
        return _received(right, left) if left is not None and right.may_be("ablt") else None
    if right.may_be("accs") and not (left is not None and right.may_be("nomn") and not left.may_be("nomn")):
        return _receives(clause, left, right)
    if right.may_be("nomn") and left is not None and left.may_be("accs"):
        return _received(right, left)
    return None


def _received(host: Series, guest: Series) -> Sides:
    found = Sides()
    found.add(host)
    found.add(guest)
    return found


def _receives(clause: Clause, host: Series | None, guest: Series) -> Sides | None:
    if host is not None and host.may_be("nomn"):
        return _received(host, guest)
    found = Sides()
    found.add(guest)
    person = clause.elided()
    if person is None or not found.persons:
        return None
    found.lead_by(person)
    return found if found.complete else None


def _receive_pronoun(clause: Clause) -> Sides | None:
    """«Его принял президент», «гостей принял президент»."""
    gender = OBJECTS.get(clause.context.lower(clause.at - 1))
    guest = clause.scene.person(clause.scene.cast.antecedent(clause.at - 1, gender))
    subject = clause.subject
    if subject is None or guest is None or guest in subject.persons:
        return None
    found = Sides()
    found.lead_by(guest)
    found.add_subject(clause)
    return found


def _is_near(clause: Clause, stop: int) -> bool:
    """Whether nothing but a time, a place or an adverb stands between the verb and its object."""
    context, first = clause.context, clause.at + 1
    for position in range(first, stop):
        if not context.tokens[position].is_word or context.word(position).readings[0].pos not in _SUBSTANCE:
            continue
        before = range(max(first, position - 3), position)
        governed = any(context.tokens[i].is_word and context.word(i).readings[0].pos == "PREP" for i in before)
        if not governed and position not in context.named and not context.tokens[position - 1].text.isdigit():
            return False
    return True


_SUBSTANCE = ("NOUN", "VERB", "INFN")


def call(clause: Clause) -> Sides | None:
    """«Х позвонил Y»."""
    found, other = Sides(), clause.whom_dative
    if other is None or not other.persons:
        return None
    found.add(other)
    found.add_subject(clause)
    return found


def agree(clause: Clause) -> Sides | None:
    """Two and more of several countries do it together, in one row or with one another."""
    found, subject = Sides(doubt=Doubt.MEETING_IMPLIED), clause.subject
    if subject is not None and (len(subject.persons) > 1 or _are_heads_of_several(subject)):
        found.add(subject)
        return found
    if (signers := _signed_by(clause)) is not None:
        found.add(signers)
        return found
    others = clause.with_whom[:1]
    if not others or others[0].first > clause.at + _NEAR:
        return None
    found.add(others[0])
    found.add_subject(clause)
    return found if found.complete else None


def _signed_by(clause: Clause) -> Series | None:
    """«Соглашение было подписано министром Х и министром Y»: those in the instrumental right behind the participle."""
    if clause.context.word(clause.at).readings[0].pos != "PRTS":
        return None
    behind = (row for row in clause.rows if row.first == clause.at + 1 and not row.preposition and row.may_be("ablt"))
    return next((row for row in behind if len(row.persons) > 1), None)


def _are_heads_of_several(row: Series) -> bool:
    return len(row.countries) > 1 and all(party.kind is PartyKind.HEADS for party in row.parties)
