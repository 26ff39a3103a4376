"""How much of it is promised: the figure that belongs to a deed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgtui.extraction.context import Context
from kgtui.extraction.phrases import is_noun
from kgtui.extraction.promises.deeds import DeedSort, deed
from kgtui.extraction.promises.noun_phrases import Phrase
from kgtui.extraction.promises.surroundings import is_currency
from kgtui.model import PROPORTIONS, Amount, Figure

_MULTIPLYING: Mapping[str, float] = {"удвоить": 2, "удвоиться": 2, "утроить": 3, "утроиться": 3, "учетверить": 4}
_STARTS = frozenset({"с", "со", "от", "из"})


def amount_of(
    context: Context, verb: str, at: Mapping[int, Figure], words: tuple[int, int, int], phrase: Phrase | None
) -> Amount | None:
    """The size of a deed whose words are a token range: the figure of its object, else the level after
    «до» (of a level, «на»), else the first figure that is no starting point («с 25 до 100 млн»).
    """
    if phrase is not None and phrase.figure is not None:
        return phrase.figure.amount
    counted = _counted(context, phrase) if phrase is not None else None
    if counted is not None:
        return counted
    figures = list(_after_words(context, at, words, phrase))
    chosen = next((figure for before, figure in figures if before == "до"), None)
    if chosen is None and deed(verb).sort is DeedSort.LEVEL:
        chosen = next((figure for before, figure in figures if before == "на"), None)
    if chosen is None:
        ends = [figure for before, figure in figures if before not in _STARTS or _makes_up(before, figure)]
        chosen = next((figure for figure in ends if figure.amount.unit not in PROPORTIONS), ends[0] if ends else None)
    if chosen is not None:
        return chosen.amount
    return Amount("times", _MULTIPLYING[verb]) if verb in _MULTIPLYING else None


def _makes_up(before: str, figure: Figure) -> bool:
    """«Группа из 20 депутатов»: no starting point, but what something is made of."""
    return before == "из" and not (is_currency(figure.amount.unit) or figure.amount.unit in PROPORTIONS)


def describes(context: Context, position: int) -> bool:
    """«(С) капиталом 500 млн»: a figure after a noun that «с» governs tells what something is like."""
    return position > 1 and context.lower(position - 2) in ("с", "со") and is_noun(context.tokens[position - 1].text)


def _counted(context: Context, phrase: Phrase) -> Amount | None:
    """What is counted in digits beyond adjectives: «16 солнечных и ветряных станций»."""
    number = context.tokens[phrase.first - 1].text if phrase.counted and phrase.first else ""
    return Amount(phrase.reading.lemma, float(number)) if number.isdecimal() and phrase.reading is not None else None


def _after_words(
    context: Context, at: Mapping[int, Figure], words: tuple[int, int, int], phrase: Phrase | None
) -> Iterator[tuple[str, Figure]]:
    """The figures of a range (first, stop, more), each with the word before it; from stop to more those outside
    brackets, before the object none that only describes: «фонд с капиталом 500 млн долларов начнёт выдачу».
    """
    first, stop, more = words
    seen: Figure | None = None
    bracketed = False
    for position in range(first, more):
        mark = context.tokens[position].text
        bracketed = position >= stop and (mark == "(" or (bracketed and mark != ")"))
        figure = at.get(position) if not bracketed else None
        if figure is not None and figure is not seen:
            seen = figure
            if phrase is not None and position < phrase.first and describes(context, position):
                continue
            yield (context.lower(position - 1) if position else ""), figure
