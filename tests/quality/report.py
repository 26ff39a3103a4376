"""The figures as the page ``docs/quality.md``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import recogniser
from .agreement import RULES
from .figures import Row
from .known_errors import KnownError
from .questions import SHOWN, Answer
from .slips import ALL_SLIPS, NOTHING
from .texts import TextSet

FIELDS = ("published", *RULES)

OPENING = """\
# How well kgtui reads

Made by `make quality` (`python -m tests.quality`); do not edit. The texts, and what counts as right in them:
`tests/texts/README.md`. The articles of *dev* are constructed, so that the rules are measured on more than the five
articles that they were first tried on; their errors were read while the rules were written, so expect less
of new texts. No figure may sink below its floor: `tests/quality/test_floors.py`.
"""

SEARCH = """\
## Search: any form finds every form

Short articles, queried with forms of the names and words in them. Recall: wanted articles found; false: the
unwanted share of what was found; map: mean average precision, 1 where all wanted articles stand first; in brackets
what it was before the keys of names and the order of readings were finished.

- *sentences*: written for the purpose, by class of query below;
- *people*: constructed persons of the region and its partners in all cases (`tests/texts/search/people.tsv`); the
  classes of names were finished while looking at them; of 98 others, written afterwards, 0.993 were found at once
  (0.974 before);
- *dev-sentences* and *44-people*: 1,824 sentences of two treebanks' dev parts, homographs left out, and 44 people in
  six cases; the demands are recall ≥ 0.98, false ≤ 0.12, map ≥ 0.972, and recall ≥ 0.995, false ≤ 0.005;
- the others: sentences of treebanks of Universal Dependencies (`python -m tests.quality.treebank`), whose texts are not
  part of the program; misspellings and abbreviations in them are out of reach, so no set can be found whole.
"""

KNOWN_ERRORS = """\
## Extraction: known errors

Constructed examples of what is still read wrongly, published 20.11.2025 (`tests/quality/known_errors.tsv`); a row that
is read rightly fails a test and has to go.
"""

SLIPS_FOUND = """\
## Search: slips that are understood

Words as they are mistyped, asked of a library of short articles that has what was meant: the other keyboard layout, the
other alphabet, letters wrong, spaces and hyphens, several at once. Understood: the first reading finds just those
articles that the meant words find; in the last row: nothing is offered, because the library has nothing of the kind.
Half of the slips were read while the rules were written; of the other half, unseen before, 69 of 76 were understood.
"""

QUESTIONS = """\
## Twenty questions of an analyst

