"""What a figure measures, in the nominative: «товарооборот», «прямые иностранные инвестиции», «рабочие места»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.movements import is_carrier, movement_of
from kgtui.extraction.figures.noun_phrases import NounPhrases, Phrase
from kgtui.extraction.periods import Times
from kgtui.language import word
from kgtui.model import PROPORTIONS, Figure, FigureKind

_BOUNDS = frozenset(',;:()«»"„“”') | DASHES
_LINKS = DASHES | {":"}
_FRAME = frozenset(
    "на в во до с со от к около почти порядка свыше более менее не чем примерно по лишь уже еще ещё".split()
)
_LEVELS = frozenset("на до с со от к по".split())
_HAVING = frozenset({"с", "со"})
_OBJECTS_OF_SPENDING = "на"
_SHARES = frozenset({"доля", "половина", "треть", "четверть", "часть", "уровень", "ставка"})
_BACK = frozenset({"он", "она", "оно", "они", "его", "ее", "её", "их", "это", "показатель"})
_FARTHEST = 60  # tokens from an amount
_REMEMBERED = 3  # figures back in which the same unit is taken to be of the same thing
_CODE = 3  # letters of a currency
_PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class _Told:
    at: range
    unit: str
    phrase: Phrase | None
    about: str | None


def with_measured(context: Context, cast: Cast, times: Times, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, which are in the order of the text, with what they measure."""
    measured = _Measured(context, cast, times)
    return [measured.told(figure) for figure in figures]


