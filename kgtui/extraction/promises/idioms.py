"""Turns of phrase in which a verb is not the deed that it is elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.extraction.context import Context
from kgtui.extraction.phrases import agrees, inflected
from kgtui.extraction.promises.noun_phrases import NounPhrases, Phrase
from kgtui.extraction.promises.noun_words import reads_as_adjective

_PUTTING = frozenset({"поставить", "ставить", "перевести", "переводить"})
_BASIS = "основу"
_EVENTS = frozenset(
    "игра олимпиада универсиада спартакиада чемпионат кубок турнир матч форум саммит фестиваль конференция выставка"
    " заседание встреча сессия".split()
)
_COLLECTED = frozenset(
    "средство деньги подпись данные налог пошлина урожай хлопок взнос информация предложение".split()
)
# What a verb is called with these objects: games are held, not accepted, and money is no machine.
_NOUNS = {
    "принять": ("проведение", _EVENTS),
    "принимать": ("проведение", _EVENTS),
    "собрать": ("сбор", _COLLECTED),
    "собирать": ("сбор", _COLLECTED),
}
ENTRY = "вступление в силу"
_EXAMPLES = frozenset({("в", "частности"), ("в", "том")})
_WORKS = frozenset({"проект", "программа"})


def basis(context: Context, verb: str, first: int, stop: int) -> str | None:
    """«Поставить контакты на системную основу»: on what the object is to be, "на системной основе"; None of another
    phrase.
    """
    if verb not in _PUTTING:
        return None
    for position in range(first, stop - 1):
        if context.lower(position) != "на":
            continue
        noun = position + 1
        while noun < stop and reads_as_adjective(context.tokens[noun].text):
            noun += 1
        if noun < stop and context.lower(noun) == _BASIS and noun > position + 1:
            return " ".join(["на", *(_locative(context, i, noun) for i in range(position + 1, noun)), "основе"])
    return None


def _locative(context: Context, position: int, noun: int) -> str:
    form = context.tokens[position].text
    read = next(reading for reading in context.word(noun).readings if reading.case == "accs")
    adjective = agrees(form, read)
    return inflected(form, adjective, "loct", "sing", "femn") if adjective is not None else form


def other_noun(verb: str, phrase: Phrase | None) -> str | None:
    """What the deed is called with such an object («примет игры» - "проведение"); None where as always."""
    noun, objects = _NOUNS.get(verb, ("", frozenset[str]()))
    fits = phrase is not None and phrase.reading is not None and phrase.reading.folded in objects
    return noun if fits else None


def in_force(context: Context, verb: int) -> bool:
    """«Вступил в силу»."""
    words = [context.lower(position) for position in range(verb, min(verb + 3, len(context)))]
    return len(words) > 2 and words[0].startswith("вступ") and words[1:] == ["в", "силу"]


def instances(context: Context, phrases: NounPhrases, phrase: Phrase) -> Iterator[str]:
    """«Совместные проекты, в частности по сборке лифтов»: what they are for, "по сборке лифтов"."""
    end = context.sentence(phrase.head)[1]
    for position in range(phrase.stop, min(phrase.stop + 3, end - 2)):
        if (context.lower(position), context.lower(position + 1)) in _EXAMPLES and are_works(context, phrase):
            first = next((i for i in (position + 2, position + 3) if i < end and context.lower(i) == "по"), None)
            if first is not None:
                yield context.worded(first, phrases.past_preposition(first, end))


def are_works(context: Context, phrase: Phrase) -> bool:
    """Whether a phrase is one of projects that are not told apart."""
    return not context.lemmas(phrase.head).isdisjoint(_WORKS)
