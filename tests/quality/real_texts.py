"""Real texts whose names others have marked; they are no part of the program.

A folder holds one of these sets, as its makers give it out:

- factRuEval-2016 (https://github.com/dialogue-evaluation/factRuEval-2016): ``*.txt``, ``*.spans``, ``*.objects``;
- NEREL 1.1 (https://github.com/nerel-ds/NEREL): ``*.txt`` and ``*.ann``, the form of brat;
- BSNLP-2021 (https://github.com/UL-FRI-Zitnik/BSNLP-2021-Shared-Task): ``raw/ru/*`` and ``annotated/ru/*``, which
  say the nominative of each name, but not where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kgtui.model import Recognised, RecognisedKind, Span

_PERSON, _PLACE, _BODY = RecognisedKind.PERSON, RecognisedKind.PLACE, RecognisedKind.BODY
_FACTRU = {"Person": _PERSON, "Location": _PLACE, "LocOrg": _PLACE, "Org": _BODY}
_NEREL = {
    "PERSON": _PERSON, "ORGANIZATION": _BODY, "CITY": _PLACE, "COUNTRY": _PLACE, "STATE_OR_PROV": _PLACE,
    "STATE_OR_PROVINCE": _PLACE, "DISTRICT": _PLACE, "LOCATION": _PLACE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RealText:
    """A text with its marked names, of names inside one another the outermost; or with the ``nominatives`` of its
    persons by the form that stands in the text.
    """

    text: str
    names: tuple[Recognised, ...] = ()
    nominatives: Mapping[str, str] | None = None


def real_texts(folder: Path) -> tuple[str, list[RealText]]:
    """The name of the set in a folder, and its texts. Raises ValueError where the folder holds none."""
    for name, sign, read in _SETS:
        if any(folder.rglob(sign)):
            return name, list(read(folder))
    raise ValueError(f"{folder}: none of the known sets")


def _factru(folder: Path) -> Iterator[RealText]:
    for path in sorted(folder.rglob("*.objects")):
        spans = {}
        for line in _lines(path.with_suffix(".spans")):
            number, kind, start, length, *_ = line.split()
            if kind != "job":
                spans[number] = Span(int(start), int(start) + int(length))
        names = []
        for line in _lines(path):
            _, kind, *parts = line.partition("#")[0].split()
            found = [spans[part] for part in parts if part in spans]
            if kind in _FACTRU and found:
                whole = Span(min(span.start for span in found), max(span.end for span in found))
                names.append(Recognised(whole, _FACTRU[kind]))
        yield RealText(_text(path.with_suffix(".txt")), _outermost(names))


def _nerel(folder: Path) -> Iterator[RealText]:
    for path in sorted(folder.rglob("*.ann")):
        names = []
        for line in _lines(path):
            if line.startswith("T"):
                kind, *offsets = line.split("\t")[1].replace(";", " ").split()
                if kind in _NEREL:
                    names.append(Recognised(Span(int(offsets[0]), int(offsets[-1])), _NEREL[kind]))
        yield RealText(_text(path.with_suffix(".txt")), _outermost(names))


def _bsnlp(folder: Path) -> Iterator[RealText]:
    raw = {}
    for path in folder.glob("**/raw/ru/*"):
        number, _language, _day, _address, text = _text(path).split("\n", 4)
        raw[path.parents[2], number.strip("\ufeff\r ")] = text
    for path in sorted(folder.glob("**/annotated/ru/*")):
        number, *lines = _lines(path)
        body = raw.get((path.parents[2], number.strip("\ufeff ")))
        rows = [line.split("\t") for line in lines]
        persons = {row[0].strip(): row[1].strip() for row in rows if len(row) == 4 and row[2] == "PER"}
        if body is not None:
            yield RealText(body, nominatives={form: name for form, name in persons.items() if _is_cyrillic(form)})


_SETS: tuple[tuple[str, str, Callable[[Path], Iterator[RealText]]], ...] = (
    ("factRuEval-2016", "*.objects", _factru),
    ("NEREL", "*.ann", _nerel),
    ("BSNLP-2021", "annotated/ru", _bsnlp),
)


def _outermost(names: Iterable[Recognised]) -> tuple[Recognised, ...]:
    kept: list[Recognised] = []
    for name in sorted(set(names), key=lambda name: (name.span.start - name.span.end, name)):
        if not any(name.span.overlaps(other.span) for other in kept):
            kept.append(name)
    return tuple(sorted(kept))


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:  # offsets count each sign of a line's end
        return file.read()


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _is_cyrillic(form: str) -> bool:
    return re.search("[А-Яа-яЁё]", form) is not None
