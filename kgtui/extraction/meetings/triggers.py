"""Where an article tells of a meeting: the words of the table, those left out that stand in speech or are denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.denials import is_denied
from kgtui.extraction.meetings.forms import Form, Frame, form, trigger_words
from kgtui.extraction.meetings.scene import Scene
from kgtui.gazetteer import MatchKind
from kgtui.language import word

_NOUNS = frozenset({Frame.TALKS, Frame.VISIT, Frame.SESSION, Frame.HAND, Frame.THANK})
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "GRND"})
_PARTS_OF_SPEECH = {
    **dict.fromkeys(_NOUNS, frozenset({"NOUN"})),
    Frame.GATHER: _VERBAL | {"PRTF"},
    Frame.AGREE: frozenset({"VERB", "PRTS"}),  # «чтобы обсудить» tells of nothing that was done
    Frame.TELL: frozenset({"NOUN"}),
    Frame.JOIN: _VERBAL | {"NOUN"},
}
_VISITS = {"государственный": "state_visit", "официальный": "official_visit", "рабочий": "working_visit"}
_SIDELINES = frozenset({"поле", "кулуар", "площадка"})
_DIPLOMATIC = frozenset({"двусторонний", "трехсторонний", "политический", "межмидовский", "внешнеполитический"})
_TAKING_PLACE = frozenset("пройти состояться завершиться начаться провести проходить продолжиться".split())
_REMOTE = ("онлайн", "видео")
_VIDEO = frozenset({"видеосвязи", "видеоконференции", "видеоконференцсвязи", "вкс"})
_GOVERNED = frozenset({"государство", "правительство"})
_REFUSING = frozenset("отказаться отказываться готов готовый".split())
_REFUSED = 3  # tokens between a refusal and what is refused: «отказался от новой встречи»
_GOING_ON = frozenset("проводиться вестись проходить проводить вести".split())
_NOT_HELD = 12  # tokens between a noun and the word that says that there were none
_UNITED_NATIONS = frozenset({"генассамблея", "ассамблея"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a meeting. ``attributes`` are the lemmas of the adjectives before it."""

    position: int
    frame: Frame
    form: Form
    attributes: frozenset[str]

    @property
    def is_noun(self) -> bool:
        return self.frame in _NOUNS


def triggers(scene: Scene) -> Iterator[Trigger]:
    tokens = scene.context.tokens
    for position in scene.context.words:
        found = _read(tokens[position].text)
        if found is None or position in scene.quoted or (found[0] is Frame.AGREE and _is_future(tokens[position].text)):
            continue
        frame, plain = found
        trigger = _formed(scene, Trigger(position, frame, plain, _attributes(scene, position)))
        if trigger is not None and not _is_denied(scene, position):
            yield trigger


@cache
def _read(text: str) -> tuple[Frame, Form] | None:
    """The frame and the form of a trigger's form, if its likeliest reading is one."""
    for reading in word(text).readings[:2]:
        found = trigger_words().get(reading.folded)
        if found is not None:
            return found if reading.pos in _PARTS_OF_SPEECH.get(found[0], _VERBAL) else None
    before, hyphen, last = text.rpartition("-")
    return _read(last) if hyphen and before.lower() in _REMOTE else None  # «онлайн-переговоры»


@cache
def is_noun_of_meeting(text: str) -> bool:
    """A noun for talks, a visit or a sitting."""
    found = _read(text)
    return found is not None and found[0] in (Frame.TALKS, Frame.VISIT, Frame.SESSION)


@cache
def _is_future(text: str) -> bool:
    """«обсудят»: what is to be done together may be done without a meeting."""
    return "futr" in word(text).readings[0].grammemes


def _is_denied(scene: Scene, position: int) -> bool:
    """«Не встречался», «отказался встретиться», «переговоры не проводились», «если встретится», «опроверг слухи»."""
    context = scene.context
    first, stop = context.sentence(position)
    before = range(max(first, position - _REFUSED), position)
    if position > first and context.lower(position - 1) == "не":
        return True
    if any(not context.lemmas(at).isdisjoint(_REFUSING) for at in before) or _is_supposed(scene, position):
        return True
    behind = range(position + 1, min(stop, position + _NOT_HELD))
    unheld = any(
        context.lower(at - 1) == "не" and not context.lemmas(at).isdisjoint(_GOING_ON) for at in behind if at > first
    )
    return unheld or is_denied(context, first, stop)


def _is_supposed(scene: Scene, position: int) -> bool:
    """Whether «если» opens the clause."""
    context = scene.context
    first, _stop = context.sentence(position)
    for at in range(position - 1, first - 1, -1):
        if context.tokens[at].text == ",":
            return False
        if context.lower(at) == "если":
            return True
    return False


def _attributes(scene: Scene, position: int) -> frozenset[str]:
    """The lemmas of the adjectives right before a noun."""
    first, _stop = scene.context.sentence(position)
    found: set[str] = set()
    at = position - 1
    if at >= first and "раунд" in scene.context.lemmas(at):
        at -= 1
    while at >= first and any(r.pos in ("ADJF", "PRTF") for r in scene.context.word(at).readings[:2]):
        found |= scene.context.lemmas(at)
        at -= 1
    return frozenset(found)


