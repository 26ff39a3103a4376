"""How a meeting is held, and in which connection: «в узком составе», «на полях саммита»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.triggers import Trigger, is_noun_of_meeting
from kgtui.extraction.phrases import is_adjective, is_noun, tail_stop
from kgtui.extraction.tables import table
from kgtui.language import fold
from kgtui.model import EntityKind, MeetingManner

_BESIDE = 4  # tokens from «узком» to «составе»: «в узком, а затем и расширенном составе»
_GATHERINGS = frozenset(
    "форум конференция ассамблея сессия неделя игра фестиваль выставка церемония мероприятие генассамблея".split()
)
_MATTERS = frozenset(
    "сотрудничество взаимодействие работа поддержка деятельность координация партнерство усилие".split()
)
_COMPOSITIONS = frozenset({"состав", "формат"})
_INTO = frozenset({"в", "во"})
_WHICH = "который"


def manners(scene: Scene, trigger: Trigger) -> tuple[MeetingManner, ...]:
    """The compositions that the sentence says of this meeting and of no other, in the order of the table."""
    first, stop = scene.context.sentence(trigger.position)
    found = {
        manner
        for at in range(first, stop)
        for words, nouns, manner in _beginning_at(scene, at, _manners())
        if _stands(scene, at, words)
        and (not nouns or _is_beside(scene, at, stop, nouns))
        and _meant(scene, at, first, stop) in (None, trigger.position)
    }
    return tuple(manner for manner in MeetingManner if manner in found)


def circumstances(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The phrases of the sentence as the text has them; none that holds the word of the meeting itself."""
    first, stop = scene.context.sentence(trigger.position)
    phrases = (phrase for at in range(first, stop) if (phrase := _circumstance(scene, at, stop)) is not None)
    return tuple(_words(scene, phrase) for phrase in phrases if trigger.position not in phrase)


RowT = TypeVar("RowT")
_ByFirstWord = Mapping[str, Sequence[RowT]]  # in the order of the table


@cache
def _manners() -> _ByFirstWord[tuple[tuple[str, ...], frozenset[str], MeetingManner]]:
    rows: dict[str, list[tuple[tuple[str, ...], frozenset[str], MeetingManner]]] = {}
    for row in table("meeting_manners"):
        words = tuple(fold(row["words"]).split())
        nouns = frozenset(fold(noun) for noun in row["with"].split("; ") if noun)
        rows.setdefault(words[0], []).append((words, nouns, MeetingManner(row["manner"])))
    return rows


@cache
def _circumstances() -> _ByFirstWord[tuple[tuple[str, ...], str]]:
    rows: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("meeting_circumstances"):
        words = tuple(row["words"].split())
        rows.setdefault(words[0], []).append((words, row["of"]))
    return rows


def _beginning_at(scene: Scene, at: int, rows: _ByFirstWord[RowT]) -> Iterator[RowT]:
    """The rows whose first word stands at a token, in its own form or as its lemma."""
    form = scene.context.lower(at)
    yield from rows.get(form, ())
    for lemma in scene.context.lemmas(at):
        if lemma != form:
            yield from rows.get(lemma, ())


def _stands(scene: Scene, at: int, words: tuple[str, ...]) -> bool:
    """Whether words stand at a token: one as a lemma, several letter for letter."""
    if len(words) == 1:
        return words[0] in scene.context.lemmas(at)
    return tuple(scene.context.lowers[at : at + len(words)]) == words


def _is_beside(scene: Scene, at: int, stop: int, nouns: frozenset[str]) -> bool:
    """Before its noun, or without it at the end of a clause: «в узком составе и продолжились в расширенном»."""
    if any(not scene.context.lemmas(i).isdisjoint(nouns) for i in range(at + 1, min(stop, at + 1 + _BESIDE))):
        return True
    first, _stop = scene.context.sentence(at)
    is_last = at + 1 >= stop or not scene.context.tokens[at + 1].is_word
    return is_last and any(not scene.context.lemmas(i).isdisjoint(_COMPOSITIONS) for i in range(first, at))


def _meant(scene: Scene, at: int, first: int, stop: int) -> int | None:
    """The noun of the meeting that a composition belongs to: the one it stands right before, else the last one before
    it, else the first one after it."""
    tokens = scene.context.tokens
    nouns = [i for i in range(first, stop) if tokens[i].is_word and is_noun_of_meeting(tokens[i].text)]
    beside = at + 1
    while beside < stop and is_adjective(tokens[beside].text):
        beside += 1
    if beside in nouns:
        return beside
    return next((i for i in reversed(nouns) if i < at), nouns[0] if nouns else None)


def _circumstance(scene: Scene, at: int, stop: int) -> range | None:
    for words, of in _beginning_at(scene, at, _circumstances()):
        if _stands(scene, at, words) and not _is_of_matter(scene, at):
            noun = _noun(scene, at + len(words), stop)
            if noun is not None and _is_of(scene, noun, of):
                return range(at, _end(scene, noun, stop))
    return None


def _is_of_matter(scene: Scene, at: int) -> bool:
    """«обсудили сотрудничество в рамках ШОС»: what is spoken of is within it."""
    return at > 0 and not scene.context.lemmas(at - 1).isdisjoint(_MATTERS)


def _noun(scene: Scene, first: int, stop: int) -> int | None:
    """The noun that follows, past its adjectives and its number; none of «в рамках которого пройдёт форум»."""
    tokens = scene.context.tokens
    if first < stop and _WHICH in scene.context.lemmas(first):
        return None
    for at in range(first, min(stop, first + _BESIDE + 1)):
        if is_noun(tokens[at].text) and not is_adjective(tokens[at].text):
            return at
    return None


def _is_of(scene: Scene, noun: int, of: str) -> bool:
    text = scene.context.tokens[noun].text
    if of == "visit":
        return "визит" in scene.context.lemmas(noun)
    return of == "any" or is_noun_of_meeting(text) or not scene.context.lemmas(noun).isdisjoint(_GATHERINGS)


def _end(scene: Scene, noun: int, stop: int) -> int:
    """Where the phrase ends: the complement of its noun up to a name of somebody, and the country after «в»."""
    end = scene.past_quoted(tail_stop(scene.context, noun + 1))
    named = next((at for at in range(noun + 1, end) if scene.cast.at(at, EntityKind.PERSON) is not None), None)
    if named is not None:
        return next((at for at in range(named, end) if scene.cast.at(at, EntityKind.PERSON) is None), end)
    if end < stop - 1 and scene.context.lower(end) in _INTO and (goal := scene.context.named.get(end + 1)):
        return goal.stop
    return end


def _words(scene: Scene, phrase: range) -> str:
    text = scene.context.span(phrase.start, phrase.stop).of(scene.context.text)
    return " ".join((text[:1].lower() + text[1:]).split())