Over the seeds and the articles of *dev*; the wanted articles were settled before anything was searched
(`tests/texts/search/questions.tsv`). An answer is right where all wanted articles stand before any other.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: ``extraction`` by set of texts, with the figures of the ``first`` run of its rules; which of
    the hard ``patterns`` are right; ``classes`` of queries of the own sentences; whole ``sets`` of
    queries with their ``former`` figures; ``speed`` in words a second; the ``answers`` to the analyst's questions; of
    ``slips``, by kind, how many were understood of how many that were typed; F1 of names with the neural recogniser in
    the same sets (``joined``) and the figures of ``real`` texts, by set and way.
    """

    extraction: Sequence[tuple[TextSet, Mapping[str, Any]]]
    first: Mapping[str, Mapping[str, float]]
    patterns: Mapping[str, bool]
    known_errors: Sequence[KnownError]
    classes: Mapping[str, Row]
    sets: Mapping[str, Row]
    former: Mapping[str, Row]
    speed: float
    answers: Sequence[Answer]
    slips: Mapping[str, tuple[int, int]]
    joined: Mapping[str, Row]
    real: Mapping[str, Mapping[str, Row]]


def page(figures: Figures) -> str:
    sections = [
        _extraction_section(texts, result, figures.first.get(texts.name, {})) for texts, result in figures.extraction
    ]
    sections += [_patterns_section(figures.patterns), _known_errors_section(figures.known_errors)]
    sections.append(recogniser.section(figures.extraction, figures.joined, figures.real))
    speed = (
        f"Keys and terms of {figures.speed:,.0f} words a second in a small library, where every other form is new.\n"
    )
    search = [SEARCH, _sets_table(figures.sets, figures.former), speed, _classes_table(figures.classes)]
    slips = [SLIPS_FOUND, _slips_table(figures.slips)]
    return "\n".join([OPENING, *sections, *search, *slips, QUESTIONS, _answers(figures.answers)])


def _extraction_section(texts: TextSet, result: Mapping[str, Any], first: Mapping[str, float]) -> str:
    """One set: precision, recall, F1, that of the first run, floor, and the counts of right, wrong and missed items."""
    lines = [
        f"## Extraction: {texts.name}\n",
        f"{texts.about[:1].upper()}{texts.about[1:]}.\n",
        "| field | precision | recall | F1 | first run | floor | right | wrong | missed |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for field in FIELDS:
        row = result["fields"][field]
        if not row["tp"] + row["fn"]:
            continue  # the set has no answers of this kind
        shares = [*(row[name] for name in ("precision", "recall", "f1")), first.get(field), texts.floors.get(field)]
        cells = [field, *map(_share, shares)]
        lines.append(f"| {' | '.join(cells)} | {row['tp']} | {row['fp']} | {row['fn']} |")
    accuracy = _share(result["fields"]["published"]["accuracy"])
    lines.append(f"\n{result['articles']} articles; accuracy of `published`, to which its floor belongs: {accuracy}.\n")
    return "\n".join(lines)


def _patterns_section(patterns: Mapping[str, bool]) -> str:
    """How many of the hard patterns are right, and which are not."""
    lines = ["| patterns | right | of | wrong |", "| --- | --- | --- | --- |"]
    for letter, name in (("F", "figures and periods"), ("Q", "quotations and statements")):
        asked = {pattern: right for pattern, right in patterns.items() if pattern.startswith(letter)}
        wrong = " ".join(pattern for pattern, right in asked.items() if not right)
        lines.append(f"| {name} | {sum(asked.values())} | {len(asked)} | {wrong} |")
    return "\n".join(lines) + "\n"


def _known_errors_section(errors: Sequence[KnownError]) -> str:
    """By kind, each with an example."""
    lines = [KNOWN_ERRORS, "| kind | text | read as | should be | why |", "| --- | --- | --- | --- | --- |"]
    for error in errors:
        cells = (error.kind, error.text, error.given, error.wanted, error.why)
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _sets_table(sets: Mapping[str, Row], former: Mapping[str, Row]) -> str:
    lines = ["| set | queries | recall | false | map |", "| --- | --- | --- | --- | --- |"]
    for name, row in sets.items():
        before = former.get(name, {})
        cells = (f"{_share(row[key])} ({_share(before.get(key)) or '–'})" for key in ("recall", "false", "map"))
        lines.append(f"| {name} | {row['queries']:.0f} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _answers(answers: Sequence[Answer]) -> str:
    right = sum(answer.is_right for answer in answers)
    lines = [
        f"{right} of {len(answers)} are right.\n",
        "| question | what came back | first snippet | right |",
        "| --- | --- | --- | --- |",
    ]
    for answer in answers:
        text = answer.question.text.replace("|", "\\|")
        lines.append(
            f"| `{text}`: {answer.question.about} | {_hits(answer)} | {_snippet(answer)} | {_verdict(answer)} |"
        )
    return "\n".join(lines) + "\n"


def _hits(answer: Answer) -> str:
    shown = [f"{hit.headline.id[:5].rstrip('_')} {_cell(hit.headline.title, 48)}" for hit in answer.hits[:SHOWN]]
    more = len(answer.hits) - len(shown)
    return "<br>".join(shown + ([f"and {more} more"] if more else [])) or "nothing"


def _snippet(answer: Answer) -> str:
    first = answer.hits[0].snippet if answer.hits else None
    return _cell(first.text, 140) if first else ""


def _verdict(answer: Answer) -> str:
    if answer.is_right:
        return "yes"
    return f"no: {' '.join(answer.missing)} missing" if answer.missing else "no: others before the wanted"


def _cell(text: str, width: int) -> str:
    flat = " ".join(text.split()).replace("|", "\\|")
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def _classes_table(search: Mapping[str, Mapping[str, float]]) -> str:
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