def _formed(scene: Scene, trigger: Trigger) -> Trigger | None:
    """The trigger with the form that the words around it make of it; None where they make it no meeting."""
    if trigger.frame is Frame.VISIT:
        code = next((code for lemma, code in _VISITS.items() if lemma in trigger.attributes), None)
        return _as(trigger, code) if code and trigger.form.code == "visit" else trigger
    if trigger.frame is Frame.TALKS:
        return _talks(scene, trigger)
    if trigger.frame is Frame.SESSION:
        return _session(scene, trigger)
    if trigger.frame in (Frame.MEET, Frame.AGREE) and trigger.form.code == "meeting":
        return _spoken(scene, trigger)
    return trigger


def _spoken(scene: Scene, trigger: Trigger) -> Trigger:
    """«поговорили по телефону», «обсудили по видеосвязи», «встретились на полях саммита»."""
    if _after(scene, trigger.position, ("по", "телефону")):
        return _as(trigger, "call")
    return _as(trigger, "video_call") if _by_video(scene, trigger.position) else _sidelined(scene, trigger)


def _as(trigger: Trigger, code: str) -> Trigger:
    return Trigger(trigger.position, trigger.frame, form(code), trigger.attributes)


def _talks(scene: Scene, trigger: Trigger) -> Trigger | None:
    context, position = scene.context, trigger.position
    if trigger.form.code == "call":
        return _conversation(scene, trigger)
    if trigger.form.code == "consultations" and context.lower(position).startswith("консульт"):
        return trigger if _is_diplomatic(scene, trigger) else None
    if "консультативный" in trigger.attributes:
        return Trigger(position, Frame.SESSION, form("summit"), trigger.attributes)
    if "вести" in _lemmas_near(scene, position):  # an interview
        return None
    return _as(trigger, "video_call") if _by_video(scene, position) else _sidelined(scene, trigger)


def _conversation(scene: Scene, trigger: Trigger) -> Trigger | None:
    """A conversation by telephone or before cameras; «разговор о транзите» is none."""
    if "телефонный" in trigger.attributes or _after(scene, trigger.position, ("по", "телефону")):
        return trigger
    return _as(trigger, "video_call") if _by_video(scene, trigger.position) else None


def _after(scene: Scene, position: int, words: tuple[str, ...]) -> bool:
    return tuple(scene.context.lowers[position + 1 : position + 3]) == words


def _lemmas_near(scene: Scene, position: int) -> frozenset[str]:
    """The lemmas of the sentence of a conversation."""
    if "беседа" not in scene.context.lemmas(position):
        return frozenset()
    return frozenset().union(*(scene.context.lemmas(i) for i in range(*scene.context.sentence(position))))


def _is_diplomatic(scene: Scene, trigger: Trigger) -> bool:
    """Whether consultations are those of two ministries or countries, not advice to somebody."""
    position = trigger.position
    first, stop = scene.context.sentence(position)
    return (
        not trigger.attributes.isdisjoint(_DIPLOMATIC)
        or len(scene.lands.codes(max(first, position - 3), position)) > 1
        or any(scene.context.lower(i) == "мид" for i in range(position, min(stop, position + 4)))
        or any(row.preposition in ("с", "со", "между") for row in scene.series(position))
        or any(not scene.context.lemmas(i).isdisjoint(_TAKING_PLACE) for i in range(first, stop))
    )


def _by_video(scene: Scene, position: int) -> bool:
    first, stop = scene.context.sentence(position)
    if scene.context.lower(position).startswith(_REMOTE):
        return True
    return not _VIDEO.isdisjoint(scene.context.lowers[first:stop])


def _sidelined(scene: Scene, trigger: Trigger) -> Trigger:
    """«на полях саммита», «в кулуарах», «на площадке форума» in the sentence of a meeting of two."""
    if trigger.form.code not in ("meeting", "talks"):
        return trigger
    first, stop = scene.context.sentence(trigger.position)
    aside = any(
        form in ("на", "в") and not scene.context.lemmas(i).isdisjoint(_SIDELINES)
        for i, form in enumerate(scene.context.lowers[first : stop - 1], first + 1)
    )
    return _as(trigger, "sidelines") if aside else trigger


def _session(scene: Scene, trigger: Trigger) -> Trigger | None:
    """A sitting of a commission of two governments, of a working group, of a union; none within one country."""
    context, position = scene.context, trigger.position
    _first, stop = context.sentence(position)
    following = [i for i in range(position + 1, min(stop, position + 7)) if context.tokens[i].is_word]
    lemmas = frozenset(lemma for i in following[:5] for lemma in context.lemmas(i))
    if not lemmas.isdisjoint(_UNITED_NATIONS):
        return None
    if trigger.form.code == "summit":
        return trigger
    if any(lemma.startswith(("межправкомисс", "мпк")) for lemma in lemmas) or (
        "комиссия" in lemmas and any(lemma.startswith(("межправительств", "совместн")) for lemma in lemmas)
    ):
        return _as(trigger, "commission")
    return _as(trigger, "working_group") if {"рабочий", "группа"} <= lemmas else trigger


def is_of_union(scene: Scene, position: int) -> bool:
    """Whether a sitting or summit is one of a union of countries: «саммит ОТГ», «Совет глав государств»."""
    context = scene.context
    return union(scene, position) is not None or any(
        "глава" in context.lemmas(at - 1) and not context.lemmas(at).isdisjoint(_GOVERNED)
        for at in _behind(scene, position)
    )


def union(scene: Scene, position: int) -> str | None:
    """The code of the union that is named right behind the word of a sitting or summit."""
    matches = (scene.context.named.get(at) for at in _behind(scene, position))
    return next((match.code for match in matches if match is not None and match.kind is MatchKind.BLOC), None)


def _behind(scene: Scene, position: int) -> range:
    _first, stop = scene.context.sentence(position)
    return range(position + 1, min(stop, position + 8))
