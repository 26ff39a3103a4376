"""The errors of extraction in one set of texts, article by article.

    python -m tests.quality.errors SET [FIELD …] [--joined]

SET is a name of `tests.quality.texts`; of a set whose errors nobody reads only the figures are given. With ``--joined``
the neural recogniser takes part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence

from .agreement import RULES, Match, Record, listed
from .extraction import extracted
from .patterns import patterns_right
from .score import read_jsonl, say, score, table
from .texts import SETS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=[texts.name for texts in SETS])
    parser.add_argument("fields", nargs="*", metavar="FIELD", help=" ".join(RULES))
    parser.add_argument("--joined", action="store_true")
    options = parser.parse_args()
    texts = next(each for each in SETS if each.name == options.set)
    gold, given = read_jsonl(texts.gold), extracted(texts.articles, joined=options.joined)
    for article in gold if not texts.unread else ():
        for field in options.fields:
            for line in _errors(gold[article], given.get(article, {}), field):
                say(f"{article} {field} {line}")
    result = score(gold, given)
    del result["by_id"]
    say(table(result))
    if texts.name == "patterns":
        say("wrong: " + " ".join(pattern for pattern, right in patterns_right().items() if not right))


def _errors(wanted: Record, given: Record, field: str) -> Iterator[str]:
    """What is missed, and what agrees with nothing wanted."""
    key, match, loose = RULES[field]
    right, found = listed(wanted, key), listed(given, key)
    yield from (f"missed {_shown(item)}" for item in right if not item.get("optional") and not _any(item, found, match))
    yield from (f"false  {_shown(item)}" for item in found if not any(_fits(g, item, match, loose) for g in right))


def _any(item: Record, found: Sequence[Record], match: Match) -> bool:
    return any(match(item, other) for other in found)


def _fits(gold: Record, pred: Record, match: Match, loose: Match) -> bool:
    return (loose if gold.get("optional") else match)(gold, pred)


def _shown(item: Record) -> str:
    return json.dumps(item, ensure_ascii=False)


if __name__ == "__main__":
    main()
