"""The rows of «Цифры»: one a measure and its owners, its figures inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from kgtui.dossier.figures.claims import Thing, ToldFigure, is_ordered
from kgtui.dossier.figures.facts import FigureFact, figure_facts
from kgtui.dossier.figures.sources import source_of
from kgtui.dossier.material import Material
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import FigureRow, Growth, MeasureRow, Note, Person, Reach
from kgtui.measures import standard_measures
from kgtui.model import Figure, FigureKind, Period

_FEWEST_POINTS = 3
_AT_HOME = (Reach.OWN, Reach.OTHERS)  # come first in the reader's own country


def figures(material: Material) -> Rows:
    """What is between the two sides first, then regions, then blocs, then what is of one side alone; measures in their
    standard order, targets after all of them."""
    groups: dict[tuple[bool, Reach, Thing], list[FigureFact]] = {}
    for fact in figure_facts(material):
        is_target = fact.figure.kind is FigureKind.TARGET
        groups.setdefault((is_target, fact.told[0].reach, fact.claim.thing), []).append(fact)
    nearest = _nearest_first(material)
    order = sorted(groups, key=lambda key: (key[0], nearest.index(key[1]), _rank(key[2]), _latest(groups[key])))
    return [partial(_row, material, key[1], sorted(groups[key], key=_newest_first)) for key in order]


def _nearest_first(material: Material) -> Sequence[Reach]:
    if material.subject.key != material.frame.home:
        return tuple(Reach)
    return (*_AT_HOME, *(reach for reach in Reach if reach not in _AT_HOME))


def owners(material: Material, figure: Figure) -> tuple[str, ...]:
    """The countries of a figure, the reader's own first where their order says nothing."""
    if figure.is_directed and is_ordered(figure.measure):
        return figure.countries
    return tuple(sorted(figure.countries, key=lambda code: code != material.frame.home))


def figure_row(material: Material, fact: FigureFact) -> FigureRow:
    """One value with all who give it."""
    figure, headline = fact.figure, fact.headline
    sources = [told_by(material, each) for each in fact.told]
    notes = (material.note(each.headline, each.figure.span) for each in fact.told)
    return FigureRow(
        measure=figure.measure,
        about=figure.about,
        amount=figure.amount,
        kind=figure.kind,
        on=headline.published,
        countries=owners(material, figure),
        union=figure.union.name if figure.union else None,
        is_directed=figure.is_directed,
        period=figure.period,
        approximation=figure.approximation,
        change=figure.change,
        previous=figure.previous,
        equivalent=figure.equivalent,
        growth=_growth(material, fact.with_growth) if fact.with_growth else None,
        speaker=next((person for person, _ in sources if person), None),
        data_of=next((body for _, body in sources if body), None) or figure.data_of,
        notes=tuple(dict.fromkeys(notes)),
        is_new=all(material.is_new(each.headline) for each in fact.told),
        doubt=figure.doubt,
    )


def told_by(material: Material, told: ToldFigure) -> tuple[Person | None, str | None]:
    """The person who names a figure, and the body whose data it is, where the article says so."""
    number, span = told.headline.number, told.figure.span
    return source_of(material.library.speech_at(number, span), material.entities(number), span)


def _growth(material: Material, told: ToldFigure) -> Growth | None:
    change = told.growth
    return Growth(change.amount, change.change, change.approximation, _base(material, told)) if change else None


def _base(material: Material, told: ToldFigure) -> Period | None:
    """The same period of the year before, where the sentence of a change names it."""
    period, number = told.figure.period, told.headline.number
    if period is None or told.growth is None:
        return None
    sentence = material.sentences.at(number, told.growth.span)
    wanted = _year_before(period.start), _year_before(period.end)
    for each in material.periods(number):
        if each.span and (each.start, each.end) == wanted and material.sentences.at(number, each.span) == sentence:
            return each
    return None


def _year_before(day: str) -> str:
    """Of a year, month or day in ISO.

    >>> _year_before("2025-08"), _year_before("2024")
    ('2024-08', '2023')
    """
    return f"{int(day[:4]) - 1:04}{day[4:]}"


def _row(material: Material, reach: Reach, facts: Sequence[FigureFact]) -> MeasureRow:
    first = facts[0].figure
    limit = material.frame.limit or len(facts)
    rows = tuple(figure_row(material, fact) for fact in facts[:limit])
    return MeasureRow(
        measure=first.measure,
        about=first.about,
        reach=reach,
        countries=owners(material, first),
        union=first.union.name if first.union else None,
        figures=rows,
        more=len(facts) - len(rows),
        points=_points(facts),
        notes=_notes(rows),
        is_new=any(row.is_new for row in rows),
    )


def _notes(rows: Iterable[FigureRow]) -> tuple[Note, ...]:
    return tuple(dict.fromkeys(note for row in rows for note in row.notes))


def _points(facts: Sequence[FigureFact]) -> tuple[float, ...]:
    """The levels of periods of one length and in one unit, from the oldest on; none of a period for which there are
    several."""
    levels = [fact for fact in facts if fact.figure.kind is FigureKind.LEVEL and fact.claim.period]
    usual = Counter(map(_unit_and_days, levels)).most_common(1)
    alike = [fact for fact in levels if usual and _unit_and_days(fact) == usual[0][0]]
    times = Counter(fact.claim.period for fact in alike)
    values = [fact.figure.amount.value for fact in reversed(alike) if times[fact.claim.period] == 1]
    points = tuple(value for value in values if value is not None)
    return points if len(points) >= _FEWEST_POINTS else ()


def _unit_and_days(fact: FigureFact) -> tuple[str, int]:
    """The unit and the length of the period in months, more or less: years are not all of one length."""
    period = fact.claim.period
    return fact.claim.unit, round((period[1] - period[0]).days / 30) if period else 0


def _rank(thing: Thing) -> int:
    measures = standard_measures()
    return measures[thing.measure].rank if thing.measure else len(measures)


def _latest(facts: Iterable[FigureFact]) -> int:
    return min(_newest_first(fact)[0] for fact in facts)


def _newest_first(fact: FigureFact) -> tuple[int, int, int]:
    """By the beginning of the period: years that lead up to now come after the months of this year. Of one period the
    newest article first; what has no period comes last."""
    period, on = fact.claim.period, fact.headline.published or date.min
    if period is None:
        return 0, 0, -on.toordinal()
    return -period[0].toordinal(), -period[1].toordinal(), -on.toordinal()
