"""Deeds whose verb is left out: «Астана поставит 600 млн кВт·ч, Ташкент — 850 млн»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.promises.said_amounts import says_amount
from kgtui.model import Figure, Promise

_REST = 5  # tokens after an amount that say of what it is («600 млн кВт·ч электроэнергии»)
_JOINING = frozenset({",", ";", "а", "и"})


class Ellipses:
    """Finds them in one article."""

    def __init__(self, context: Context, cast: Cast, figures: Mapping[int, Figure]) -> None:
        self._context = context
        self._cast = cast
        self._figures = figures

    def after(self, promise: Promise) -> Iterator[Promise]:
        """The same deed of those who are listed right after its amount, each with its own."""
        if promise.amount is None or not promise.who or says_amount(promise.what):
            return
        position = self._past_amount(promise)
        while position is not None:
            following = self._following(promise, position)
            position = None
            if following is not None:
                yield following
                position = self._past_amount(following)

    def _past_amount(self, promise: Promise) -> int | None:
        """Where the words of its amount end."""
        places = self._context.positions(promise.span)
        named = (i for i in places if i in self._figures and self._figures[i].amount == promise.amount)
        first = next(named, None)
        return self._context.positions(self._figures[first].span).stop if first is not None else None

    def _following(self, promise: Promise, position: int) -> Promise | None:
        end = self._context.sentence(position - 1)[1]
        near = range(position, min(position + _REST, end))
        position = next((i for i in near if self._context.lower(i) in _JOINING), end)
        while position < end and self._context.lower(position) in _JOINING:
            position += 1
        doer = next(iter(self._cast.references(position, min(position + 1, end))), None)
        if doer is None or not doer.actors or not doer.may_be("nomn") or doer.stop + 1 >= end:
            return None
        figure = self._figures.get(doer.stop + 1)
        if figure is None or self._context.tokens[doer.stop].text not in DASHES or promise.amount is None:
            return None
        if figure.amount.unit != promise.amount.unit or set(doer.actors) & set(promise.who):
            return None
        words = self._context.positions(figure.span)
        span = self._context.span(doer.first, words.stop)
        return replace(promise, who=doer.actors, amount=figure.amount, span=span)
