"""What follows where somebody else said the words of a quotation: it is they who promise in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgtui.model import Actor, Facts, Promise, Quote, Span


def promised_by(facts: Facts, was: Quote, speaker: Actor | None) -> Facts:
    """The promises that were taken from a quotation, as its other speaker makes or tells them. What is said of whom the
    words themselves name stays; a figure has its speaker from the quotation anyway."""
    speech = (*facts.quotes, *facts.statements)
    return replace(
        facts,
        promises=tuple(
            _of_speaker(each, was, speaker, facts) if _narrowest(speech, each.span) == was.span else each
            for each in facts.promises
        ),
    )


def _narrowest(speech: Sequence[Quote], span: Span) -> Span | None:
    """Of the speech in which a promise begins, that which begins last, as the extraction takes it."""
    around = [each.span for each in speech if each.span.start <= span.start < each.span.end]
    return max(around, key=lambda each: each.start, default=None)


def _of_speaker(promise: Promise, quote: Quote, speaker: Actor | None, facts: Facts) -> Promise:
    was, who = quote.speaker, promise.who
    if promise.speaker not in (was, None):
        return promise
    if was in who and not _is_named_in(quote.span, was, facts):  # «мы построим»
        others = (each if each != was else speaker for each in who)
        who = tuple(dict.fromkeys(each for each in others if each is not None))
    return replace(promise, who=who, speaker=None if speaker in who else speaker)


def _is_named_in(span: Span, actor: Actor | None, facts: Facts) -> bool:
    return any(
        actor == Actor(entity.kind, entity.key, entity.name) and any(map(span.overlaps, entity.spans))
        for entity in facts.entities
    )
