"""Fingerprints of a text, so that texts with a passage in common are looked up and not compared one by one.

Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003): of the
hashes of all runs of some words, the least in every window is kept. Two texts that share `GUARANTEED` words in a row
share a fingerprint, however much is cut or added around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

RUN = 5  # words that are hashed together
WINDOW = 16  # runs of which one is kept
GUARANTEED = RUN + WINDOW - 1
MOST_TEXTS = 64  # a run that stands in more different texts is a formula and tells nothing
FEWEST_COMMON = 2  # fingerprints of two texts that are worth a comparison
_LEAST_SHARE = 0.25  # of the fewer fingerprints of two texts


def fingerprints(words: Sequence[str]) -> frozenset[int]:
    """32-bit hashes of chosen runs of a text's folded words; about an eighth of the runs."""
    hashes = [crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)]
    if not hashes:
        return frozenset()
    return frozenset(min(hashes[at : at + WINDOW]) for at in range(max(1, len(hashes) - WINDOW + 1)))


def common_enough(common: int, first: int, second: int) -> bool:
    """Whether texts with so many fingerprints, ``common`` of them in both, are worth a comparison."""
    return common >= max(FEWEST_COMMON, _LEAST_SHARE * min(first, second))
