"""What is worth telling of that promises nothing: done things, work that goes on, matters talked of, compliments."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.promises.deeds import is_deed_noun
from kgtui.extraction.promises.noun_phrases import Phrase
from kgtui.extraction.promises.pledges import Pledge
from kgtui.extraction.tables import table
from kgtui.language import fold, word
from kgtui.model import Amount, PromiseStage

SIGNING_NOUNS = ("ратификац", "подписани", "заключени")  # of signing: «состоялось подписание соглашения»
_SESSIONS = frozenset({"заседание", "сессия"})
_WORKS = frozenset({PromiseStage.DONE, PromiseStage.UNDER_WAY})
# Deeds without an end: to talk of them binds to nothing.
_ENDLESS = frozenset(
    "развитие укрепление углубление расширение активизация наращивание продолжение поддержка сохранение".split()
)


@cache
def _things() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in table("things"))


@cache
def is_thing(form: str) -> bool:
    """Whether a noun names what is built, opened or founded («мост», «рейс», «фонд»)."""
    return not word(form).lemmas.isdisjoint(_things())


def is_solid(context: Context, pledge: Pledge, phrase: Phrase | None) -> bool:
    """Whether an object is more than a bare word, and one that is done or dealt with between states."""
    if phrase is None:
        return False
    head = context.tokens[phrase.head].text
    is_bare = phrase.first == phrase.head and phrase.stop == phrase.head + 1
    if pledge.needs == "named":
        return any(token.is_capitalised for token in context.tokens[phrase.head + 1 : phrase.stop])
    if is_first_session(context, phrase):
        return pledge.stage is PromiseStage.DONE
    if pledge.stage is PromiseStage.UNDER_WAY and phrase.stop == phrase.head + 1:
        is_bare = True  # «создаются новые магистрали»: nobody knows which
    if pledge.stage in _WORKS:
        return not is_bare and (is_thing(head) or is_deed_noun(head)) and not head.lower().startswith(SIGNING_NOUNS)
    return not is_bare and (bool(pledge.verbs) or is_deed_noun(head))


def is_first_session(context: Context, phrase: Phrase | None) -> bool:
    """«Первое заседание совета»: the body is there."""
    if phrase is None or phrase.stop == phrase.head + 1 or context.lemmas(phrase.head).isdisjoint(_SESSIONS):
        return False
    return any("первый" in context.lemmas(position) for position in range(phrase.first, phrase.head))


def stage_of(context: Context, pledge: Pledge, phrase: Phrase | None, amount: Amount | None) -> PromiseStage:
    """That of its trigger; to have talked of a deed without an end is a compliment, and what is done by a share («на 90
    процентов») goes on."""
    if pledge.stage is PromiseStage.DONE and amount is not None and amount.unit == "percent":
        return PromiseStage.UNDER_WAY
    if pledge.stage is PromiseStage.DISCUSSED and phrase is not None and not pledge.verbs:
        is_endless = not word(context.tokens[phrase.head].text).lemmas.isdisjoint(_ENDLESS)
        return PromiseStage.RITUAL if is_endless else pledge.stage
    return pledge.stage
