"""Answers against those of the oracle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.engines.contenders import NAIVE, OURS
from benchmarks.engines.engine import Kind, Question
from benchmarks.engines.oracle import Asked, Expected
from benchmarks.engines.worker import Worker

SAME_MEANING = (Kind.FREQUENT, Kind.RARE, Kind.TWO, Kind.PREFIX)  # to engines over the same lemmas, one a position
PHRASES = (Kind.PHRASE_2, Kind.PHRASE_3)
NEAR = 1e-6  # scores that differ by less are equal: sums of floats depend on their order
_BODIES = {"body": "organisation"}  # how a facet of the program calls the kind of its entities

Row = dict[str, Any]


def checked(workers: Mapping[str, Worker], asked: Sequence[Question], wanted: Mapping[Asked, Expected]) -> Row:
    """By engine and kind: how many questions were asked, and how many answers are wrong, with the first such."""
    rows: Row = {OURS: {}}
    for question in asked:
        reply = workers[OURS].do("ask", question=question.as_json())
        wrong = what_is_wrong(question, reply, wanted[question.kind, question.words])
        _note(rows[OURS], question, wrong)
    for name in workers.keys() - {OURS, NAIVE}:
        rows[name] = {}
        for question in asked:
            if question.kind in SAME_MEANING + PHRASES:
                total = workers[name].do("count", question=question.as_json())["total"]
                expected = wanted[question.kind, question.words].total
                if question.kind in SAME_MEANING:
                    _note(rows[name], question, "" if total == expected else f"{total} for {expected}")
                else:
                    _note_share(rows[name], question, total, expected)
    totals: dict[str, list[int]] = {}
    for question in asked:
        totals.setdefault(question.kind.value, []).append(wanted[question.kind, question.words].total)
    return {"engines": rows, "matching": totals}


def what_is_wrong(question: Question, reply: Row, expected: Expected) -> str:
    """What is wrong with an answer of the program; nothing where it is right."""
    if reply["total"] != expected.total:
        return f"{reply['total']} for {expected.total}"
    if question.kind is Kind.COUNT:
        return ""
    if question.kind is Kind.FACETS:
        return _wrong_facets(reply["facets"], expected)
    if question.kind is Kind.NEWEST:
        return "" if reply["numbers"] == expected.newest else "order"
    return "" if _same_order(reply["numbers"], expected) else "order"


def _wrong_facets(facets: Mapping[str, Mapping[str, int]], expected: Expected) -> str:
    for kind, values in facets.items():
        for name, articles in values.items():
            right = expected.facets[_BODIES.get(kind, kind)][name]
            if articles != right:
                return f"{kind} {name}: {articles} for {right}"
    return ""


def _same_order(numbers: Sequence[int], expected: Expected) -> bool:
    """The same articles in the same order; those that tie but for the last bits may change places."""
    best = [-number for *_, number in expected.best]
    if numbers == best:
        return True
    keys = {-number: (tier, score) for tier, score, _, number in expected.best}
    if keys.keys() != set(numbers):
        return False
    return all(
        keys[number][0] == tier and abs(keys[number][1] - score) < NEAR
        for number, (tier, score, *_) in zip(numbers, expected.best, strict=True)
    )


def _note(rows: Row, question: Question, wrong: str) -> None:
    row = rows.setdefault(question.kind.value, {"asked": 0, "wrong": 0})
    row["asked"] += 1
    if wrong:
        row["wrong"] += 1
        row.setdefault("first", f"{question.text}: {wrong}")


def _note_share(rows: Row, question: Question, total: int, expected: int) -> None:
    row = rows.setdefault(question.kind.value, {"found": 0, "expected": 0})
    row["found"] += total
    row["expected"] += expected
