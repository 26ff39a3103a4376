"""What a meeting is called: «24-е заседание Совета глав правительств ШОС», «трёхсторонняя встреча президентов»."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.meetings.forms import Frame
from kgtui.extraction.meetings.groups import is_heads
from kgtui.extraction.meetings.numbering import number
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.stages import is_cue
from kgtui.extraction.meetings.triggers import Trigger
from kgtui.extraction.phrases import adjectives_before, cases_of, is_adjective, nominative_phrase, tail_stop
from kgtui.language import Reading, word
from kgtui.model import EntityKind

_ENDINGS = {"masc": "й", "femn": "я", "neut": "е"}
_OUTSIDE = frozenset("в во на с со под при за между для у о об от".split())  # begin no part of the name of a meeting
_OF_TWO_SIDES = frozenset({"commission", "working_group"})  # the sides that meet say whose it is
_ROUND = "раунд"
_LONGEST = 14  # words


def occasion(scene: Scene, trigger: Trigger) -> str | None:
    """The name of a sitting or a summit, or of a meeting of several heads; None where it says no more than its noun."""
    if trigger.frame not in (Frame.SESSION, Frame.TALKS):
        return None
    head = trigger.position
    if (round_at := _round(scene, head)) is not None:
        return _of_round(scene, round_at, head)
    reading, first = _head(scene, trigger)
    numbered, first = _number(scene, first, head, reading)
    if trigger.form.code in _OF_TWO_SIDES:
        return f"{numbered} {trigger.form.kind}" if numbered else None
    stop = scene.past_quoted(tail_stop(scene.context, head + 1, stops_at=lambda at: _ends(scene, at)))
    if trigger.frame is Frame.SESSION:
        is_name = bool(numbered) or stop > head + 1
    else:
        is_name = _is_of_heads(scene, head + 1, stop)
    if not is_name or stop - first > _LONGEST:
        return None
    phrase = nominative_phrase(scene.context, first, head, stop, reading)
    return f"{numbered} {phrase}" if numbered else phrase


def _round(scene: Scene, head: int) -> int | None:
    """Where «раунд» stands before the noun and its adjectives."""
    at = head - 1
    while at > 0 and is_adjective(scene.context.tokens[at].text):
        at -= 1
    return at if at >= 0 and _ROUND in scene.context.lemmas(at) else None


def _of_round(scene: Scene, round_at: int, head: int) -> str | None:
    """«6-й раунд политических консультаций», where it has a number."""
    before = number(scene.context.tokens[round_at - 1].text) if round_at > 0 else None
    if before is None:
        return None
    words = " ".join(token.text for token in scene.context.tokens[round_at + 1 : head + 1])
    return f"{before}-й {_ROUND} {words}" if before.isdigit() else f"{before} {_ROUND} {words}"


def _head(scene: Scene, trigger: Trigger) -> tuple[Reading, int]:
    """The reading of the noun with which most adjectives before it agree, and where they begin."""
    context, head = scene.context, trigger.position
    readings = [reading for reading in context.word(head).readings if reading.pos == "NOUN" and reading.case]
    begins = [(adjectives_before(context, head, reading), reading) for reading in readings]
    first, reading = min(begins, key=lambda pair: pair[0])
    while first < head and is_cue(context.lemmas(first)):  # «предстоящая встреча» is called but a meeting
        first += 1
    return reading, first


def _number(scene: Scene, first: int, head: int, reading: Reading) -> tuple[str, int]:
    """The number of a sitting in the house style, or nothing, and where the words begin that follow it."""
    context = scene.context
    if first < head and (said := number(context.tokens[first].text)):
        return _ordinal(said, reading), first + 1
    before = number(context.tokens[first - 1].text) if first > context.sentence(head)[0] else None
    return (_ordinal(before, reading), first) if before else ("", first)


def _ordinal(said: str, reading: Reading) -> str:
    """«24-е», but «XII»."""
    return f"{said}-{_ENDINGS.get(reading.gender or '', 'е')}" if said.isdigit() else said


def _ends(scene: Scene, position: int) -> bool:
    """A person, those who sit («после заседания главы правительств встретились»), or a preposition that leads to them,
    to the place or the day."""
    text = scene.context.tokens[position].text
    if text.lower() in _OUTSIDE or _is_person(scene, position):
        return True
    are_subject = is_heads(text) and "nomn" in cases_of(text, plural=True)
    return are_subject or (scene.context.tokens[position - 1].is_capitalised and _may_be_verb(text))


@cache
def _may_be_verb(form: str) -> bool:
    """«на саммит ОТГ прибыли», which is no profit of the union."""
    return any(reading.pos == "VERB" for reading in word(form).readings)


def _is_person(scene: Scene, position: int) -> bool:
    return position < len(scene.context) and scene.cast.at(position, EntityKind.PERSON) is not None


def _is_of_heads(scene: Scene, first: int, stop: int) -> bool:
    """«встреча глав государств», of whom none is named right after."""
    following = (i for i in range(first, stop) if not is_adjective(scene.context.tokens[i].text))
    head = next(following, None)
    return head is not None and is_heads(scene.context.tokens[head].text) and not _is_person(scene, stop)
