"""The words of headers, signatures and pages that `data/furniture.tsv` knows, as patterns."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kgtui.reading.skipped import ReadingError, SkipReason

DATA = Path(__file__).parent / "data" / "furniture.tsv"
CLASSES = frozenset(
    "date changed crawled source publisher url author title tags related bare-date bare-author bare-source"
    " line button rubric recommended counter rates currency office".split()
)
_GLUED = frozenset({"button", "rubric", "counter"})  # pages lose the space behind these: «НовостиПолитика10 июня»
_END = r"(?!\w)"
_GLUED_END = r"(?:(?!\w)|(?=\d)|(?-i:(?<=[а-яёa-z])(?=[А-ЯЁA-Z])))"


@cache
def load_phrases(path: Path = DATA) -> dict[str, str]:
    """Class → an alternation of its words, longest first, to be compiled without regard to letter case.

    Raises ReadingError that names file and line for an unknown class, an empty one or one given twice.
    """
    phrases: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            name, _, words = line.partition("\t")
            listed = [word.strip() for word in words.split("|") if word.strip()]
            if name not in CLASSES or name in phrases or not listed:
                raise ReadingError(SkipReason.BAD_LINE, f"{path.name}:{number}")
            phrases[name] = "|".join(
                _pattern(word, _GLUED_END if name in _GLUED else _END) for word in sorted(listed, key=len, reverse=True)
            )
    return phrases


def _pattern(phrase: str, end: str) -> str:
    escaped = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    escaped = re.sub("[её]", "[её]", escaped).replace(r"\-", r"[-‑\s]?")
    return escaped + end if escaped[-1:].isalpha() or escaped.endswith(r"\w*") else escaped
