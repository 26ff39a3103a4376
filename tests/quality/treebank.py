"""A set of words to search, made from treebanks of Universal Dependencies: sentences, and forms of their lemmas.

    python -m tests.quality.treebank FOLDER FILE.conllu [FILE.conllu …]

A query is one form of a lemma; wanted are the sentences that have another form of it. Not counted are those that have
the queried form itself, or a lemma that spelling alone cannot tell from it: one that shares the form, or that shares a
form with the lemma asked for.
"""

from __future__ import annotations

import argparse
import html
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgtui.language import fold

from .agreement import Record

CONTENT = {"NOUN": "common", "ADJ": "common", "VERB": "common", "ADV": "common", "PROPN": "proper"}
SHORTEST = 3  # letters of a queried form
MOST_WANTED = 40  # sentences; a lemma of more is too common to be searched


@dataclass(frozen=True, slots=True)
class Lemma:
    """A lemma of the treebank, folded, with its part of speech."""

    text: str
    pos: str


@dataclass(frozen=True, slots=True)
class Sentence:
    number: str
    text: str
    words: tuple[tuple[str, Lemma], ...]  # each word as it stands there, with its lemma


def sentences_of(paths: Iterable[Path]) -> Iterator[Sentence]:
    for path in paths:
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = block.splitlines()
            text = next((line.partition("= ")[2] for line in lines if line.startswith("# text = ")), None)
            if text:
                number = f"{path.stem}-{zlib.crc32(block.encode()):08x}"
                yield Sentence(number, html.unescape(text), tuple(_words(lines)))


def _words(lines: Iterable[str]) -> Iterator[tuple[str, Lemma]]:
    for line in lines:
        columns = line.split("\t")
        if len(columns) == 10 and columns[0].isdigit() and columns[3] != "PUNCT":
            yield columns[1], Lemma(fold(columns[2]), columns[3])


def queries_of(sentences: Sequence[Sentence]) -> Iterator[Record]:
    """One query a lemma that has two forms or more in the sentences; which form is settled by its spelling."""
    at_form, lemmas_of = defaultdict[str, set[str]](set), defaultdict[str, set[Lemma]](set)
    forms_of, at_lemma = defaultdict[Lemma, dict[str, str]](dict), defaultdict[Lemma, set[str]](set)
    for sentence in sentences:
        for form, lemma in sentence.words:
            at_form[fold(form)].add(sentence.number)
            lemmas_of[fold(form)].add(lemma)
            forms_of[lemma].setdefault(fold(form), form)
            at_lemma[lemma].add(sentence.number)
    for lemma, forms in forms_of.items():
        asked = min(forms, key=lambda form: zlib.crc32(form.encode()))
        if lemma.pos not in CONTENT or len(asked) < SHORTEST or not (lemma.text + asked).isalpha():
            continue
        alike = {other for form in forms for other in lemmas_of[form]} - {lemma}
        ignored = at_form[asked].union(*(at_lemma[other] for other in alike))
        wanted = at_lemma[lemma] - ignored
        if 0 < len(wanted) <= MOST_WANTED:
            found = {"relevant": sorted(wanted), "ignore": sorted(ignored)}
            yield {"query": forms[asked], "class": CONTENT[lemma.pos], **found}


def write(folder: Path, paths: Sequence[Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    sentences = list({sentence.number: sentence for sentence in sentences_of(paths)}.values())
    articles = ({"id": sentence.number, "title": "", "text": sentence.text} for sentence in sentences)
    write_lines(folder / "articles.jsonl", articles)
    write_lines(folder / "queries.jsonl", queries_of(sentences))


def write_lines(path: Path, records: Iterable[Record]) -> None:
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("treebanks", type=Path, nargs="+")
    options = parser.parse_args()
    write(options.folder, options.treebanks)


if __name__ == "__main__":
    main()
