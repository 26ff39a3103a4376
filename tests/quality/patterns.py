"""Which of the hard patterns the program understands, value and unit or span and speaker."""

from __future__ import annotations

from .agreement import Record, listed, same_figure, same_quote
from .extraction import extracted
from .score import count, read_jsonl
from .texts import FACTS

PATTERNS = FACTS / "patterns_texts.jsonl"
GOLD = FACTS / "patterns_gold.jsonl"


def patterns_right() -> dict[str, bool]:
    """Of each pattern whether all that it holds was found, and nothing that it does not hold."""
    given = extracted(PATTERNS)
    return {pattern: _is_right(wanted, given.get(pattern, {})) for pattern, wanted in read_jsonl(GOLD).items()}


def _is_right(wanted: Record, given: Record) -> bool:
    kinds = [("figures", same_figure), ("periods", _same_period)]
    if wanted["id"].startswith("Q"):
        kinds = [("quotes", same_quote), ("statements", same_quote)]
    counts = (count(listed(wanted, key), _asked(wanted, given, key), match, match) for key, match in kinds)
    return all(not wrong and not missed for _right, wrong, missed in counts)


def _asked(wanted: Record, given: Record, key: str) -> list[Record]:
    """What was found of a kind; periods and statements count only where the pattern is about them."""
    return listed(given, key) if key in ("figures", "quotes") or key in wanted else []


def _same_period(gold: Record, pred: Record) -> bool:
    return pred["period"] in (gold["period"], *listed(gold, "period_alt"))
