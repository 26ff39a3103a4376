"""Sentences as clauses: where one begins and ends, what opens it, which verbs stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.phrases import is_adjective, is_noun
from kgtui.extraction.promises.predicates import predicate
from kgtui.language import word

_OPENERS = frozenset(
    "что чтобы если когда где куда откуда пока хотя поскольку потому почему как так чем ли будто словно зачем сколько"
    " благодаря согласно несмотря".split()
)
_ADVERSATIVES = frozenset("а но однако зато тогда".split())
_SOURCES = frozenset("словам данным мнению информации оценке прогнозу".split())
_QUOTES = frozenset('«»„“”"')
_LONGEST = 80  # tokens of a clause, so that no text costs more than its length
_STOPS = frozenset(";:()[]!?•…")
_CONDITIONAL = frozenset({"если", "бы", "б", "?", "якобы"})
_ON_CONDITION = frozenset({("в", "случае"), ("при", "условии")})
_OPINIONS = frozenset("мнению прогнозу прогнозам оценке оценкам расчетам расчётам ожиданиям предположениям".split())
_PERHAPS = frozenset("возможно вероятно предположительно наверное".split())
_NOT_EXCLUDED = frozenset(("не", form) for form in "исключает исключают исключил исключила исключили исключено".split())
_THINKING = frozenset("считать полагать ожидать прогнозировать предполагать думать надеяться опасаться верить".split())
SIDE_REMARKS = frozenset({"participle", "gerund", "(", "["})
_INCLUDING = frozenset({("среди", "них"), ("в", "том"), ("из", "них")})


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens ``first``…``stop`` between two breaks. ``opener`` is the word or mark that it begins with ("что",
    "который", "gerund", "participle", ":", "—"…), "" of a main clause; ``verbs`` are the places of its predicates.
    ``begin`` is where the clause begins that this one goes on with after brackets or a participle.
    """

    first: int
    stop: int
    opener: str
    verbs: tuple[int, ...]
    begin: int


def clauses(context: Context, first: int, stop: int) -> list[Clause]:
    """The clauses of a sentence, in order."""
    found: list[Clause] = []
    start, opener = first, ""
    for position in range(first, stop + 1):
        broken = _break(context, position, stop, start) if position < stop else ""
        if broken is None and position - start >= _LONGEST:
            broken = ","
        if broken is None:
            continue
        if position > start:
            verbs = tuple(_predicates(context, start, position))
            found.append(Clause(start, position, opener, verbs, _begin(found, start, opener)))
        start, opener = position, broken
    return found


def _break(context: Context, position: int, stop: int, start: int) -> str | None:
    """The opener of a clause that begins at a token; None where none begins."""
    mark = context.tokens[position].text
    if mark in _STOPS:
        return mark
    if mark in _QUOTES:
        return None if _is_names(context, position) else '"'
    if mark in DASHES:
        return None if _joins_names(context, position, stop) else "—"
    if position > start and context.tokens[position - 1].text in ("(", "[", ")", "]"):
        return None
    if mark == "," and position + 1 < stop:
        return _after_comma(context, position + 1, stop)
    return None


def _is_names(context: Context, position: int) -> bool:
    return position in context.in_quotes or position + 1 in context.in_quotes or position - 1 in context.in_quotes


def _joins_names(context: Context, position: int, stop: int) -> bool:
    """«Бишкек — Ош», «2026–2029», «Интернет-»: a dash that parts no clauses."""
    if context.glued(position) or position + 1 >= stop or position == 0:
        return not context.glued(position) or context.tokens[position - 1].text != ","
    left, right = context.tokens[position - 1], context.tokens[position + 1]
    return left.is_capitalised and right.is_capitalised and left.is_word and right.is_word


def _after_comma(context: Context, position: int, stop: int) -> str | None:
    text = context.lower(position)
    if text in DASHES:
        return None  # the dash itself is the break
    if text in _OPENERS:
        return text
    following = context.lower(position + 1) if position + 1 < stop else ""
    if is_relative(text) or (_is_preposition(text) and is_relative(following)):
        return "который"
    if (text, following) in _INCLUDING or (text == "по" and following in _SOURCES):
        return "beside"
    found = predicate(text)
    if found is not None and found.form in ("gerund", "participle"):
        return found.form
    begins = text in _ADVERSATIVES or (found is not None and found.finite)
    return "," if begins else None


@cache
def is_relative(form: str) -> bool:
    """A form of «который»."""
    return any(r.lemma == "который" for r in word(form).readings)


@cache
def _is_preposition(form: str) -> bool:
    readings = word(form).readings
    return bool(readings) and readings[0].pos == "PREP"


def _begin(before: list[Clause], start: int, opener: str) -> int:
    if opener == "," and before and not before[-1].verbs and before[-1].opener not in SIDE_REMARKS:
        return max(before[-1].begin, start - _LONGEST)  # «строительство первого, в Оше, начнётся»
    if opener == "—" and len(before) > 1 and before[-1].opener == "—" and not (before[-1].verbs or before[-2].verbs):
        return max(before[-2].begin, start - _LONGEST)  # «первую партию — 60 машин — соберут»
    resumes = opener in (")", "]") or (opener == "," and bool(before) and before[-1].opener in SIDE_REMARKS)
    return max(before[-2].begin, start - _LONGEST) if resumes and len(before) > 1 else start


def _predicates(context: Context, first: int, stop: int) -> Iterator[int]:
    for position in range(first, stop):
        found = predicate(context.tokens[position].text)
        if found is None or found.form == "participle":
            continue
        if position == first or not _is_counted(context, position):
            yield position


def _is_counted(context: Context, position: int) -> bool:
    """A word that may be a noun, after a number or an adjective: «140 сел», «новых сел»."""
    before = context.tokens[position - 1].text
    return (before[-1].isdigit() or is_adjective(before)) and is_noun(context.tokens[position].text)


def is_conditional(context: Context, first: int, stop: int) -> bool:
    """Whether a sentence is tied to a condition («если», «бы», «в случае») or asks."""
    words = context.lowers[first:stop]
    return not _CONDITIONAL.isdisjoint(words) or any(pair in _ON_CONDITION for pair in pairwise(words))


def is_opinion(context: Context, clauses: Sequence[Clause]) -> bool:
    """Whether a sentence tells what is thought or forecast: «по мнению экспертов», «аналитики ожидают», «возможно»."""
    words = context.lowers[clauses[0].first : clauses[-1].stop]
    if not _PERHAPS.isdisjoint(words) or any(pair in _NOT_EXCLUDED for pair in pairwise(words)):
        return True
    if "по" in words and any(one == "по" and other in _OPINIONS for one, other in pairwise(words)):
        return True
    found = (predicate(context.tokens[verb].text) for clause in clauses for verb in clause.verbs)
    return any(each is not None and each.lemma in _THINKING for each in found)
