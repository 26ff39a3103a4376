"""Values of one claim that sources give differently, and changes that do not fit the levels of their periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations

from kgtui.dossier.figures.arithmetic import Misfit, misfits
from kgtui.dossier.figures.claims import Claim, ToldFigure
from kgtui.dossier.figures.facts import FigureFact, figure_facts, is_compared
from kgtui.dossier.figures.rows import figure_row, told_by
from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import ConflictRow, FigureRow, GapReason
from kgtui.gazetteer import MatchKind, load_gazetteer
from kgtui.language import analyse
from kgtui.model import Amount, Figure

_ONE_REMARK = 3  # days between two records of one remark
_REVISED = 60  # days after which the same side may have counted anew


def conflicts(material: Material) -> Rows:
    """The greatest difference first, then what does not add up."""
    facts = [sure for fact in figure_facts(material) if is_compared(fact.claim) and (sure := _sure(fact))]
    by_claim: dict[Claim, list[FigureFact]] = {}
    for fact in facts:
        by_claim.setdefault(fact.claim, []).append(fact)
    differing = [each for each in by_claim.values() if _differ(material, each)]
    differing.sort(key=_share, reverse=True)
    return [
        *(partial(_row, material, each) for each in differing),
        *(partial(_misfit_row, material, each) for each in misfits(material, facts)),
    ]


def _sure(fact: FigureFact) -> FigureFact | None:
    """A value by those of whom it is read without doubt; None where there are none."""
    told = tuple(each for each in fact.told if _is_sure(each.figure))
    return replace(fact, told=told) if told else None


def _is_sure(figure: Figure) -> bool:
    return figure.doubt is None and (figure.period is None or figure.period.doubt is None)


def _differ(material: Material, facts: Sequence[FigureFact]) -> bool:
    """Whether two of the values come from different voices: reprints of one text are one voice, and so is an article,
    unless it names who gives either value."""
    if len(facts) == 1:
        return False
    groups = material.library.groups([each.headline.number for fact in facts for each in fact.told])
    texts = [frozenset(groups.get(number, str(number)) for number in _numbers(fact)) for fact in facts]
    if any(one.isdisjoint(other) for one, other in combinations(texts, 2)):
        return True
    named = [frozenset(_who(material, each) for each in fact.told) for fact in facts]
    return any(None not in one | other and one.isdisjoint(other) for one, other in combinations(named, 2))


def _numbers(fact: FigureFact) -> Iterator[int]:
    return (each.headline.number for each in fact.told)


def _who(material: Material, told: ToldFigure) -> str | None:
    person, body = told_by(material, told)
    return body or told.figure.data_of or (person.key if person else None)


def _row(material: Material, facts: Sequence[FigureFact]) -> ConflictRow:
    newest = sorted(facts, key=lambda fact: -(fact.headline.published or date.min).toordinal())
    rows = tuple(figure_row(material, fact) for fact in newest)
    gap = Amount(facts[0].claim.unit, _exact(_gap(facts)))
    return _of(rows, gap=gap, share=_share(facts), reason=_reason(rows))


def _misfit_row(material: Material, misfit: Misfit) -> ConflictRow:
    rows = tuple(figure_row(material, fact) for fact in misfit.shown)
    row = _of(rows, gap=Amount("pp", _exact(misfit.gap)), share=None, reason=GapReason.ARITHMETIC)
    return replace(row, computed=Amount("percent", _exact(misfit.computed)))


def _of(rows: tuple[FigureRow, ...], *, gap: Amount, share: float | None, reason: GapReason) -> ConflictRow:
    first = rows[0]
    return ConflictRow(
        measure=first.measure,
        about=first.about,
        countries=first.countries,
        union=first.union,
        period=first.period,
        values=rows,
        gap=gap,
        share=share,
        reason=reason,
        notes=tuple(dict.fromkeys(note for row in rows for note in row.notes)),
        is_new=any(row.is_new for row in rows),
    )


def _gap(facts: Sequence[FigureFact]) -> float:
    stated = [_stated(fact.figure.amount) for fact in facts]
    return max(stated) - min(stated)


def _share(facts: Sequence[FigureFact]) -> float:
    """The gap in per cent of the smallest."""
    smallest = min(abs(_stated(fact.figure.amount)) for fact in facts)
    return 100 * _gap(facts) / smallest if smallest else 0.0


def _stated(amount: Amount) -> float:
    """The value, of a range the middle."""
    ends = [end for end in (amount.value, amount.low, amount.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _exact(value: float) -> float:
    """Without the last digits, in which a difference of fractions errs."""
    return float(f"{value:.6g}")


def _land(row: FigureRow) -> str | None:
    """Whose side gives a value: the country of the data, else of the speaker."""
    if row.data_of:
        matches = load_gazetteer().match(analyse(row.data_of))
        codes = [match.code for match in matches if match.kind is MatchKind.COUNTRY]
        return codes[0] if codes else None
    return row.speaker.country if row.speaker else None


def _reason(rows: Sequence[FigureRow]) -> GapReason:
    """A hint: the two sides', or one remark recorded twice, or the same side later."""
    speakers = {row.speaker.key for row in rows if row.speaker}
    days = [row.on for row in rows if row.on]
    apart = (max(days) - min(days)).days if len(days) == len(rows) else None
    if all(row.speaker for row in rows) and len(speakers) == 1:
        return GapReason.WORDING if apart is not None and apart <= _ONE_REMARK else GapReason.REVISED
    lands = [_land(row) for row in rows]
    if None not in lands and len(set(lands)) > 1:
        return GapReason.SIDES
    if None not in lands and apart is not None and apart >= _REVISED:
        return GapReason.REVISED
    return GapReason.UNSTATED
