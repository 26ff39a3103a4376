"""Names in quotation marks, and what they are by the word before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.phrases import adjectives_before, is_verb, nominative_phrase, noun_readings
from kgtui.extraction.tables import table
from kgtui.gazetteer import Sense
from kgtui.language import fold, word

_MARKS = '«»"“”„'


@dataclass(frozen=True, slots=True)
class QuotedName:
    """A name between marks: its tokens, the head noun before it, what the head says it is ("" where none stands), the
    name to show and where the whole phrase begins."""

    first: int
    stop: int
    head: int | None
    kind: str
    name: str
    phrase_first: int
    phrase_stop: int


@cache
def _kinds() -> Mapping[str, tuple[str, bool]]:
    return {fold(row["head"]): (row["kind"], row["keeps"] == "yes") for row in table("quoted_heads")}


@cache
def named_kind(form: str) -> str:
    """What a name is that a noun stands before («стратегии Global Gateway»); "" where the table lacks the noun."""
    lemmas = (fold(form), *(reading.folded for reading in word(form).readings if reading.pos == "NOUN"))
    return next((_kinds()[lemma][0] for lemma in lemmas if lemma in _kinds()), "")


def quoted_names(context: Context) -> list[QuotedName]:
    """The quoted names of an article, the outer of nested ones only; those in a list take the kind of the first."""
    found: list[QuotedName] = []
    for first, stop in context.quoted:
        if found and first < found[-1].stop:
            continue
        if not context.tokens[first].text[:1].isalnum() or not _is_name(context, first, stop):
            continue
        if _is_speech(context, first, stop):
            continue
        found.append(_made(context, first, stop, found[-1] if found else None))
    return found


def _is_speech(context: Context, first: int, stop: int) -> bool:
    """A sentence that holds names between marks of its own: «Форум «Наш дом» нужен всем»."""
    tokens = context.tokens[first:stop]
    return any(token.text in _MARKS for token in tokens) and any(is_verb(t.text) and t.text.islower() for t in tokens)


def held(quoted: Iterable[QuotedName]) -> set[int]:
    """The tokens of the names whose head noun says that they are no persons («фильм «Иван Васильевич»»)."""
    return {position for name in quoted if name.kind for position in range(name.first, name.stop)}


def _is_name(context: Context, first: int, stop: int) -> bool:
    """A name has a capital, a digit or a foreign word somewhere; «одного окна» has none."""
    return any(token.text[:1].isupper() or token.text[:1].isdigit() for token in context.tokens[first:stop])


def _made(context: Context, first: int, stop: int, last: QuotedName | None) -> QuotedName:
    head, lemma = _head_before(context, first)
    text = context.worded(first, stop)
    if head is None:
        listed = last is not None and _follows_in_list(context, last, first)
        kind = last.kind if last is not None and listed else _kind_by_country(context, first)
        return QuotedName(first, stop, None, kind, text, first, stop)
    kind, keeps = _kinds()[lemma]
    if not keeps:
        return QuotedName(first, stop, head, kind, text, head, stop + 1)
    return _with_head(context, QuotedName(first, stop, head, kind, text, head, stop + 1), lemma)


def _kind_by_country(context: Context, first: int) -> str:
    """«кыргызская «Тоо-Аш»»: what a country calls its own without a noun is a firm."""
    match = context.named.get(first - 2) if context.tokens[first - 1].text in _MARKS else None
    return "organisation" if match is not None and match.sense is Sense.ADJECTIVE else ""


def _with_head(context: Context, quoted: QuotedName, lemma: str) -> QuotedName:
    """«железная дорога «Китай – Кыргызстан – Узбекистан»»: the head and its adjectives belong to the name."""
    if quoted.head is None:
        return quoted
    head = quoted.head
    start = head - 1 if lemma == "электропередача" and context.word(head - 1).lemma == "линия" else head
    readings = noun_readings(context.tokens[start].text, frozenset({context.word(start).lemma, lemma}))
    if not readings:
        return quoted
    first = _near_adjective(context, start, adjectives_before(context, start, readings[0]))
    name = nominative_phrase(context, first, start, quoted.stop + 1, readings[0])
    return QuotedName(quoted.first, quoted.stop, head, quoted.kind, name, first, quoted.stop + 1)


def _near_adjective(context: Context, head: int, first: int) -> int:
    """Of the adjectives only «железная»: others («важной», «новой») are no part of the name."""
    return head - 1 if head > first and context.word(head - 1).lemma in ("железный", "автомобильный") else head


def _head_before(context: Context, first: int) -> tuple[int | None, str]:
    """The head noun right before the opening mark, a complement of one word between them at most."""
    lowest = context.sentence(first)[0]
    position = first - 2
    if position < lowest or context.tokens[first - 1].text not in _MARKS:
        return None, ""
    for lemma in _lemmas(context, position):
        if lemma in _kinds():
            return position, lemma
    if position - 1 >= lowest and "gent" in {r.case for r in context.word(position).readings}:
        for lemma in _lemmas(context, position - 1):
            if lemma in _kinds():
                return position - 1, lemma
    return None, ""


def _lemmas(context: Context, position: int) -> Iterator[str]:
    text = context.tokens[position].text
    yield fold(text)
    yield from (reading.folded for reading in word(text).readings if reading.pos == "NOUN")


def _follows_in_list(context: Context, last: QuotedName, first: int) -> bool:
    between = [token.text for token in context.tokens[last.stop : first] if token.text not in _MARKS]
    return len(between) == 1 and between[0] in (",", "и")
