"""Score extracted facts against a gold file.

    python -m tests.quality.score GOLD.jsonl PREDICTED.jsonl [--by-id] [--json]
    python -m tests.quality.score GOLD.jsonl --self-check

Both files hold one JSON object per line and per article; `tests/texts/README.md` describes the keys.
An article, key or value that is missing counts as empty; other keys are ignored.

Counts are summed over the articles.  Gold and predicted items are paired one to one so
that there are as many pairs as possible.  A gold item marked "optional" is never missed,
and a prediction that agrees only with an optional or an already paired gold item is
neither right nor wrong; every other unpaired prediction is a false positive.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from .agreement import RULES, Match, Record, listed

Counts = tuple[int, int, int]  # true positives, false positives, false negatives


class InputError(Exception):
    """The input cannot be used; the message is meant for the user."""


def say(text: str, stream: TextIO | None = None) -> None:
    (stream or sys.stdout).write(f"{text}\n")


def read_lines(path: Path) -> list[Record]:
    """One object per line; raises InputError that names file and line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
    return [_object(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _object(path: Path, number: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}: line {number}: not JSON: {error}") from error
    if not isinstance(record, dict):
        raise InputError(f"{path}: line {number}: expected an object")
    return record


def read_jsonl(path: Path) -> dict[str, Record]:
    """One object per line, keyed by its id."""
    records: dict[str, Record] = {}
    for record in read_lines(path):
        article = record.get("id")
        if not isinstance(article, str):
            raise InputError(f'{path}: expected a string "id" in each object')
        if article in records:
            raise InputError(f"{path}: id {article!r} occurs twice")
        records[article] = record
    return records


def pair(gold: list[Any], pred: list[Any], match: Match) -> set[int]:
    """Indices of the predictions in a largest one-to-one pairing."""
    edges = [[j for j, p in enumerate(pred) if match(g, p)] for g in gold]
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return set(owner)


def count(gold: list[Any], pred: list[Any], match: Match, loose: Match) -> Counts:
    optional = [g for g in gold if isinstance(g, dict) and g.get("optional")]
    required = [g for g in gold if g not in optional]
    used = pair(required, pred, match)
    wrong = sum(
        1
        for j, p in enumerate(pred)
        if j not in used and not any(match(g, p) for g in required) and not any(loose(g, p) for g in optional)
    )
    return len(used), wrong, len(required) - len(used)


def count_published(gold: Record, pred: Record) -> Counts:
    wanted, given = gold.get("published"), pred.get("published") or None
    wrong = given not in (wanted, *listed(gold, "published_alt"))
    return int(bool(given) and not wrong), int(bool(given) and wrong), int(bool(wanted) and wrong)


def summary(counts: Iterable[Counts]) -> dict[str, float | int | None]:
    tp, fp, fn = (sum(column) for column in zip(*counts, strict=True))
    shares = {"precision": (tp, tp + fp), "recall": (tp, tp + fn), "f1": (2 * tp, 2 * tp + fp + fn)}
    return {name: part / whole if whole else None for name, (part, whole) in shares.items()} | {
        "tp": tp,
        "fp": fp,
        "fn": fn,
    }


def score(gold: dict[str, Record], pred: dict[str, Record]) -> dict[str, Any]:
    """Scores per field, and counts per article."""
    if not gold:
        raise InputError("the gold file has no articles")
    by_id: dict[str, dict[str, Counts]] = {}
    for article, wanted in gold.items():
        given = pred.get(article, {})
        by_id[article] = {"published": count_published(wanted, given)} | {
            field: count(listed(wanted, key), listed(given, key), match, loose)
            for field, (key, match, loose) in RULES.items()
        }
    fields = {field: summary(row[field] for row in by_id.values()) for field in ("published", *RULES)}
    wrong = sum(any(row["published"][1:]) for row in by_id.values())  # no date may be right
    fields["published"]["accuracy"] = 1 - wrong / len(gold)
    return {"articles": len(gold), "fields": fields, "by_id": by_id}


def table(result: dict[str, Any]) -> str:
    lines = [f"{'field':<16}{'prec':>7}{'recall':>8}{'F1':>7}{'tp':>6}{'fp':>6}{'fn':>6}"]
    for field, row in result["fields"].items():
        p, r, f = ("-" if row[k] is None else f"{row[k]:.3f}" for k in ("precision", "recall", "f1"))
        lines.append(f"{field:<16}{p:>7}{r:>8}{f:>7}{row['tp']:>6}{row['fp']:>6}{row['fn']:>6}")
    accuracy = result["fields"]["published"]["accuracy"]
    lines.append(f"{result['articles']} articles; accuracy of published {accuracy:.3f}")
    for article, fields in result.get("by_id", {}).items():
        errors = [f"{f} {tp}/{fp}/{fn}" for f, (tp, fp, fn) in fields.items() if fp or fn]
        lines.append(f"{article}: {'tp/fp/fn: ' + ', '.join(errors) if errors else 'all right'}")
    return "\n".join(lines)


def self_check(gold: dict[str, Record]) -> bool:
    """Gold against itself must be perfect; an empty prediction must have no recall."""
    faults = [
        f"gold against itself: {field}: {row}"
        for field, row in score(gold, gold)["fields"].items()
        if row["fp"] or row["fn"]
    ]
    faults += [f"empty prediction: {field}: {row}" for field, row in score(gold, {})["fields"].items() if row["recall"]]
    say("\n".join(faults) or "self-check passed: gold scores 1.0 everywhere, empty recalls nothing")
    return not faults


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Score extracted facts against a gold file.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path, nargs="?")
    parser.add_argument("--by-id", action="store_true", help="also show the errors per article")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--self-check", action="store_true", help="check the scorer on the gold file")
    args = parser.parse_args(argv)
    if not (args.predicted or args.self_check):
        parser.error("PREDICTED is required")
    try:
        gold = read_jsonl(args.gold)
        if args.self_check:
            return 0 if self_check(gold) else 1
        pred = read_jsonl(args.predicted)
        result = score(gold, pred)
    except InputError as error:
        say(f"score.py: {error}", sys.stderr)
        return 2
    if unknown := sorted(pred.keys() - gold.keys()):
        say(f"ignored: {len(unknown)} articles not in gold: {unknown[:5]}", sys.stderr)
    if not args.by_id:
        del result["by_id"]
    say(json.dumps(result, indent=1) if args.json else table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
