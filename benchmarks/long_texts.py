"""How long a text of a megabyte and more takes to be set in rows: ``python -m benchmarks.long_texts``.

Milliseconds of the processor, the best of three: the first page, the last one, one in the middle, the first page at
another measure; beside them what setting the whole text would take.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from kgtui.model import Span
from kgtui.tui.typesetting import Rows

SEEDS = Path(__file__).parent.parent / "seeds"
MEASURE, PAGE = 76, 40
MEGABYTE = 560_000  # characters: Russian takes nearly two bytes each


def texts() -> dict[str, str]:
    news = "\n\n".join(path.read_text(encoding="utf-8").strip() for path in sorted(SEEDS.glob("*.txt")))
    long = (news + "\n\n") * (MEGABYTE // len(news))
    one = " ".join(long.split())
    return {"1 MB": long, "1 MB, one paragraph": one, "1 MB, one word": "а" * MEGABYTE, "10 MB": long * 10}


def first_page(text: str, measure: int = MEASURE) -> Rows:
    rows = Rows(text, Span(0, len(text)), measure)
    for row in range(min(PAGE, len(rows))):
        rows[row]
    return rows


def last_page(text: str) -> None:
    rows = Rows(text, Span(0, len(text)), MEASURE)
    rows.moved(rows.last(), -PAGE)


def middle(text: str) -> None:
    rows = Rows(text, Span(0, len(text)), MEASURE)
    rows.moved(rows.row_at(len(text) // 2), PAGE)


def whole(text: str) -> None:
    rows, row = first_page(text), 0
    while (below := rows.moved(row, PAGE)) > row:
        row = below


def milliseconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def main() -> None:
    print(f"{'':22}{'first page':>12}{'last page':>12}{'middle':>12}{'narrower':>12}{'whole':>12}")
    for name, text in texts().items():
        works = (
            lambda text=text: first_page(text),
            lambda text=text: last_page(text),
            lambda text=text: middle(text),
            lambda text=text: first_page(text, MEASURE // 2),
            lambda text=text: whole(text),
        )
        print(f"{name:22}" + "".join(f"{milliseconds(work):12.1f}" for work in works))


if __name__ == "__main__":
    main()