class _Measured:
    """Reads the figures of an article one after another."""

    def __init__(self, context: Context, cast: Cast, times: Times) -> None:
        self._context = context
        self._phrases = NounPhrases(context, cast, times.covers)
        self._told: list[_Told] = []

    def told(self, figure: Figure) -> Figure:
        at = self._context.positions(figure.span)
        phrase, about = self._measured(figure, at)
        self._told.append(_Told(at, figure.amount.unit, phrase, about))
        if phrase is None:
            return figure
        return replace(figure, about=about, about_span=self._phrases.span(phrase))

    def _measured(self, figure: Figure, at: range) -> tuple[Phrase | None, str | None]:
        """The phrase that says what is measured, and it in the nominative."""
        first, stop = self._context.sentence(at.start)
        own = self._counted(figure, at, stop)
        if own is not None:
            return own, self._worded(figure, own)
        last = self._told[-1] if self._told and self._told[-1].at.start >= first else None
        floor = max(first, last.at.stop) if last is not None and last.at.stop <= at.start else first
        begin = self._frame(at.start, floor)
        clause = self._clause(begin, floor)
        if (spent := self._spent_on(figure, clause, begin)) is not None:
            return spent, f"средства на {self._phrases.worded(spent, 'accs')}"
        found = self._described_by(clause, begin, at.start) or self._in_clause(clause, begin)
        if found is not None:
            return found, self._worded(figure, found)
        if last is None and self._told and self._goes_back(clause, begin):
            last = self._told[-1]
        if last is not None and last.phrase is not None and _may_go_on(figure, last):
            of_share = last.unit in PROPORTIONS and figure.amount.unit not in PROPORTIONS  # «22 % оборота (1,7 млрд)»
            return last.phrase, self._worded(figure, last.phrase) if of_share else last.about
        found = self._phrases.subject(floor, clause) if clause > floor else None
        found = found or self._phrases.subject(at.stop, self._clause_stop(at.stop, stop))
        if found is not None:
            return found, self._worded(figure, found)
        before = next((each for each in self._told[: -_REMEMBERED - 1 : -1] if each.unit == figure.amount.unit), None)
        return (before.phrase, before.about) if before is not None else (None, None)

    def _worded(self, figure: Figure, phrase: Phrase) -> str:
        """The phrase in the nominative; of a share that has no such noun «доля» with it in the genitive."""
        if figure.kind is FigureKind.SHARE and phrase.reading.folded not in _SHARES:
            return f"доля {self._phrases.worded(phrase, 'gent')}"
        return self._phrases.worded(phrase)

    def _counted(self, figure: Figure, at: range, stop: int) -> Phrase | None:
        """«18 насосных станций», «5 тонн угля», «40 млрд долларов инвестиций»."""
        unit = figure.amount.unit
        if unit in PROPORTIONS and figure.change is not None:
            return None
        if unit == _PEOPLE or figure.found_by == "count":
            first = next((i for i in at if _is_counted(self._context.tokens[i].text, unit)), None)
            inside = self._phrases.counted(first, stop) if first is not None else None
            if inside is not None:
                return inside
        return self._phrases.counted(at.stop, self._clause_stop(at.stop, stop))

    def _frame(self, start: int, floor: int) -> int:
        while start > floor and self._context.lower(start - 1) in _FRAME:
            start -= 1
        return start

    def _clause(self, begin: int, floor: int) -> int:
        """Where the clause begins that leads up to an amount; a dash or colon right before it belongs to it."""
        at, floor = begin - 1, max(floor, begin - _FARTHEST)
        if at >= floor and self._context.tokens[at].text in _LINKS:
            at -= 1
        while at >= floor and self._context.tokens[at].text not in _BOUNDS:
            at -= 1
        return at + 1

    def _clause_stop(self, first: int, stop: int) -> int:
        stop = min(stop, first + _FARTHEST)
        return next((i for i in range(first, stop) if self._context.tokens[i].text in _BOUNDS), stop)

    def _spent_on(self, figure: Figure, clause: int, begin: int) -> Phrase | None:
        """«Направит на ремонт дорог 1,2 млрд сомов»: what money is for, where the verb has it as its object."""
        is_money = len(figure.amount.unit) == _CODE and figure.amount.unit.isupper()
        if not is_money or not any(_is_act(self._context.tokens[i].text) for i in range(clause, begin)):
            return None
        on = next((i for i in range(clause, begin - 1) if self._context.lower(i) == _OBJECTS_OF_SPENDING), None)
        verb = self._verb(clause, begin)
        if on is None or (verb is not None and on < verb and self._phrases.object(verb + 1, begin) is not None):
            return None  # «на форуме договорились увеличить товарооборот до 2 млрд»
        spent = self._phrases.object(on + 1, begin)
        return spent if spent is not None and spent.reading.folded not in _SHARES else None

    def _described_by(self, clause: int, begin: int, start: int) -> Phrase | None:
        """«Создать фонд развития с капиталом [50 млн]», «… с уставным капиталом в [50 млн]»: what «с» says a thing has.
        ``start`` is where the amount begins, after the words of its frame; of a size that is added («договор с фондом
        на [50 млн]») it is none.
        """
        if any(self._context.lower(at) in _LEVELS for at in range(begin, start)):
            return None
        found = self._phrases.nearest_before(clause, begin)
        if found is None or found.reading.case != "ablt" or "anim" in found.reading.grammemes:
            return None
        return found if found.first > clause and self._context.lower(found.first - 1) in _HAVING else None

    def _in_clause(self, clause: int, begin: int) -> Phrase | None:
        """What is moved («довести товарооборот до …»), else the subject, else the noun that the amount belongs to. The
        subject of a verb that has the amount itself for its object is who acts, not what is measured.
        """
        verb = self._verb(clause, begin)
        if verb is None:
            return self._phrases.subject(clause, begin) or self._phrases.nearest_before(clause, begin)
        moved = self._phrases.object(verb + 1, begin)
        if moved is None and self._context.lower(begin) in _FRAME:
            moved = self._phrases.subject(clause, verb)
        return moved or self._phrases.nearest_before(verb + 1, begin)

    def _goes_back(self, clause: int, begin: int) -> bool:
        """«Он вырос на …», «это на … больше»."""
        return any(self._context.lower(i) in _BACK for i in range(clause, begin))

    def _verb(self, clause: int, begin: int) -> int | None:
        """The last verb of a token range that may have an object, if no other verb follows it."""
        for at in range(begin - 1, clause - 1, -1):
            token = self._context.tokens[at]
            if token.is_word and word(token.text).readings[0].pos in ("VERB", "INFN", "GRND", "PRTS"):
                return at if _takes_object(token.text) else None
        return None


def _may_go_on(figure: Figure, last: _Told) -> bool:
    """Not «участок протяжённостью 304 км строят [1200 человек]»: people are of no length and no price."""
    return figure.amount.unit != _PEOPLE or last.unit == _PEOPLE or last.unit in PROPORTIONS


@cache
def _is_act(form: str) -> bool:
    """«Направят», «выделено»."""
    return _takes_object(form) or word(form).readings[0].pos == "PRTS"


@cache
def _takes_object(form: str) -> bool:
    """Not «составил», whose object is the amount, nor «прибавила 5 %»."""
    reading, movement = word(form).readings[0], movement_of(form)
    is_level = is_carrier(form) or (movement is not None and movement.kind == "object")
    return reading.pos != "PRTS" and "tran" in reading.grammemes and not is_level


@cache
def _is_counted(form: str, unit: str) -> bool:
    """Whether a word is the noun that an amount is of, or an adjective of it."""
    readings = word(form).readings
    if unit == _PEOPLE:
        return any("anim" in reading.grammemes for reading in readings if reading.pos == "NOUN")
    return readings[0].pos in ("ADJF", "PRTF") or unit.replace("ё", "е") in word(form).lemmas
