"""The neural recogniser's part of ``docs/quality.md``: names without and with it, in the own texts and in real ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kgtui.recognition import is_available

from .extraction import measured, reached
from .figures import Row, keep, kept
from .texts import SETS, TextSet

NAMES = ("countries", "persons", "organisations", "places", "projects")
_SHOWN = ("PER precision", "PER recall", "PER exact", "PER overlap", "LOC overlap", "ORG overlap")

OPENING = """\
## Names with the neural recogniser

With `kgtui[ner]` what the recogniser marks is joined with what the rules find. F1 in the texts above, in brackets
without it; the errors of *blind* were not read for it either.
"""

REAL = """\
Real texts whose names others have marked (`python -m tests.quality.real_names`); they are no part of the program.
*fast*: the rules alone, *joined*: with the recogniser. Their makers also mark what is no name here (Latin
transliterations behind a name, adjectives, «полиция»), so places and bodies are shown for information. The dev parts of
the first two were read while the join was made. Wanted: PER exact F1 of 0.90 in factRuEval-2016 and 0.86 in NEREL.
"""

NOMINATIVES = """\
Persons of several words in BSNLP-2021, whose makers tell the nominative: how many of the forms were found with the same
borders, and how many of those have the right nominative, each form counted once, and counted in each text. Most of the
errors are those of one person, «Асия Биби», whom the dictionary takes for a man Асий. Wanted: 0.94.
"""


def measured_joined() -> Mapping[str, Row]:
    """F1 by set and field with the recogniser: measured where it is installed, else as it was kept."""
    if is_available():
        keep("joined", {texts.name: _f1(measured(texts, joined=True)) for texts in SETS if texts.name != "patterns"})
    joined: Mapping[str, Row] = kept()["joined"]
    return joined


def _f1(result: Mapping[str, Any]) -> Row:
    return {field: round(reached(result, field), 3) for field in NAMES}


def section(
    fast: Sequence[tuple[TextSet, Mapping[str, Any]]], joined: Mapping[str, Row], real: Mapping[str, Mapping[str, Row]]
) -> str:
    """The section; ``fast`` are the results without the recogniser, ``real`` those of real texts, by set and way."""
    spans = {name: ways for name, ways in real.items() if "nominative" not in next(iter(ways.values()))}
    names = {name: ways for name, ways in real.items() if name not in spans}
    shown = _table(names, ("found", "nominative", "in each text"))
    return "\n".join([OPENING, _joined_table(fast, joined), REAL, _table(spans, _SHOWN), NOMINATIVES, shown])


def _joined_table(fast: Sequence[tuple[TextSet, Mapping[str, Any]]], joined: Mapping[str, Row]) -> str:
    lines = [f"| set | {' | '.join(NAMES)} |", f"| --- |{' --- |' * len(NAMES)}"]
    for texts, result in fast:
        if texts.name in joined:
            cells = (f"{joined[texts.name][field]:.3f} ({reached(result, field):.3f})" for field in NAMES)
            lines.append(f"| {texts.name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _table(real: Mapping[str, Mapping[str, Row]], shown: Sequence[str]) -> str:
    lines = [f"| texts | way | {' | '.join(shown)} |", f"| --- | --- |{' --- |' * len(shown)}"]
    for name, ways in real.items():
        for way, row in ways.items():
            lines.append(f"| {name} | {way} | {' | '.join(f'{row[key]:.3f}' for key in shown)} |")
    return "\n".join(lines) + "\n"
