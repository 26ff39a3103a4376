"""Nouns that make no promise of the verb they stand with: empty ones, and contacts, which meetings tell of."""

from __future__ import annotations

from kgtui.extraction.promises.deeds import is_deed_noun
from kgtui.language import word

# Objects that make no deed of a verb: «примет участие», «откроет возможности», «предложил тост».
EMPTY = frozenset(
    "возможность вопрос тема условие перспектива импульс горизонт участие мнение тост ответ внимание итог роль путь шаг"
    " мера время место дело сила рост стимул толчок основа почва уверенность опыт намерение сведение решение"
    " направление".split()
)
CONTACTS = frozenset(
    "визит встреча переговоры саммит заседание консультация раунд сессия беседа поездка форум конференция совещание"
    " разговор приезд мероприятие".split()
)


def names_contact(what: str) -> bool:
    """Whether the object of a promise is a contact: «проведение очередного раунда консультаций»."""
    nouns = (form for form in what.split() if word(form).readings and word(form).readings[0].pos == "NOUN")
    first = next((form for form in nouns if not is_deed_noun(form)), None)
    return first is not None and not word(first).lemmas.isdisjoint(CONTACTS)
