"""What the neural recogniser costs: processor time and memory, in one process and one run; needs `kgtui[ner]`.

    python -m benchmarks.recogniser

Writes `benchmarks/results/recogniser.json` and the page.
"""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from benchmarks.page import RESULTS, write
from kgtui.extraction.extract import extract
from kgtui.language import Analysis, analyse
from kgtui.model import Document
from kgtui.reading import documents_in
from kgtui.recognition import load_recogniser
from kgtui.settings import seeds_folder

ROUNDS = 15


def main() -> None:
    documents = [item for item in documents_in([seeds_folder()]) if isinstance(item, Document)]
    path = RESULTS / "recogniser.json"
    path.write_text(json.dumps(measured(documents), indent=1) + "\n", encoding="utf-8")
    print(f"{path}\n{write()}")


def measured(documents: Sequence[Document]) -> dict[str, Any]:
    """Milliseconds an article of each step, the median of rounds, and the most memory that the process held."""
    started = time.process_time()
    recogniser = load_recogniser()
    loading = time.process_time() - started
    read = [(document, analyse(document.text, document.body)) for document in documents]
    marked = {document.id: recogniser.recognise(analysis) for document, analysis in read}
    steps: dict[str, Callable[[Document, Analysis], object]] = {
        "analysis": lambda document, _: analyse(document.text, document.body),
        "recogniser": lambda _, analysis: recogniser.recognise(analysis),
        "extraction with it": lambda document, analysis: extract(document, analysis, marked[document.id]),
    }
    return {
        "articles": len(documents),
        "characters": sum(len(document.text) for document in documents) // len(documents),
        "loading_ms": round(1000 * loading),
        "ms": {step: round(_milliseconds(do, read), 2) for step, do in steps.items()},
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _milliseconds(do: Callable[[Document, Analysis], object], read: Sequence[tuple[Document, Analysis]]) -> float:
    """An article's, the first rounds, which fill caches, left out."""
    rounds = []
    for _ in range(ROUNDS + 2):
        started = time.process_time()
        for document, analysis in read:
            do(document, analysis)
        rounds.append(1000 * (time.process_time() - started) / len(read))
    return median(rounds[2:])


if __name__ == "__main__":
    main()
