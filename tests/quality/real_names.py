"""How well names are found in real texts, without and with the neural recogniser.

    python -m tests.quality.real_names FOLDER …

Each folder holds a set that `tests.quality.real_texts` reads. What is measured is shown and kept in ``figures.json``,
from which ``docs/quality.md`` is made. Exact: the same characters; overlap: any in common. The nominative is that of
persons of several words whose borders are right; where the article names them more fully, it may have more names.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean

from kgtui.extraction.extract import extract
from kgtui.language import analyse, fold
from kgtui.model import Document, Entity, EntityKind, Facts, Recognised, RecognisedKind, Span
from kgtui.recognition import is_available, load_recogniser

from .figures import keep
from .real_texts import RealText, real_texts
from .score import pair, say

Row = dict[str, float]
Pass = Callable[[str], Facts]

_KINDS = {
    EntityKind.PERSON: RecognisedKind.PERSON,
    EntityKind.ORGANISATION: RecognisedKind.BODY,
    EntityKind.BLOC: RecognisedKind.BODY,
    EntityKind.COUNTRY: RecognisedKind.PLACE,
    EntityKind.PLACE: RecognisedKind.PLACE,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    measured = dict(_measured(parser.parse_args().folders))
    for name, rows in measured.items():
        for way, row in rows.items():
            say(f"{name:<16} {way:<7} " + "  ".join(f"{key} {value:.3f}" for key, value in row.items()))
    keep("real", {name: {way: _rounded(row) for way, row in rows.items()} for name, rows in measured.items()})


def _rounded(row: Row) -> Row:
    return {key: round(value, 4) for key, value in row.items()}


def _measured(folders: Iterable[Path]) -> Iterator[tuple[str, dict[str, Row]]]:
    ways: dict[str, Pass] = {"fast": _fast}
    if is_available():
        ways["joined"] = _joined
    for folder in folders:
        name, texts = real_texts(folder)
        yield name, {way: figures(texts, read) for way, read in ways.items()}


def figures(texts: Sequence[RealText], read: Pass) -> Row:
    """The figures of one way to read: of spans where they are marked, of nominatives where those are given."""
    given = [read(each.text) for each in texts]
    if texts[0].nominatives is None:
        return _spans(texts, [list(_named(facts)) for facts in given])
    return _nominatives(texts, given)


def _fast(text: str) -> Facts:
    return extract(_document(text), analyse(text))


def _joined(text: str) -> Facts:
    analysis = analyse(text)
    return extract(_document(text), analysis, load_recogniser().recognise(analysis))


def _document(text: str) -> Document:
    return Document("text", "", text, Span(0, len(text)), "")


def _named(facts: Facts) -> Iterator[Recognised]:
    for entity in facts.entities:
        if entity.kind in _KINDS:
            yield from (Recognised(span, _KINDS[entity.kind]) for span in entity.spans)


def _spans(texts: Sequence[RealText], given: Sequence[Sequence[Recognised]]) -> Row:
    row: Row = {"texts": len(texts)}
    for kind in RecognisedKind:
        counts: Counter[str] = Counter()
        for each, names in zip(texts, given, strict=True):
            wanted = [name.span for name in each.names if name.kind is kind]
            found = sorted({name.span for name in names if name.kind is kind})
            counts["wanted"] += len(wanted)
            counts["found"] += len(found)
            counts["exact"] += len(set(wanted) & set(found))
            counts["overlap"] += len(pair(wanted, found, Span.overlaps))
        for way in ("exact", "overlap"):
            row[f"{kind.value} {way}"] = 2 * counts[way] / max(1, counts["wanted"] + counts["found"])
        if kind is RecognisedKind.PERSON:
            row |= {
                "PER precision": counts["exact"] / max(1, counts["found"]),
                "PER recall": counts["exact"] / max(1, counts["wanted"]),
            }
    return row


def _nominatives(texts: Sequence[RealText], given: Sequence[Facts]) -> Row:
    """``found``: of the forms that stand in a text; ``nominative``: of those found, each form with its name counted
    once, in however many texts it stands; ``in each text``: counted once a text.
    """
    found: list[bool] = []
    right: dict[tuple[str, str], list[bool]] = {}
    for each, facts in zip(texts, given, strict=True):
        people = {
            span.of(each.text): entity
            for entity in facts.entities
            if entity.kind is EntityKind.PERSON
            for span in entity.spans
        }
        for form, name in (each.nominatives or {}).items():
            if len(_words(form)) > 1 and form in each.text:
                found.append(form in people)
                if form in people:
                    right.setdefault((form, name), []).append(is_nominative(name, people[form]))
    return {
        "forms": len(found),
        "found": mean(found),
        "nominative": mean(map(mean, right.values())),
        "in each text": mean(answer for answers in right.values() for answer in answers),
    }


def is_nominative(name: str, entity: Entity) -> bool:
    """Whether a person is called so, in any order; perhaps more fully, by a name where the form has its initial."""
    wanted, given = _words(name), _words(entity.name)
    return len(pair(wanted, given, _agrees)) == len(wanted)


def _agrees(word: str, given: str) -> bool:
    return word == given or (len(word) <= 2 and given.startswith(word))


def _words(name: str) -> list[str]:
    return re.findall(r"[\w’'-]+", fold(name))


if __name__ == "__main__":
    main()
