"""Reprints by two libraries for near-duplicates, used as their own pages show; what `reprints` is measured against.

Both make MinHash sketches of runs of words and look them up in bands (LSH); pairs with a Jaccard index of one half or
more count.
"""

from __future__ import annotations

from collections.abc import Sequence

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

from benchmarks.planted import Planted
from kgtui.language.analysis import tokens_in

RUN = 5  # words
PERMUTATIONS = 128
BANDS = 32
LEAST = 0.5

Pairs = set[tuple[int, int]]


def by_rensa(corpus: Sequence[Planted]) -> Pairs:
    index = RMinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS, num_bands=BANDS)
    sketches = {}
    for planted in corpus:
        sketch = sketches[planted.number] = RMinHash(PERMUTATIONS, 1)
        sketch.update(_runs(planted))
        index.insert(planted.number, sketch)
    return {
        (number, other)
        for number, sketch in sketches.items()
        for other in index.query(sketch)
        if number < other and sketch.jaccard(sketches[other]) >= LEAST
    }


def by_datasketch(corpus: Sequence[Planted]) -> Pairs:
    index = MinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS)
    sketches = {}
    for planted in corpus:
        sketch = sketches[planted.number] = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([run.encode() for run in _runs(planted)])
        index.insert(planted.number, sketch)
    return {
        (number, other)
        for number, sketch in sketches.items()
        for other in index.query(sketch)
        if number < other and sketch.jaccard(sketches[other]) >= LEAST
    }


def _runs(planted: Planted) -> list[str]:
    words = [token.folded for token in tokens_in(planted.record["text"]) if token.text[0].isalnum()]
    return [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
