"""The rows of parties in a sentence by what they are to its trigger: subject, those after «с», those that follow it."""

from __future__ import annotations

from kgtui.extraction.context import DASHES
from kgtui.extraction.meetings.parties import Series
from kgtui.extraction.meetings.scene import Scene, is_subject
from kgtui.extraction.meetings.triggers import Trigger
from kgtui.extraction.phrases import is_verb
from kgtui.extraction.traits import is_speech_verb

WITH = ("с", "со")
_OPENING = frozenset({"открывать", "открыть", "начинать", "начать", "завершать", "завершить", "проводить"})


def subject_of(scene: Scene, trigger: Trigger) -> Series | None:
    """The nearest row in the nominative, rather before the trigger than after it; a source («сообщил Х») is none."""
    rows = [
        row
        for row in scene.series(trigger.position)
        if is_subject(row, scene.context) and not is_source(scene, row, trigger)
    ]
    before = [row for row in rows if row.stop <= trigger.position]
    if before:
        return before[-1]
    return next((row for row in rows if row.first > trigger.position), None)


def is_source(scene: Scene, row: Series, trigger: Trigger) -> bool:
    """Whether a row only tells of the meeting: «…, сообщил Х», with a comma between it and the trigger."""
    context = scene.context
    first, stop = context.sentence(row.first)
    if row.first > trigger.position and _follows_own_verb(scene, row, trigger):
        return True
    beside = [*range(max(first, row.first - 3), row.first)]
    if row.first < trigger.position:
        beside += range(row.stop, min(stop, row.stop + 2))
    if not any(is_speech_verb(context.tokens[i].text, addressed=False) for i in beside if context.tokens[i].is_word):
        return False
    if row.first < trigger.position and _is_opened(scene, row.stop, trigger.position):
        return False
    low, high = sorted((row.first, trigger.position))
    return any(context.tokens[i].text in ",:" for i in range(low, high))


def _is_opened(scene: Scene, first: int, stop: int) -> bool:
    """«сообщил Х, открывая встречу с Y»: who says it is one of those who meet."""
    words = (scene.context.word(i) for i in range(first, stop) if scene.context.tokens[i].is_word)
    return any(w.readings[0].pos == "GRND" and not w.lemmas.isdisjoint(_OPENING) for w in words)


def _follows_own_verb(scene: Scene, row: Series, trigger: Trigger) -> bool:
    """«…, подтвердил помощник Х»: a verb of its own between a comma and the row."""
    context = scene.context
    at = row.first - 1
    while at > trigger.position and context.tokens[at].is_word and row.first - at <= 4:
        if is_verb(context.tokens[at].text):
            before = context.tokens[at - 1].text
            return at - 1 > trigger.position and (before == "," or before in DASHES)
        at -= 1
    return False


def with_whom(scene: Scene, trigger: Trigger) -> list[Series]:
    """The rows after «с» that belong to the trigger: those after it («с Х и следом — с Y»), else the one before it."""
    rows = [row for row in scene.series(trigger.position) if row.preposition in WITH and row.may_be("ablt")]
    after = [row for row in rows if row.first > trigger.position]
    if not after:
        return [row for row in rows if row.stop <= trigger.position][-1:]
    chained = after[:1]
    for row in after[1:]:
        between = range(chained[-1].stop, row.before)
        if any(scene.context.tokens[i].is_word and is_verb(scene.context.tokens[i].text) for i in between) or any(
            other.first in between and is_subject(other, scene.context) for other in scene.series(trigger.position)
        ):
            break
        chained.append(row)
    return chained


def whom_dative(scene: Scene, trigger: Trigger) -> Series | None:
    """«позвонил президенту Х», «вручил президенту Х грамоты»."""
    rows = [row for row in scene.series(trigger.position) if not row.preposition and row.may_be("datv")]
    return next((row for row in rows if not row.may_be("nomn")), None)


def from_whom(scene: Scene, trigger: Trigger) -> Series | None:
    """«принял верительные грамоты у посла Х»."""
    return next((row for row in scene.series(trigger.position) if row.preposition in ("у", "от")), None)


def between_whom(scene: Scene, trigger: Trigger) -> Series | None:
    return next((row for row in scene.series(trigger.position) if row.preposition == "между"), None)


def genitive_after(scene: Scene, trigger: Trigger) -> Series | None:
    """The row in the genitive right after a noun: «визит президента Х», «встреча министров А и Б»."""
    return next(
        (
            row
            for row in scene.series(trigger.position)
            if row.before == trigger.position and not row.preposition and row.may_be("gent")
        ),
        None,
    )
