"""Whether a meeting was held, is announced, was put off, or is an old one that the article recalls."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kgtui.extraction.meetings.numbering import number
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.triggers import Trigger
from kgtui.extraction.phrases import is_adjective
from kgtui.extraction.tables import table
from kgtui.language import Reading, fold, word
from kgtui.model import MeetingStage

_REACH = 10  # tokens between a noun and the word that says when
_AFTER = frozenset("на в во во после по".split())  # «на встрече», «в ходе визита», «по итогам переговоров»
_PARTS = frozenset("ход открытие закрытие начало итог завершение".split())  # «в ходе», «на открытие заседания»
_ABOUT = frozenset({"о", "об"})
_BEFORE = frozenset("к накануне перед преддверии".split())
_RECALLING = frozenset({"ранее", "напомним", "напомнил", "напомнила"})
_OUTCOMES = frozenset({"решение", "договоренность"})
_PROGRAMME = "программа"
_ARRIVING = frozenset({"прибыть", "прилететь"})
_HELD, _PLANNED, _CANCELLED = MeetingStage.HELD, MeetingStage.PLANNED, MeetingStage.CANCELLED


@cache
def _cues() -> Mapping[str, tuple[str, bool]]:
    """Lemma → what it says of a meeting, and whether it must agree with the noun."""
    return {fold(row["lemma"]): (row["stage"], row["agrees"] == "yes") for row in table("meeting_stages")}


def stage(scene: Scene, trigger: Trigger) -> MeetingStage:
    return _of_noun(scene, trigger) if trigger.is_noun else _of_verb(scene, trigger)


def is_earlier(scene: Scene, trigger: Trigger) -> bool:
    """Whether the sentence opens with «ранее» or «напомним», or only speaks of what came of the meeting."""
    context, position = scene.context, trigger.position
    first, stop = context.sentence(position)
    if any(context.lower(i) in _RECALLING for i in range(first, min(stop, first + 3))):
        return True
    if any(_cues().get(lemma, ("", False))[0] == "earlier" for lemma in trigger.attributes):
        return True
    governor = (
        position - 1 - sum(1 for i in range(max(first, position - 3), position) if is_adjective(context.tokens[i].text))
    )
    return trigger.is_noun and governor >= first and not context.lemmas(governor).isdisjoint(_OUTCOMES)


def is_only_named(scene: Scene, trigger: Trigger) -> bool:
    """«О визите министра»: a headline that says nothing of when it is."""
    return trigger.is_noun and preposition(scene, trigger.position) in _ABOUT


def is_next(trigger: Trigger) -> bool:
    """«очередной раунд», «предстоящая встреча»: another meeting than the one that the article tells of."""
    return any(_cues().get(lemma, ("", False))[0] in ("next", "planned") for lemma in trigger.attributes)


def is_cue(lemmas: frozenset[str]) -> bool:
    """«предстоящий», «очередной»: a word that says when a meeting is, and nothing of what it is called."""
    return any(lemma in _cues() for lemma in lemmas)


def _of_verb(scene: Scene, trigger: Trigger) -> MeetingStage:
    reading = scene.context.word(trigger.position).readings[0]
    if "futr" in reading.grammemes:
        return _PLANNED
    if reading.pos != "INFN":
        return _HELD
    return _PLANNED


def _of_noun(scene: Scene, trigger: Trigger) -> MeetingStage:
    position = trigger.position
    if any(_cues().get(lemma, ("", False))[0] == "planned" for lemma in trigger.attributes):
        return _PLANNED
    governed_by = preposition(scene, position)
    if _arrived_for(scene, position):
        return _PLANNED
    if _will_be_there(scene, position) or _is_in_programme(scene, position):
        return _PLANNED
    found = _told_of_noun(scene, trigger)
    if found is _CANCELLED or (found is _PLANNED and governed_by not in _AFTER):
        return found
    return _PLANNED if governed_by in _BEFORE else _HELD


def _will_be_there(scene: Scene, position: int) -> bool:
    """«примет участие в заседании», «провести раунд»: a verb of the future before the noun, no comma between them; or
    after it in «участие в заседании примут».
    """
    context = scene.context
    first, stop = context.sentence(position)
    if any("участие" in context.lemmas(i) for i in range(max(first, position - 3), min(stop, position + 5))):
        return any(
            {"VERB", "futr"} <= context.word(i).readings[0].grammemes
            for i in range(first, min(stop, position + _REACH))
            if context.tokens[i].is_word
        )
    for at in range(position - 1, max(first - 1, position - _REACH), -1):
        if context.tokens[at].text in ",;:—–":
            return False
        if context.lower(at) == "провести":
            return True
        reading = context.word(at).readings[0] if context.tokens[at].is_word else None
        if reading is not None and reading.pos == "VERB":
            return "futr" in reading.grammemes
    return False


def _arrived_for(scene: Scene, position: int) -> bool:
    """«прибыл для участия в заседании»: who has arrived for it does not sit in it yet."""
    context = scene.context
    first, _stop = context.sentence(position)
    said = context.lowers[first:position]
    purpose = next((i for i in range(len(said) - 1, 0, -1) if (said[i - 1], said[i]) == ("для", "участия")), None)
    if purpose is None or first + purpose < position - _REACH:
        return False
    return any(not context.lemmas(at).isdisjoint(_ARRIVING) for at in range(first, first + purpose))


def _is_in_programme(scene: Scene, position: int) -> bool:
    """«В программе — переговоры с Х»."""
    first, _stop = scene.context.sentence(position)
    opening = range(first, min(position, first + 3))
    opens = scene.context.lower(first) in _AFTER and any(_PROGRAMME in scene.context.lemmas(i) for i in opening)
    inside = (i for i in range(first + 1, position) if scene.context.lower(i - 1) == "в")
    return opens or any(_PROGRAMME in scene.context.lemmas(i) for i in inside)


def _told_of_noun(scene: Scene, trigger: Trigger) -> MeetingStage | None:
    """What the words around a noun say: «запланирован», «состоится», «перенесен», «не состоялась»."""
    context, position = scene.context, trigger.position
    first, stop = context.sentence(position)
    noun = context.lower(position)
    found: MeetingStage | None = None
    for at in range(max(first, position - _REACH), min(stop, position + 2 * _REACH)):
        if not context.tokens[at].is_word or at == position or at in scene.quoted:
            continue
        said = _said(context.tokens[at].text, noun)
        if said is _CANCELLED or (at > first and context.lower(at - 1) == "не" and "состояться" in context.lemmas(at)):
            return _CANCELLED
        found = found or said
    return found


def preposition(scene: Scene, position: int) -> str:
    """The preposition that governs a noun, past its adjectives and its number."""
    context = scene.context
    first, _stop = context.sentence(position)
    at = position - 1
    while at >= first and (context.tokens[at].is_word or number(context.tokens[at].text)):
        readings = context.word(at).readings
        if readings[0].pos == "PREP":
            return context.lower(at)
        text = context.tokens[at].text
        adjectival = readings[0].pos == "NUMR" or is_adjective(text) or number(text) is not None
        if not adjectival and context.lemmas(at).isdisjoint(_PARTS):
            break
        at -= 1
    return ""


@cache
def _said(text: str, noun: str) -> MeetingStage | None:
    """What one word says of a noun."""
    readings = word(text).readings
    for reading in readings:
        stage_of, agrees = _cues().get(reading.folded, ("", False))
        if stage_of in ("planned", "cancelled"):
            fits = not agrees or any(_agree(reading, other) for other in word(noun).readings if other.pos == "NOUN")
            return MeetingStage(stage_of) if fits else None
    return _PLANNED if {"futr", "3per"} <= readings[0].grammemes else None


def _agree(reading: Reading, noun: Reading) -> bool:
    if reading.pos not in ("PRTS", "PRTF", "VERB"):
        return False
    if reading.pos == "VERB" and reading.number == "plur" and noun.case == "accs":  # «встречу перенесли»
        return True
    if reading.number == "plur" or noun.number == "plur":
        return reading.number == noun.number and noun.case in ("nomn", "accs")
    return reading.gender in (None, noun.gender)
