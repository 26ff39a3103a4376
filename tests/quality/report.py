"""The figures as the page ``docs/quality.md``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .slips import ALL_SLIPS, NOTHING
from .texts import TextSet

FIELDS = ("published", "countries", "persons", "organisations", "places", "projects")

OPENING = """\
# How well kgtui reads

Made by `make quality` (`python -m tests.quality`); do not edit. The texts, and what counts as right in them:
`tests/texts/README.md`. The articles of *dev* are constructed, so that the rules are measured on more than the five
articles that they were first tried on; their errors were read while the rules were written, so expect less
of new texts. No figure may sink below its floor: `tests/quality/test_floors.py`.
"""

SEARCH = """\
## Search: any form finds every form

Short sentences, queried with forms of the names and words in them. Recall: wanted articles found; false: the
unwanted share of what was found; map: mean average precision, 1 where all wanted articles stand first.
"""

SLIPS_FOUND = """\
## Search: slips that are understood

Words as they are mistyped, asked of a library of short articles that has what was meant: the other keyboard layout, the
other alphabet, letters wrong, spaces and hyphens, several at once. Understood: the first reading is what was meant; in
the last row: nothing is offered, because the library has nothing of the kind. The rules were tried on these slips while
they were written, so expect less of others.
"""


def page(
    extraction: Iterable[tuple[TextSet, Mapping[str, Any]]],
    search: Mapping[str, Mapping[str, float]],
    slips: Mapping[str, tuple[int, int]],
) -> str:
    sections = [_extraction_section(texts, result) for texts, result in extraction]
    return "\n".join([OPENING, *sections, SEARCH, _search_table(search), SLIPS_FOUND, _slips_table(slips)])


def _extraction_section(texts: TextSet, result: Mapping[str, Any]) -> str:
    """One set: precision, recall, F1, floor, and the counts of right, wrong and missed items."""
    lines = [
        f"## Extraction: {texts.name}\n",
        f"{texts.about[:1].upper()}{texts.about[1:]}.\n",
        "| field | precision | recall | F1 | floor | right | wrong | missed |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for field in FIELDS:
        row = result["fields"][field]
        cells = [field, *(_share(row[name]) for name in ("precision", "recall", "f1")), _share(texts.floors.get(field))]
        lines.append(f"| {' | '.join(cells)} | {row['tp']} | {row['fp']} | {row['fn']} |")
    accuracy = _share(result["fields"]["published"]["accuracy"])
    lines.append(f"\n{result['articles']} articles; accuracy of `published`, to which its floor belongs: {accuracy}.\n")
    return "\n".join(lines)


def _search_table(search: Mapping[str, Mapping[str, float]]) -> str:
    lines = ["| class | queries | recall | false | map |", "| --- | --- | --- | --- | --- |"]
    for name, row in sorted(search.items(), key=lambda item: item[0] == "all"):
        shares = " | ".join(_share(row[key]) for key in ("recall", "false", "map"))
        lines.append(f"| {name} | {row['queries']:.0f} | {shares} |")
    return "\n".join(lines) + "\n"


def _slips_table(slips: Mapping[str, tuple[int, int]]) -> str:
    lines = ["| kind | typed | understood | share |", "| --- | --- | --- | --- |"]
    for kind, (right, typed) in sorted(slips.items(), key=lambda item: (item[0] == NOTHING, item[0] == ALL_SLIPS)):
        lines.append(f"| {kind} | {typed} | {right} | {_share(right / typed)} |")
    return "\n".join(lines) + "\n"


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
