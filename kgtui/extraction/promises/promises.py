"""The promises of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.periods import Times
from kgtui.extraction.promises.continuing import continued
from kgtui.extraction.promises.documents import without_repeated
from kgtui.extraction.promises.finding import may_promise, pledges
from kgtui.extraction.promises.reading import Reader
from kgtui.model import Figure, Period, Promise, Quote


def promises(
    context: Context, cast: Cast, periods: Sequence[Period], figures: Sequence[Figure], speech: Sequence[Quote]
) -> tuple[Promise, ...]:
    """The promises of an article in the order of the text. ``speech`` are its quotations and statements: what is said
    there is promised by its speaker.
    """
    telling = context.where(may_promise)
    if not telling:
        return ()
    reader = Reader(context, cast, Times(periods, context), figures, speech)
    sentences = groupby(telling, key=context.sentence)
    told = (pledge for bounds, places in sentences for pledge in pledges(context, bounds, [*places]))
    found = _each_once(promise for pledge in told for promise in reader.promises(pledge))
    return tuple(without_repeated(continued(context, list(found))))


def _each_once(promises: Iterator[Promise]) -> Iterator[Promise]:
    seen = set()
    for promise in promises:
        said = (promise.what.lower(), promise.amount, promise.due.iso if promise.due else None)
        if said not in seen:
            seen.add(said)
            yield promise
