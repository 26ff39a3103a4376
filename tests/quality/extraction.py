"""A set of texts with gold, read and extracted as the program does it, and scored."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kgtui.extraction.extract import extract
from kgtui.extraction.records import facts_record
from kgtui.language import analyse
from kgtui.model import Document
from kgtui.reading import documents_in
from kgtui.recognition import load_recogniser

from .agreement import Record
from .score import read_jsonl, score
from .texts import TextSet


def extracted(articles: Path, *, joined: bool = False) -> dict[str, Record]:
    """What the program takes from each ``*.txt`` of a folder, or from each JSON line of a file, by the article's id;
    ``joined`` with what the recogniser marks."""
    paths = sorted(articles.glob("*.txt")) if articles.is_dir() else [articles]
    documents = (item for item in documents_in(paths) if isinstance(item, Document))
    return {document.id: _record(document, joined=joined) for document in documents}


def _record(document: Document, *, joined: bool) -> Record:
    analysis = analyse(document.text, document.body)
    recognition = load_recogniser().recognise(analysis) if joined else None
    return dict(facts_record(document, extract(document, analysis, recognition)))


def measured(texts: TextSet, *, joined: bool = False) -> dict[str, Any]:
    """The scorer's result for one set, without or with the recogniser."""
    return score(read_jsonl(texts.gold), extracted(texts.articles, joined=joined))


def reached(result: Mapping[str, Any], field: str) -> float:
    """The figure of a field that a floor is set for: F1, of ``published`` the accuracy; nothing found is 0."""
    return float(result["fields"][field]["accuracy" if field == "published" else "f1"] or 0.0)
