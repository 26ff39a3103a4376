"""Which of the standard measures a figure gives, by the words of what it measures, its unit and its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kgtui.extraction.context import Context
from kgtui.extraction.figures.wordings import Wordings
from kgtui.extraction.phrases import is_noun
from kgtui.measures import StandardMeasure
from kgtui.measures.table import measure_words
from kgtui.model import PROPORTIONS, Figure, FigureKind

_NOTHING = "-"
# Nouns before the one that tells what is measured.
_VESSELS = frozenset(
    "объем сумма число количество численность рост показатель уровень величина размер тысяча миллион миллиард".split()
)


class _Way(NamedTuple):
    """A line of the table, ready to be looked for."""

    measure: StandardMeasure
    words: Wordings[bool]
    beside: Wordings[bool] | None
    tells_shares: bool  # also where no thing is told


def with_standard_measures(context: Context, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with the codes of the standard measures that they give; the size of a change with no code of its own
    has that of the level that it belongs to."""
    found = [replace(figure, measure=_measure_of(context, figure)) for figure in figures]
    of_thing = {figure.about_span: figure.measure for figure in found if figure.measure}
    return [
        replace(figure, measure=of_thing.get(figure.about_span)) if _may_share(figure) else figure for figure in found
    ]


def _may_share(figure: Figure) -> bool:
    return figure.measure is None and figure.change is not None and figure.amount.unit in PROPORTIONS


def _measure_of(context: Context, figure: Figure) -> str | None:
    ways = (way for way in _ways() if _may_tell(way, figure) and _fits(context, way, figure))
    return next((way.measure.code for way in ways), None)


def _may_tell(way: _Way, figure: Figure) -> bool:
    """Whether a measure is told in a figure's unit; the size of a change may be a proportion of any."""
    if way.measure.is_told_in(figure.amount.unit):
        return True
    return way.beside is None and figure.change is not None and figure.amount.unit in PROPORTIONS


def _fits(context: Context, way: _Way, figure: Figure) -> bool:
    at = context.positions(figure.span)
    thing = context.positions(figure.about_span) if figure.about_span else None
    sentence = context.sentence(at.start)
    if thing is None:
        return way.tells_shares and figure.kind is FigureKind.SHARE and _stands_in(context, way, sentence)
    if way.beside is not None and thing.start not in range(*sentence):
        thing = at  # «[граждан] прибыло 3 млн. Из России приехали 2 млн человек»
    return _is_worded(context, way, thing) and _stands_in(context, way, sentence)


def _is_worded(context: Context, way: _Way, thing: range) -> bool:
    head = _head(context, thing)
    if head is None:
        return False
    found = (way.words.at(context, at) for at in range(thing.start, head + 1))
    return any(each is not None and each[1] > head for each in found)


def _head(context: Context, thing: range) -> int | None:
    """The noun that tells what is measured."""
    tokens = context.tokens
    nouns = [at for at in thing if tokens[at].is_word and (is_noun(tokens[at].text) or tokens[at].is_upper)]
    telling = (at for at in nouns if _VESSELS.isdisjoint(context.lemmas(at)))
    return next(telling, nouns[0] if nouns else None)


def _stands_in(context: Context, way: _Way, sentence: tuple[int, int]) -> bool:
    """Whether a sentence has one of the words that must stand in it."""
    beside = way.beside
    return beside is None or any(beside.at(context, at) is not None for at in range(*sentence))


@cache
def _ways() -> tuple[_Way, ...]:
    return tuple(
        _Way(
            measure,
            _wordings([wording for wording in words.words if wording != _NOTHING]),
            _wordings(words.beside) if words.beside else None,
            _NOTHING in words.words,
        )
        for measure, words in measure_words()
    )


def _wordings(words: Sequence[str]) -> Wordings[bool]:
    return Wordings((wording, True) for wording in words)
