"""Deeds whose verb is left out: «Астана поставит 600 млн кВт·ч, Ташкент — 850 млн», «а к 2030 году — до 3 млрд»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.promises.deadlines import Deadlines
from kgtui.extraction.promises.said_amounts import says_amount
from kgtui.model import Figure, Period, Promise

_REST = 5  # tokens after an amount that say of what it is («600 млн кВт·ч электроэнергии»)
_FARTHEST = 6  # tokens of a doer or a time before the dash
_JOINING = frozenset({",", ";", "а", "и"})


class Ellipses:
    """Finds them in one article."""

    def __init__(self, context: Context, cast: Cast, deadlines: Deadlines, figures: Mapping[int, Figure]) -> None:
        self._context = context
        self._cast = cast
        self._deadlines = deadlines
        self._figures = figures

    def after(self, promise: Promise) -> Iterator[Promise]:
        """The same deed of those who are listed right after its amount, or at another time, each with an amount."""
        if promise.amount is None or says_amount(promise.what):
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
        dash = next((i for i in range(position, min(position + _FARTHEST, end)) if self._is_dash(i)), None)
        figure = self._amount_after(dash, promise) if dash is not None else None
        if dash is None or figure is None:
            return None
        found = replace(
            promise, amount=figure.amount, span=self._context.span(position, self._context.positions(figure.span).stop)
        )
        doer = next(iter(self._cast.references(position, position + 1)), None)
        if doer is not None and promise.who and doer.stop == dash and doer.actors and doer.may_be("nomn"):
            return replace(found, who=doer.actors) if set(doer.actors).isdisjoint(promise.who) else None
        due = self._deadlines.between(position, dash)
        return replace(found, due=due) if due is not None and self._is_ahead(due, promise) else None

    def _is_ahead(self, due: Period, promise: Promise) -> bool:
        """No level of a year that is over: «а в 2024 году — 0,5 млрд»."""
        published = self._context.published
        return due != promise.due and published is not None and due.last_day > published

    def _is_dash(self, position: int) -> bool:
        return self._context.tokens[position].text in DASHES and not self._context.glued(position)

    def _amount_after(self, dash: int, promise: Promise) -> Figure | None:
        """The amount after a dash, perhaps after «до», in the unit of a promise."""
        at = dash + 1
        at += at < len(self._context) and self._context.lower(at) == "до"
        figure = self._figures.get(at)
        return figure if figure is not None and promise.amount and figure.amount.unit == promise.amount.unit else None
