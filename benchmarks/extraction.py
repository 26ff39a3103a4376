"""What the extractors cost beside the analysis of a text: processor time, warm, in one process and one run.

    python -m benchmarks.extraction

Writes `benchmarks/results/extraction.json` and the page.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from typing import Any

from benchmarks.page import RESULTS, write
from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.figures import figures
from kgtui.extraction.meetings.meetings import meetings
from kgtui.extraction.names import entities
from kgtui.extraction.periods import periods
from kgtui.extraction.promises.promises import promises
from kgtui.extraction.speech import speech
from kgtui.language import Analysis, analyse
from kgtui.model import Document
from kgtui.reading import documents_in
from kgtui.search.terms import document_terms, searched_tokens
from kgtui.settings import seeds_folder

ROUNDS = 30

Spent = dict[str, float]


def main() -> None:
    documents = [item for item in documents_in([seeds_folder()]) if isinstance(item, Document)]
    results = measured(documents)
    path = RESULTS / "extraction.json"
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{path}\n{write()}")


def measured(documents: Sequence[Document]) -> dict[str, Any]:
    """Milliseconds an article of each step, the median of rounds; the first rounds, which fill caches, do not count."""
    rounds = [_round(documents) for _ in range(ROUNDS + 2)][2:]
    steps = {step: median(spent[step] for spent in rounds) / len(documents) for step in rounds[0]}
    return {
        "articles": len(documents),
        "characters": sum(len(document.text) for document in documents) // len(documents),
        "ms": {step: round(1000 * seconds, 3) for step, seconds in steps.items()},
    }


def _round(documents: Sequence[Document]) -> Spent:
    spent: Spent = defaultdict(float)
    for document in documents:
        with _clock(spent, "analysis"):
            analysis = analyse(document.text, document.body)
        with _clock(spent, "search keys"):
            for token in searched_tokens(analysis):
                document_terms(token.text)
        _extract(document, analysis, lambda step: _clock(spent, step))
    return dict(spent)


def _extract(document: Document, analysis: Analysis, clock: Callable[[str], Any]) -> None:
    """The steps of `kgtui.extraction.extract`, each by itself."""
    with clock("gazetteer"):
        context = Context(analysis, document.published)
    with clock("names"):
        cast = Cast(context, entities(context))
    with clock("periods"):
        times = periods(context)
    with clock("figures"):
        amounts = figures(context, cast, times)
    with clock("speech"):
        quotes, statements = speech(context, cast)
    with clock("meetings"):
        meetings(context, cast, times)
    with clock("promises"):
        promises(context, cast, times, amounts, (*quotes, *statements))


@contextmanager
def _clock(spent: Spent, step: str) -> Iterator[None]:
    started = time.process_time()
    yield
    spent[step] += time.process_time() - started


if __name__ == "__main__":
    main()
