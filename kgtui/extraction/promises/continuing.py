"""What the next sentence says of a promise: «подписали контракт на поставку машин. Машины поступят до конца лета»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgtui.extraction.context import Context
from kgtui.extraction.promises.object_words import object_words
from kgtui.language import word
from kgtui.model import Promise, PromiseStage

_BINDING = frozenset({PromiseStage.SIGNED, PromiseStage.AGREED})
_NEXT = 2  # sentences later at most


def continued(context: Context, promises: Sequence[Promise]) -> Iterator[Promise]:
    """Promises in their order; one that only says when another's object comes gives its time to that one."""
    kept: list[Promise] = []
    for promise in promises:
        before = kept[-1] if kept else None
        if before is not None and _is_its_time(context, before, promise):
            kept[-1] = replace(before, due=promise.due)
        else:
            kept.append(promise)
    return iter(kept)


def _is_its_time(context: Context, before: Promise, promise: Promise) -> bool:
    if before.stage not in _BINDING or before.due is not None or promise.due is None:
        return False
    if promise.stage is not PromiseStage.PLANNED or promise.who or promise.amount is not None:
        return False
    said = word(promise.what.split()[0]).lemma
    return said in object_words(before.what) and _are_near(context, before, promise)


def _are_near(context: Context, one: Promise, other: Promise) -> bool:
    sentences = context.analysis
    return 0 < sentences.sentence_at(other.span.start) - sentences.sentence_at(one.span.start) <= _NEXT
