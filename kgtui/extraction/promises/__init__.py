"""What is planned, agreed or proposed: who, what, how much and by when.

A sentence is parted into clauses (`clauses`), its triggers and future tenses give pledges (`pledges`), each pledge with
an object becomes a promise (`reading`). Triggers and deeds are rows of ``data/promise_triggers.tsv`` and of
``data/deeds.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.periods import Times
from kgtui.extraction.promises.clauses import clauses, is_conditional
from kgtui.extraction.promises.pledges import Pledge, Pledges, is_promised
from kgtui.extraction.promises.reading import Reader
from kgtui.extraction.promises.triggers import trigger
from kgtui.model import Figure, Period, Promise, Quote


def promises(
    context: Context, cast: Cast, periods: Sequence[Period], figures: Sequence[Figure], speech: Sequence[Quote]
) -> tuple[Promise, ...]:
    """The promises of an article in the order of the text. ``speech`` are its quotations and statements: what is said
    there is promised by its speaker.
    """
    telling = context.where(_promises)
    if not telling:
        return ()
    reader = Reader(context, cast, Times(periods, context), figures, speech)
    sentences = groupby(telling, key=context.sentence)
    found = (reader.promise(pledge) for bounds, places in sentences for pledge in _pledges(context, bounds, [*places]))
    return tuple(_each_once(promise for promise in found if promise is not None))


def _promises(form: str) -> bool:
    """Whether a word may promise."""
    return is_promised(form) or trigger(form) is not None


def _pledges(context: Context, bounds: tuple[int, int], telling: Sequence[int]) -> Iterator[Pledge]:
    """The pledges of a sentence, whose words that may promise stand at ``telling``."""
    first, stop = bounds
    found = list(Pledges(context, clauses(context, first, stop)).find(telling))
    if not found or is_conditional(context, first, stop):
        return
    if context.tokens[stop - 1].text == ":":
        yield from found[:-1]
        yield from _items(context, stop, found[-1])
    else:
        yield from found


def _items(context: Context, position: int, announced: Pledge) -> Iterator[Pledge]:
    """The items of a list that a sentence announces, each a sentence of its own with «;» between them."""
    while position < len(context):
        first, stop = context.sentence(position)
        item = Pledges(context, clauses(context, first, stop)).listed(announced)
        if item is None:
            return
        yield item
        if context.tokens[stop - 1].text not in ";,":
            return
        position = stop


def _each_once(promises: Iterator[Promise]) -> Iterator[Promise]:
    seen = set()
    for promise in promises:
        said = (promise.what.lower(), promise.amount, promise.due.iso if promise.due else None)
        if said not in seen:
            seen.add(said)
            yield promise
