"""The pledges of a sentence: of its triggers, of its future tenses, and of the lists that it announces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.denials import is_denied
from kgtui.extraction.promises.accomplished import Accomplished
from kgtui.extraction.promises.clauses import Clause, clauses, is_conditional
from kgtui.extraction.promises.complements import Complements
from kgtui.extraction.promises.futures import Futures, is_promised
from kgtui.extraction.promises.pledges import Pledge, Told
from kgtui.extraction.promises.predicates import predicate
from kgtui.extraction.promises.sentences import Sentence
from kgtui.extraction.promises.signatures import Signatures, is_signed, is_signing
from kgtui.extraction.promises.triggers import Trigger, triggers

_NOT_STATED = frozenset("если когда пока чем ли зачем почему где куда откуда сколько как хотя чтобы".split())
_WHETHER = "ли"  # in small letters: «Ли» is a name
_ITEM_OPENING = 3  # words before the document of an item
_ITEM_TIME = 6  # words before the infinitive of an item, a time among them


@cache
def may_promise(form: str) -> bool:
    """Whether a sentence with this word may promise something, or announce what was signed."""
    return is_promised(form) or bool(triggers(form)) or is_signing(form) or is_signed(form)


def pledges(context: Context, bounds: tuple[int, int], telling: Sequence[int]) -> Iterator[Pledge]:
    """The pledges of a sentence with these bounds, whose words that may promise stand at ``telling``."""
    first, stop = bounds
    sentence = Sentence(context, clauses(context, first, stop))
    if is_conditional(context, first, stop) or is_denied(context, first, stop):
        return
    found = list(_found(sentence, telling))
    if context.tokens[stop - 1].text == ":" and Signatures(sentence).announces_documents:
        yield from _documents(context, stop)
    if context.tokens[stop - 1].text != ":":
        yield from found
        return
    announced = found[-1] if found else _announced(sentence, telling)
    yield from found[:-1]
    if announced is not None:
        yield from _items(context, stop, announced)


def _announced(sentence: Sentence, telling: Sequence[int]) -> Pledge | None:
    """What the items of a list are, which a sentence announces by its verb alone: «Стороны договорились:»."""
    for clause in sentence.clauses:
        for position in _said(sentence, clause, telling):
            found = next((row for row in triggers(sentence.context.tokens[position].text) if "inf" in row.takes), None)
            if found is not None and not found.is_noun:
                told = Told(found.stage, found.needs, position, clause, found.otherwise)
                return sentence.pledge(told, (), (position + 1, clause.stop), "inf")
    return None


def _found(sentence: Sentence, telling: Sequence[int]) -> Iterator[Pledge]:
    complements = Complements(sentence)
    futures = Futures(sentence, complements.that)
    accomplished = Accomplished(sentence, futures)
    for number, clause in enumerate(sentence.clauses):
        for position in _said(sentence, clause, telling):
            rows = triggers(sentence.context.tokens[position].text)
            if rows and clause.opener in _NOT_STATED:
                continue
            for found in rows:
                told = [*(accomplished if found.is_deed else complements).of(found, position, number)]
                yield from told
                if told:
                    break
            if not rows and is_promised(sentence.context.tokens[position].text) and not sentence.is_opinion:
                yield from futures.of(position, number)


def _said(sentence: Sentence, clause: Clause, telling: Sequence[int]) -> Iterator[int]:
    """The words of a clause that promise and that nothing denies; none of «подписано ли соглашение»."""
    if any(token.text == _WHETHER for token in sentence.context.tokens[clause.first : clause.stop]):
        return
    for position in telling[bisect_left(telling, clause.first) : bisect_left(telling, clause.stop)]:
        noun = predicate(sentence.context.tokens[position].text) is None
        if (noun or position in clause.verbs) and not sentence.is_negated(position):
            yield position


def _documents(context: Context, position: int) -> Iterator[Pledge]:
    """What is signed by a list: the sentences after it that begin with a document."""
    while position < len(context):
        first, stop = context.sentence(position)
        sentence = Sentence(context, clauses(context, first, stop))
        item = sentence.clauses[0]
        if any(sentence.form(verb) != "inf" for verb in item.verbs):
            return
        complements = Complements(sentence, signed=True)
        begins = range(first, min(first + _ITEM_OPENING, item.stop))
        named = ((row, place) for place in begins for row in triggers(context.tokens[place].text) if _is_document(row))
        found = [pledge for row, place in named for pledge in complements.of(row, place, 0)]
        if not found:
            return
        yield found[0]
        position = stop


def _is_document(row: Trigger) -> bool:
    return row.needs == "signing"


def _items(context: Context, position: int, announced: Pledge) -> Iterator[Pledge]:
    """The items of a list that a sentence announces, each a sentence of its own with «;» between them."""
    while position < len(context):
        first, stop = context.sentence(position)
        item = _item(Sentence(context, clauses(context, first, stop)), announced)
        if item is None:
            return
        yield item
        if context.tokens[stop - 1].text not in ";,":
            return
        position = stop


def _item(sentence: Sentence, announced: Pledge) -> Pledge | None:
    """What an item of a list promises: «предложил три шага: …»."""
    clause = sentence.clauses[0]
    verb = clause.verbs[0] if clause.verbs else None
    if verb is None or verb - clause.first > _ITEM_TIME or sentence.form(verb) != "inf":
        return None
    item = replace(announced, verbs=(verb,), takes="inf", clause=clause.first)
    return replace(item, first=clause.first, stop=clause.stop, more=clause.stop)
